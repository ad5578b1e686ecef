using System.Buffers;

namespace Redaction;

/// <summary>Finds words that introduce a name, whatever their case, at the beginnings of words.</summary>
internal sealed class IntroductionSet
{
    private const int Letters = 128;

    private readonly SearchValues<string>? _keys;
    private readonly SearchValues<char>? _accents;
    private readonly IntroductionEntry[][] _entries;

    /// <summary>Makes a set of entries that are all searched for by accented letters, or all by longer parts.</summary>
    public IntroductionSet(IntroductionEntry[] entries)
    {
        if (entries[0].IsAccented)
            _accents = SearchValues.Create([.. entries.SelectMany(static e => new[] { e.Key[0], char.ToUpperInvariant(e.Key[0]) })]);
        else
            _keys = SearchValues.Create([.. entries.Select(static e => e.Key).Distinct()], StringComparison.OrdinalIgnoreCase);
        _entries = [.. Enumerable.Range(0, Letters).Select(letter => entries
            .Where(e => Bucket(e.Key[0]) == letter).OrderByDescending(static e => e.Words.Length).ToArray())];
    }

    /// <summary>The first introduction from <paramref name="from"/> on; of several at one place the longest.</summary>
    public bool TryNext(ReadOnlySpan<char> text, int from, out Introduction found)
    {
        for (var position = from; position < text.Length; position++)
        {
            var step = _keys is null ? text[position..].IndexOfAny(_accents!) : text[position..].IndexOfAny(_keys);
            if (step < 0) break;
            position += step;
            foreach (ref readonly var entry in _entries[Bucket(text[position])].AsSpan())
            {
                var start = position - entry.KeyStart;
                if (start < from || entry.EndAt(text, start) is not (> 0 and var end)) continue;
                var owner = entry.Kind == IntroductionKind.Named ? NameOwners.Before(text[..start]) : NameOwner.Unknown;
                found = new(start, end, entry.Kind, owner);
                return true;
            }
        }
        found = default;
        return false;
    }

    private static int Bucket(char c) => char.ToLowerInvariant(c) % Letters;
}
