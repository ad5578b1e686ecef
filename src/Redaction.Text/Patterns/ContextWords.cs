using System.Numerics;

namespace Redaction.Text;

/// <summary>Words and phrases that make a finding near them more (or less) likely. Matched whole, ignoring case,
/// also with the s of the plural, on both sides of the value and in the field name.</summary>
public sealed class ContextWords
{
    /// <summary>Number of characters before a value that are looked at.</summary>
    public const int Before = 80;

    /// <summary>Number of characters after a value that are looked at.</summary>
    public const int After = 40;

    private const int Letters = 27;
    private const int ShortestOfMany = 3;
    private readonly uint[] _lengths = new uint[Letters];
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    /// <summary>Makes a set of words and phrases; phrases separate their words by one space.</summary>
    public ContextWords(params IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        // a frozen one takes longer to make than most runs look things up
        var words = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var phrase in phrases)
        {
            var first = FirstWord(phrase);
            words[first] = words.TryGetValue(first, out var others) ? [.. others, phrase] : [phrase];
        }
        foreach (var word in words.Keys) _lengths[Letter(word[0])] |= 1u << Math.Min(word.Length, 31);
        _byFirstWord = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True when a phrase stands near <paramref name="span"/> or in the name of the field.</summary>
    public bool AreNear(TextSource source, TextSpan span)
    {
        var text = source.Text;
        var start = Math.Max(0, span.Start - Before);
        var end = Math.Min(text.Length, span.End + After);
        return Occur(text[WholeWords(text, start, span.Start)..span.Start]) || Occur(text[span.End..end])
            || (source.Context.Field is { } field && OccurInField(field))
            || (source.Context.Around is { } around && OccurAround(around));
    }

    private bool OccurAround(Surroundings around) =>
        (around.Caption is { } caption && OccurInField(caption)) || (around.Words is { } words && Occur(words));

    /// <summary>True when a phrase occurs in a field name: <c>date_of_birth</c>,
    /// <c>dateOfBirth</c> and <c>$.date-of-birth</c> all read as three words.</summary>
    public bool OccurInField(ReadOnlySpan<char> field)
    {
        const int Longest = 128;
        if (field.Length > Longest) field = field[^Longest..];
        Span<char> words = stackalloc char[Longest * 2];
        var length = 0;
        for (var i = 0; i < field.Length; i++)
        {
            if (i > 0 && char.IsUpper(field[i]) && char.IsLower(field[i - 1])) words[length++] = ' ';
            words[length++] = char.IsLetterOrDigit(field[i]) ? field[i] : ' ';
        }
        return Occur(words[..length]);
    }

    /// <summary>True when a phrase occurs in the text as whole words.</summary>
    public bool Occur(ReadOnlySpan<char> text)
    {
        var start = -1;
        for (var from = 0; from < text.Length; from += WordMask.Longest)
        {
            var mask = WordMask.Of(text.Slice(from, Math.Min(WordMask.Longest, text.Length - from)));
            // Where words begin and end, turn by turn; one that the last block left open goes on.
            for (var edges = mask ^ ((mask << 1) | (start >= 0 ? 1UL : 0)); edges != 0; edges &= edges - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(edges);
                if (start < 0) start = at;
                else
                {
                    if (IsAt(text, start, at)) return true;
                    start = -1;
                }
            }
        }
        return start >= 0 && IsAt(text, start, text.Length);
    }

    /// <summary>True when a phrase begins with this word.</summary>
    private bool IsAt(ReadOnlySpan<char> text, int start, int end) =>
        IsPhrase(text, start, end) || (end - start > ShortestOfMany && text[end - 1] is 's' && IsPhrase(text, start, end - 1));

    private bool IsPhrase(ReadOnlySpan<char> text, int start, int end) =>
        (_lengths[Letter(text[start])] & (1u << Math.Min(end - start, 31))) != 0
            && _byFirstWord.TryGetValue(text[start..end], out var phrases) && AnyAt(phrases, text[start..]);

    /// <summary>Leaves out the word that the window cuts in two, since its rest may read as another word.</summary>
    private static int WholeWords(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0 || !char.IsLetterOrDigit(text[start - 1])) return start;
        while (start < end && char.IsLetterOrDigit(text[start])) start++;
        return start;
    }

    /// <summary>Most words near a value begin or end unlike every word of the set; no look-up is needed to tell.</summary>
    private static int Letter(char c) => char.IsAsciiLetter(c) ? (c | 0x20) - 'a' : Letters - 1;

    private static bool EndsAt(ReadOnlySpan<char> text, int end) => text.Length == end || !char.IsLetterOrDigit(text[end]);

    private static string FirstWord(string phrase)
    {
        var end = 0;
        while (end < phrase.Length && char.IsLetterOrDigit(phrase[end])) end++;
        return phrase[..end];
    }

    private static bool AnyAt(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (var phrase in phrases)
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (EndsAt(text, phrase.Length)
                    || (phrase.Length >= ShortestOfMany && text[phrase.Length] is 's' && EndsAt(text, phrase.Length + 1)))) return true;
        return false;
    }
}
