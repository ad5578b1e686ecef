namespace Redaction.Evaluation;

/// <summary>Compares predicted with true spans, document by document, so that data sets of any size stream through.</summary>
/// <remarks>
/// Strict: start, end and entity agree, one to one; a second equal prediction is a false positive. Characters: a true character is found when
/// any prediction covers it, whatever its entity, since it is then masked; overlapping truth counts a character once overall, and once for
/// each entity. Not thread-safe.
/// </remarks>
public sealed class SpanScorer
{
    private readonly SortedDictionary<string, EntityScore> _entities = new(StringComparer.Ordinal);
    private bool[] _covered = new bool[1024];
    private bool[] _true = new bool[1024];

    /// <summary>Results by entity, sorted by name.</summary>
    public IReadOnlyDictionary<string, EntityScore> Entities => _entities;

    /// <summary>Strict counts over all entities.</summary>
    public Tally Strict { get; private set; }

    /// <summary>Counts of spans whose start and end agree, whatever the entity.</summary>
    public Tally TypeAgnostic { get; private set; }

    /// <summary>Counts of characters: true and covered, covered although not true, true and left uncovered.</summary>
    public Tally Characters { get; private set; }

    /// <summary>Number of documents so far.</summary>
    public int Documents { get; private set; }

    /// <summary>Number of documents in which at least one true character stayed uncovered.</summary>
    public int LeakingDocuments { get; private set; }

    /// <summary>Adds a document.</summary>
    /// <param name="length">Length of the text in UTF-16 code units.</param>
    /// <param name="truth">The true spans.</param>
    /// <param name="predictions">The predicted spans.</param>
    /// <exception cref="ArgumentException">A span reaches outside the text.</exception>
    public void Add(int length, IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predictions);
        foreach (var item in truth.Concat(predictions))
            if (item.Span.Start < 0 || item.Span.Length < 0 || item.Span.End > length)
                throw new ArgumentException($"A span of '{item.Entity}' reaches outside the text.");
        Documents++;
        CountSpans(truth, predictions);
        CountCharacters(length, truth, predictions);
    }

    private void CountSpans(IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        TypeAgnostic += Matches(truth, predictions);
        foreach (var entity in truth.Concat(predictions).Select(static s => s.Entity).Distinct(StringComparer.Ordinal))
        {
            var tally = Matches(truth.Where(s => s.Entity == entity), predictions.Where(s => s.Entity == entity));
            ScoreOf(entity).Strict += tally;
            Strict += tally;
        }
    }

    private void CountCharacters(int length, IReadOnlyCollection<EntitySpan> truth, IReadOnlyCollection<EntitySpan> predictions)
    {
        if (_true.Length < length) (_true, _covered) = (new bool[length * 2], new bool[length * 2]);
        var covered = Paint(_covered.AsSpan(0, length), predictions);
        var tally = Compare(Paint(_true.AsSpan(0, length), truth), covered);
        Characters += tally;
        if (tally.FalseNegatives > 0) LeakingDocuments++;
        foreach (var group in truth.GroupBy(static s => s.Entity, StringComparer.Ordinal))
            ScoreOf(group.Key).Characters += Compare(Paint(_true.AsSpan(0, length), group), covered) with { FalsePositives = 0 };
    }

    private EntityScore ScoreOf(string entity)
    {
        if (!_entities.TryGetValue(entity, out var score)) _entities.Add(entity, score = new());
        return score;
    }

    /// <summary>One-to-one matches of equal ranges, as multisets.</summary>
    private static Tally Matches(IEnumerable<EntitySpan> truth, IEnumerable<EntitySpan> predictions)
    {
        var open = new Dictionary<TextSpan, int>();
        long support = 0, hits = 0, misses = 0;
        foreach (var item in truth)
        {
            open[item.Span] = open.GetValueOrDefault(item.Span) + 1;
            support++;
        }
        foreach (var item in predictions)
        {
            if (open.GetValueOrDefault(item.Span) is var left and > 0) { open[item.Span] = left - 1; hits++; }
            else misses++;
        }
        return new(hits, misses, support - hits);
    }

    private static Span<bool> Paint(Span<bool> characters, IEnumerable<EntitySpan> spans)
    {
        characters.Clear();
        foreach (var item in spans) characters.Slice(item.Span.Start, item.Span.Length).Fill(true);
        return characters;
    }

    private static Tally Compare(ReadOnlySpan<bool> truth, ReadOnlySpan<bool> covered)
    {
        long both = 0, extra = 0, missed = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i]) { if (covered[i]) both++; else missed++; }
            else if (covered[i]) extra++;
        }
        return new(both, extra, missed);
    }
}
