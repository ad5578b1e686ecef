namespace Redaction;

/// <summary>Finds words that introduce a name, whatever their case, at the beginnings of words.</summary>
/// <remarks>One walk from word to word: the first two characters choose the few entries to compare. Searching for the whole phrases
/// with <c>SearchValues</c> stops inside so many other words that it takes several times as long (<c>TextBench</c>).</remarks>
internal sealed class IntroductionSet
{
    private const int Buckets = 1024;

    private readonly IntroductionEntry[]?[] _entries = new IntroductionEntry[Buckets][];

    /// <summary>Makes a set of entries, each of at least two characters.</summary>
    public IntroductionSet(IntroductionEntry[] entries)
    {
        foreach (var same in entries.GroupBy(static e => Bucket(e.Words[0], e.Words[1])))
            _entries[same.Key] = [.. same.OrderByDescending(static e => e.Words.Length)];
    }

    /// <summary>The first introduction from <paramref name="from"/> on; of several at one place the longest.</summary>
    public bool TryNext(ReadOnlySpan<char> text, int from, out Introduction found)
    {
        var at = from > 0 && from <= text.Length && char.IsLetterOrDigit(text[from - 1]) ? WordEnd(text, from) : from;
        for (; at < text.Length - 1; at = WordEnd(text, at + 1))
        {
            while (at < text.Length - 1 && !IsWord(text[at])) at++;
            if (at >= text.Length - 1) break;
            if (_entries[Bucket(text[at], text[at + 1])] is not { } entries) continue;
            foreach (ref readonly var entry in entries.AsSpan())
            {
                if (entry.EndAt(text, at) is not (> 0 and var end)) continue;
                var owner = entry.Kind == IntroductionKind.Named ? NameOwners.Before(text[..at]) : NameOwner.Unknown;
                found = new(at, end, entry.Kind, owner);
                return true;
            }
        }
        found = default;
        return false;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsWord(text[at])) at++;
        return at;
    }

    /// <summary>Index after the longest entry of a kind at a place of the text; 0 when there is none.</summary>
    public int EndAt(ReadOnlySpan<char> text, int at, IntroductionKind kind)
    {
        if (at + 1 >= text.Length || _entries[Bucket(text[at], text[at + 1])] is not { } entries) return 0;
        foreach (ref readonly var entry in entries.AsSpan())
            if (entry.Kind == kind && entry.EndAt(text, at) is > 0 and var end) return end;
        return 0;
    }

    private static bool IsWord(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static int Bucket(char first, char second) => ((Small(first) * 33) ^ Small(second)) % Buckets;

    private static int Small(char c) => c switch
    {
        '\u2019' => '\'',
        '\u00A0' => ' ',
        _ when char.IsAscii(c) => char.IsAsciiLetterUpper(c) ? c | 0x20 : c,
        _ => char.ToLowerInvariant(c),
    };
}
