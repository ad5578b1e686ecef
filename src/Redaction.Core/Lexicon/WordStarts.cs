using System.Numerics;

namespace Redaction;

/// <summary>Tells at which words of a text one of many phrases may begin, by their first three characters, whatever their case.</summary>
/// <remarks>One walk over masks of 64 characters; a table of bits leaves few words to compare. Searching for the phrases themselves with
/// <c>SearchValues</c> stops inside so many other words that it takes several times as long (<c>TextBench</c>).</remarks>
internal sealed class WordStarts
{
    private const int KeyBits = 5, Low = (1 << KeyBits) - 1, Keys = 1 << (3 * KeyBits), Bits = 64;

    private readonly ulong[] _begins = new ulong[Keys / Bits];

    /// <summary>Makes a table of phrases, each of at least two characters.</summary>
    public WordStarts(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
            foreach (var first in Forms(phrase[0]))
                foreach (var second in Forms(phrase[1]))
                    foreach (var third in phrase.Length == 2 ? Enumerable.Range(0, Low + 1).Select(static i => (char)i) : Forms(phrase[2]))
                        _begins[Key(first, second, third) / Bits] |= 1UL << (Key(first, second, third) % Bits);
    }

    /// <summary>The low bits of the first three characters: for letters the same in both cases.</summary>
    public static int Key(char first, char second, char third) =>
        ((first & Low) << (2 * KeyBits)) | ((second & Low) << KeyBits) | (third & Low);

    /// <summary>The first word from <paramref name="from"/> on at which a phrase may begin; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        var before = from > 0 && from <= text.Length && char.IsLetterOrDigit(text[from - 1]) ? 1UL : 0UL;
        for (var block = from; block < text.Length - 1; block += WordMask.Longest)
        {
            var words = WordMask.Of(text[block..Math.Min(text.Length, block + WordMask.Longest)]);
            for (var starts = words & ~((words << 1) | before); starts != 0; starts &= starts - 1)
            {
                var at = block + BitOperations.TrailingZeroCount(starts);
                if (at + 2 >= text.Length) return at + 2 == text.Length ? at : -1;
                var key = Key(text[at], text[at + 1], text[at + 2]);
                if ((_begins[key / Bits] & (1UL << (key % Bits))) != 0) return at;
            }
            before = words >> (WordMask.Longest - 1);
        }
        return -1;
    }

    private static char[] Forms(char c) =>
        c == '\'' ? ['\'', '\u2019'] : [char.ToLowerInvariant(c), char.ToUpperInvariant(c)];
}
