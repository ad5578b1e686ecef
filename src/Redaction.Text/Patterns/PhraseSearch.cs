using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Searches for phrases of any script.</summary>
/// <remarks>Phrases of ASCII are searched for all at once, a block of the text at a time; the others where a letter that ASCII does not
/// have and the character after it may be theirs, which a table of bits tells. <c>SearchValues</c> with one phrase beyond ASCII takes
/// forty times as long over a text of ASCII, and twice as long over one of Cyrillic letters (<c>PhraseSearchBench</c>).</remarks>
internal sealed class PhraseSearch
{
    private const int Block = 4096, Short = 2, KeyBits = 6, Low = (1 << KeyBits) - 1, Bits = 64;

    private readonly StringComparison _comparison;
    private readonly SearchValues<string>? _ascii;
    private readonly SearchValues<string>? _short; // apart: with them the search for the longer ones takes several times as long
    private readonly Dictionary<int, (string Phrase, int Letter)[]> _others = [];
    private readonly ulong[] _pairs = new ulong[(1 << (2 * KeyBits)) / Bits];
    private readonly int _longest;
    private readonly int _farthest;

    /// <summary>Makes a search for phrases, whatever their case.</summary>
    public PhraseSearch(params IEnumerable<string> phrases) : this(StringComparison.OrdinalIgnoreCase, phrases) { }

    /// <summary>Makes a search for phrases, none of them empty.</summary>
    /// <param name="comparison">Ordinal, with or without case.</param>
    /// <param name="phrases">The phrases.</param>
    public PhraseSearch(StringComparison comparison, params IEnumerable<string> phrases)
    {
        string[] all = [.. phrases], ascii = [.. all.Where(static p => Ascii.IsValid(p))];
        _comparison = comparison;
        _ascii = Search([.. ascii.Where(static p => p.Length > Short)], comparison);
        _short = Search([.. ascii.Where(static p => p.Length <= Short)], comparison);
        _longest = ascii.Length > 0 ? ascii.Max(static p => p.Length) : 0;
        (string Phrase, int Letter)[] others =
            [.. all.Where(static p => !Ascii.IsValid(p)).Select(static p => (p, p.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F')))];
        _farthest = others.Length > 0 ? others.Max(static o => o.Letter) : -1;
        foreach (var keyed in others.SelectMany(o => KeysOf(o).Select(key => (Key: key, Other: o))).Distinct()
            .GroupBy(static e => e.Key, static e => e.Other))
        {
            _others.Add(keyed.Key, [.. keyed]);
            _pairs[keyed.Key / Bits] |= 1UL << (keyed.Key % Bits);
        }
    }

    /// <summary>Where the first phrase begins, from a place on; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        for (var block = from; block < text.Length; block += Block)
        {
            var end = Math.Min(text.Length, block + Block);
            var step = _ascii is null ? -1 : text[block..Math.Min(text.Length, end + _longest - 1)].IndexOfAny(_ascii);
            if (step >= 0) end = block + step;
            if (_short is not null && text[block..Math.Min(text.Length, end + Short - 1)].IndexOfAny(_short) is >= 0 and var near)
                end = block + (step = near);
            if (_farthest >= 0 && Other(text, block, end) is >= 0 and var other) return other;
            if (step >= 0) return end;
        }
        return -1;
    }

    private static SearchValues<string>? Search(string[] phrases, StringComparison comparison) =>
        phrases.Length > 0 ? SearchValues.Create(phrases, comparison) : null;

    /// <summary>Whether any of the phrases stands in a text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Next(text, 0) >= 0;

    /// <summary>Where the first phrase beyond ASCII begins, between two places.</summary>
    private int Other(ReadOnlySpan<char> text, int from, int to)
    {
        var found = -1;
        for (var at = from; at < Math.Min(text.Length, (found < 0 ? to : found) + _farthest); at++)
        {
            if (text[at] <= '\x7F')
            {
                var skip = text[at..Math.Min(text.Length, to + _farthest)].IndexOfAnyExceptInRange('\0', '\x7F');
                if (skip < 0) return found;
                at += skip;
            }
            var key = Key(text[at], at + 1 < text.Length ? text[at + 1] : '\0');
            if ((_pairs[key / Bits] & (1UL << (key % Bits))) == 0) continue;
            if (StartOf(text, from, at, _others[key]) is >= 0 and var start && start < (found < 0 ? to : found)) found = start;
        }
        return found;
    }

    /// <summary>The first place at which a phrase begins of which the first letter beyond ASCII stands here.</summary>
    private int StartOf(ReadOnlySpan<char> text, int from, int at, (string Phrase, int Letter)[] phrases)
    {
        var first = -1;
        foreach (var (phrase, letter) in phrases)
        {
            var start = at - letter;
            if (start < from || (first >= 0 && start >= first)) continue;
            if (text[start..].StartsWith(phrase, _comparison)) first = start;
        }
        return first;
    }

    private IEnumerable<int> KeysOf((string Phrase, int Letter) other)
    {
        var (phrase, letter) = other;
        IEnumerable<char> seconds = letter + 1 < phrase.Length ? Forms(phrase[letter + 1])
            : Enumerable.Range(0, Low + 1).Select(static i => (char)i);
        return Forms(phrase[letter]).SelectMany(first => seconds.Select(second => Key(first, second)));
    }

    private static int Key(char first, char second) => ((first & Low) << KeyBits) | (second & Low);

    private char[] Forms(char c) =>
        _comparison == StringComparison.Ordinal ? [c] : [char.ToLowerInvariant(c), char.ToUpperInvariant(c)];
}
