namespace Redaction.Evaluation;

/// <summary>Compares the spans of one document in every way of counting.</summary>
internal sealed class SpanMatching
{
    private bool[] _true = new bool[1024];
    private bool[] _covered = new bool[1024];

    /// <summary>Counts a document.</summary>
    public DocumentTally Count(int length, IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        foreach (var item in truth.Concat(predictions))
            if (item.Span.Start < 0 || item.Span.Length < 0 || item.Span.End > length)
                throw new ArgumentException($"A span of '{item.Entity}' reaches outside the text.");
        if (_true.Length < length) (_true, _covered) = (new bool[length * 2], new bool[length * 2]);
        var isTrue = Paint(_true.AsSpan(0, length), truth);
        var isCovered = Paint(_covered.AsSpan(0, length), predictions);
        return new(
            Equal(truth, predictions, static s => (s.Span, s.Entity)),
            Equal(truth, predictions, static s => (s.Span, "")),
            Overlapping(truth, predictions),
            HalfCovered(truth, isCovered, predictions, isTrue),
            Characters(isTrue, isCovered));
    }

    /// <summary>Counts the spans of one entity in the document that was counted last:
    /// covered asks whether its true spans lie under any prediction, and whether its predictions lie on any truth.</summary>
    public DocumentTally CountEntity(int length, IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        var isTrue = True(length);
        var isCovered = Covered(length);
        var equal = Equal(truth, predictions, static s => (s.Span, ""));
        var (own, seen) = (new RangeSet(truth.Select(static s => s.Span)), new RangeSet(predictions.Select(static s => s.Span)));
        var found = truth.Count(s => seen.Overlaps(s.Span));
        return new(
            equal,
            equal,
            new(found, predictions.Count(s => !own.Overlaps(s.Span)), truth.Count - found),
            HalfCovered(truth, isCovered, predictions, isTrue),
            new(own.Count(isCovered, true), seen.Count(isTrue, false), own.Count(isCovered, false)));
    }

    /// <summary>True when at least half of the span is marked; an empty span never is.</summary>
    public static bool IsHalf(TextSpan span, ReadOnlySpan<bool> marked) =>
        span.Length > 0 && marked.Slice(span.Start, span.Length).Count(true) * 2 >= span.Length;

    /// <summary>Whether each character is covered by a prediction, for the document counted last.</summary>
    public ReadOnlySpan<bool> Covered(int length) => _covered.AsSpan(0, length);

    /// <summary>Whether each character is true, for the document counted last.</summary>
    public ReadOnlySpan<bool> True(int length) => _true.AsSpan(0, length);

    /// <summary>One-to-one matches of equal keys, as multisets.</summary>
    private static Tally Equal(IEnumerable<EntitySpan> truth, IEnumerable<EntitySpan> predictions, Func<EntitySpan, (TextSpan, string)> key)
    {
        var open = new Dictionary<(TextSpan, string), int>();
        long support = 0, hits = 0, misses = 0;
        foreach (var item in truth)
        {
            open[key(item)] = open.GetValueOrDefault(key(item)) + 1;
            support++;
        }
        foreach (var item in predictions)
        {
            if (open.GetValueOrDefault(key(item)) is var left and > 0) { open[key(item)] = left - 1; hits++; }
            else misses++;
        }
        return new(hits, misses, support - hits);
    }

    private static Tally Overlapping(IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        long found = 0, wrong = 0;
        var (own, seen) = (Ranges(truth), Ranges(predictions));
        foreach (var item in truth)
            if (seen.TryGetValue(item.Entity, out var ranges) && ranges.Overlaps(item.Span)) found++;
        foreach (var item in predictions)
            if (!own.TryGetValue(item.Entity, out var ranges) || !ranges.Overlaps(item.Span)) wrong++;
        return new(found, wrong, truth.Count - found);
    }

    private static Dictionary<string, RangeSet> Ranges(IEnumerable<EntitySpan> spans) =>
        spans.GroupBy(static s => s.Entity, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => new RangeSet(g.Select(static s => s.Span)), StringComparer.Ordinal);

    private static Tally HalfCovered(IReadOnlyCollection<EntitySpan> truth, ReadOnlySpan<bool> isCovered,
        IReadOnlyCollection<EntitySpan> predictions, ReadOnlySpan<bool> isTrue)
    {
        long found = 0, wrong = 0;
        foreach (var item in truth)
            if (IsHalf(item.Span, isCovered)) found++;
        foreach (var item in predictions)
            if (!IsHalf(item.Span, isTrue)) wrong++;
        return new(found, wrong, truth.Count - found);
    }

    private static Tally Characters(ReadOnlySpan<bool> isTrue, ReadOnlySpan<bool> isCovered)
    {
        long both = 0, extra = 0, missed = 0;
        for (var i = 0; i < isTrue.Length; i++)
        {
            if (isTrue[i]) { if (isCovered[i]) both++; else missed++; }
            else if (isCovered[i]) extra++;
        }
        return new(both, extra, missed);
    }

    private static Span<bool> Paint(Span<bool> characters, IEnumerable<EntitySpan> spans)
    {
        characters.Clear();
        foreach (var item in spans) characters.Slice(item.Span.Start, item.Span.Length).Fill(true);
        return characters;
    }
}
