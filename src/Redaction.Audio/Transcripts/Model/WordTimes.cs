using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Redaction.Audio;

/// <summary>Gives every word of a segment a time that is wide enough to hold it.</summary>
internal static class WordTimes
{
    /// <summary>How far off times are taken to be where they cannot be right.</summary>
    public const long Margin = 500 * TimeSpan.TicksPerMillisecond;

    /// <summary>
    /// Words without a time (digits that an aligner has no sound for) take all the time from the end of the last timed word before them
    /// to the start of the first timed word after them, with the segment's own ends as the last resort.
    /// </summary>
    public static void Place(List<TimedWord> words, long? from, long? to, ImmutableArray<TextPiece<AudioSpan>>.Builder pieces)
    {
        var span = CollectionsMarshal.AsSpan(words);
        var before = new long?[span.Length];
        var last = from;
        for (var i = 0; i < span.Length; i++)
        {
            before[i] = last;
            last = IsTimed(span[i]) ? span[i].To : span[i].From ?? span[i].To ?? last;
        }
        var regions = new AudioSpan?[span.Length];
        var next = to;
        for (var i = span.Length - 1; i >= 0; i--)
        {
            var word = span[i];
            regions[i] = IsTimed(word)
                ? word.IsDoubtful ? Doubtful(before[i], word, next) : AudioSpan.FromBounds(word.From!.Value, word.To!.Value)
                : Between(before[i], word, next);
            next = IsTimed(word) ? word.From : word.From ?? word.To ?? next;
        }
        for (var i = 0; i < span.Length; i++) pieces.Add(new(span[i].Span, regions[i]));
    }

    /// <summary>
    /// Words of a segment that has only its own times: characters are laid along the segment in proportion (a digit is spoken as a word
    /// and counts for five), and every word is widened over its neighbours and by half a second, within the segment.
    /// </summary>
    public static void Spread(
        ReadOnlySpan<char> text, List<TimedWord> words, long? from, long? to, ImmutableArray<TextPiece<AudioSpan>>.Builder pieces)
    {
        var edges = new double[words.Count + 1];
        for (var i = 0; i < words.Count; i++) edges[i + 1] = edges[i] + Weight(text.Slice(words[i].Span.Start, words[i].Span.Length)) + 1;
        for (var i = 0; i < words.Count; i++)
        {
            AudioSpan? region = null;
            if (from is { } start && to is { } end && end > start)
            {
                var left = At(edges[Math.Max(0, i - 1)]);
                var right = At(edges[Math.Min(words.Count, i + 2)]);
                left = Math.Max(start, Math.Min(left, At(edges[i]) - Margin));
                right = Math.Min(end, Math.Max(right, At(edges[i + 1]) + Margin));
                region = AudioSpan.FromBounds(left, right);

                long At(double edge) => start + (long)((end - start) * (edge / edges[^1]));
            }
            pieces.Add(new(words[i].Span, region));
        }
    }

    private static bool IsTimed(in TimedWord word) => word is { From: { } from, To: { } to } && to > from;

    /// <summary>A word that was hardly understood may begin earlier and end later: anywhere up to its neighbours,
    /// but no more than half a second.</summary>
    private static AudioSpan Doubtful(long? before, in TimedWord word, long? after)
    {
        var (from, to) = (word.From!.Value, word.To!.Value);
        return AudioSpan.FromBounds(Math.Min(from, Math.Max(from - Margin, before ?? 0)),
            Math.Max(to, Math.Min(to + Margin, after ?? long.MaxValue)));
    }

    private static AudioSpan? Between(long? before, in TimedWord word, long? after)
    {
        var from = word.From is { } own && before is { } b ? Math.Min(own, b) : word.From ?? before;
        var to = word.To is { } end && after is { } a ? Math.Max(end, a) : word.To ?? after;
        if (from is not { } start || to is not { } stop) return null;
        // no room: the neighbours' times are off
        if (start == stop) return AudioSpan.FromBounds(Math.Max(0, start - Margin), stop + Margin);
        return AudioSpan.FromBounds(Math.Min(start, stop), Math.Max(start, stop));
    }

    private static double Weight(ReadOnlySpan<char> word)
    {
        var weight = 0;
        foreach (var c in word) weight += char.IsDigit(c) ? 5 : 1;
        return weight;
    }
}
