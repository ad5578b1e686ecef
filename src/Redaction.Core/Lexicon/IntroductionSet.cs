namespace Redaction;

/// <summary>Finds words that introduce a name, whatever their case, at the beginnings of words.</summary>
internal sealed class IntroductionSet
{
    private const int Buckets = 1024;

    private readonly IntroductionEntry[]?[] _entries = new IntroductionEntry[Buckets][];
    private readonly WordStarts _starts;

    /// <summary>Makes a set of entries, each of at least two characters.</summary>
    public IntroductionSet(IntroductionEntry[] entries)
    {
        _starts = new(entries.Select(static e => e.Words));
        foreach (var same in entries.GroupBy(static e => Bucket(e.Words[0], e.Words[1])))
            _entries[same.Key] = [.. same.OrderByDescending(static e => e.Words.Length)];
    }

    /// <summary>The first introduction from <paramref name="from"/> on; of several at one place the longest.</summary>
    public bool TryNext(ReadOnlySpan<char> text, int from, out Introduction found)
    {
        for (var at = _starts.Next(text, from); at >= 0; at = _starts.Next(text, at + 1))
        {
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

    /// <summary>Index after the longest entry of a kind at a place of the text; 0 when there is none.</summary>
    public int EndAt(ReadOnlySpan<char> text, int at, IntroductionKind kind)
    {
        if (at + 1 >= text.Length || _entries[Bucket(text[at], text[at + 1])] is not { } entries) return 0;
        foreach (ref readonly var entry in entries.AsSpan())
            if (entry.Kind == kind && entry.EndAt(text, at) is > 0 and var end) return end;
        return 0;
    }

    private static int Bucket(char first, char second) => ((Small(first) * 33) ^ Small(second)) % Buckets;

    private static int Small(char c) => c switch
    {
        '\u2019' => '\'',
        '\u00A0' => ' ',
        _ when char.IsAscii(c) => char.IsAsciiLetterUpper(c) ? c | 0x20 : c,
        _ => char.ToLowerInvariant(c),
    };
}
