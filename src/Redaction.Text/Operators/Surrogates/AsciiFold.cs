using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Letters of Latin and Greek script without their marks. Normalisation of .NET does nothing to them where globalisation is
/// invariant.</summary>
internal static class AsciiFold
{
    /// <summary>The lower-case letter without marks; the letter itself when it has no such form.</summary>
    public static char Of(char c)
    {
        if (c < '\u0180')
        {
            return Folding.Fold(c) switch
            {
                'ß' => 's',
                'æ' => 'a',
                'œ' => 'o',
                'þ' => 't',
                'ĳ' => 'i',
                var plain => plain,
            };
        }
        return char.ToLowerInvariant(c) switch
        {
            'ơ' => 'o',
            'ư' => 'u',
            'ș' => 's',
            'ț' => 't',
            'ǎ' => 'a',
            'ǐ' => 'i',
            'ǒ' => 'o',
            'ǔ' => 'u',
            'ǧ' => 'g',
            >= '\u1EA0' and <= '\u1EB7' => 'a',
            >= '\u1EB8' and <= '\u1EC7' => 'e',
            >= '\u1EC8' and <= '\u1ECB' => 'i',
            >= '\u1ECC' and <= '\u1EE3' => 'o',
            >= '\u1EE4' and <= '\u1EF1' => 'u',
            >= '\u1EF2' and <= '\u1EF9' => 'y',
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' or 'ϊ' => 'ι',
            'ό' => 'ο',
            'ύ' or 'ϋ' => 'υ',
            'ώ' => 'ω',
            var small => char.IsSurrogate(c) ? c : small,
        };
    }

    /// <summary>A word in lower-case letters without marks; signs that have no such form are left out.</summary>
    public static string Of(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && Of(c) is var plain && char.IsAsciiLetter(plain))
                folded.Append(plain);
        return folded.ToString();
    }
}
