using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Letters of Latin script without their marks.</summary>
internal static class AsciiFold
{
    /// <summary>The lower-case letter without marks; the letter itself when it has no such form.</summary>
    public static char Of(char c)
    {
        if (char.IsAsciiLetter(c)) return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c)) return c;
        return c switch
        {
            'ß' => 's',
            'ø' or 'Ø' => 'o',
            'ł' or 'Ł' => 'l',
            'æ' or 'Æ' => 'a',
            'đ' or 'Đ' => 'd',
            _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
        };
    }

    /// <summary>A word in lower-case letters without marks; signs that have no such form are left out.</summary>
    public static string Of(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && Of(c) is var plain && char.IsAsciiLetter(plain))
                folded.Append(plain);
        return folded.ToString();
    }
}
