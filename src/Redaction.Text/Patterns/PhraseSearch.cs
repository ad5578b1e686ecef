using System.Buffers;

namespace Redaction.Text;

/// <summary>Searches for phrases of any script, whatever their case.</summary>
/// <remarks>Phrases of ASCII are searched for all at once; the others by one letter each that ASCII does not have, since one phrase beyond
/// ASCII makes the vectorised search of all of them several times as slow.</remarks>
internal sealed class PhraseSearch
{
    private readonly SearchValues<string> _ascii;
    private readonly SearchValues<char> _letters;
    private readonly (string Phrase, int Letter)[] _others;

    /// <summary>Makes a search for phrases, none of them empty.</summary>
    public PhraseSearch(params string[] phrases)
    {
        _ascii = SearchValues.Create(phrases.Where(IsAscii).ToArray(), StringComparison.OrdinalIgnoreCase);
        _others = [.. phrases.Where(static p => !IsAscii(p)).Select(static p => (p, p.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F')))];
        _letters = SearchValues.Create([.. _others.SelectMany(static o => Cases(o.Phrase[o.Letter])).Distinct()]);
    }

    /// <summary>Where the first phrase begins, from a place on; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        var step = text[from..].IndexOfAny(_ascii);
        var limit = step < 0 ? text.Length : from + step;
        for (var at = from; at < limit;)
        {
            var letter = text[at..limit].IndexOfAny(_letters);
            if (letter < 0) break;
            at += letter;
            if (StartOf(text, from, at) is >= 0 and var start) return start;
            at++;
        }
        return step < 0 ? -1 : limit;
    }

    private int StartOf(ReadOnlySpan<char> text, int from, int at)
    {
        foreach (var (phrase, letter) in _others)
        {
            var start = at - letter;
            if (start < from || !IsSame(phrase[letter], text[at])) continue;
            if (text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return start;
        }
        return -1;
    }

    private static bool IsSame(char one, char other) => one == other || char.ToLowerInvariant(one) == char.ToLowerInvariant(other);

    private static bool IsAscii(string phrase) => System.Text.Ascii.IsValid(phrase);

    private static char[] Cases(char c) => [char.ToLowerInvariant(c), char.ToUpperInvariant(c)];
}
