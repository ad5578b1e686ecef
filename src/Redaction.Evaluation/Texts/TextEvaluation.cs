namespace Redaction.Evaluation;

/// <summary>Everything that is measured on labelled texts; documents stream through. Not thread-safe.</summary>
/// <remarks>
/// A span counts as covered when at least half of it lies under predictions of any entity:
/// it is then unreadable, whatever it was taken for. A token leaks when any of its true characters stays uncovered.
/// The edit distance outside spans is the number of characters that are masked although they are not true: masking changes nothing else.
/// </remarks>
internal sealed class TextEvaluation
{
    private const double WantedRecall = 0.95;
    private readonly SpanMatching _matching = new();
    private readonly List<DocumentTally> _documents = [];
    private readonly SortedDictionary<string, DocumentTally> _entities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Kind, string Name), DocumentTally> _groups = [];
    private readonly SortedDictionary<(string True, string Seen), long> _confusion = [];
    private readonly IdentifierRecall _identifiers = new();
    private long _characters, _coveredCharacters, _tokens, _leakedTokens, _leakingDocuments;

    /// <summary>Whether scores mean what they say.</summary>
    public Calibration Calibration { get; } = new();

    /// <summary>Counts over all documents.</summary>
    public DocumentTally Total { get; private set; }

    /// <summary>Counts by entity. A prediction counts under its own entity, and as covered under the entity that it says.</summary>
    public IReadOnlyDictionary<string, DocumentTally> Entities => _entities;

    /// <summary>How often a true entity was taken for another; "none" stands for nothing.</summary>
    public IReadOnlyDictionary<(string True, string Seen), long> Confusion => _confusion;

    /// <summary>The counts of each document.</summary>
    public IReadOnlyList<DocumentTally> Tallies => _documents;

    /// <summary>Of each true span of all documents, whether it is covered.</summary>
    public List<bool> CoveredSpans { get; } = [];

    /// <summary>Number of documents.</summary>
    public int Documents => _documents.Count;

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A span reaches outside the text.</exception>
    public void Add(LabelledText document, IReadOnlyCollection<EntitySpan> predictions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(predictions);
        var tally = _matching.Count(document.Text.Length, document.Spans, predictions);
        foreach (var span in document.Spans)
            CoveredSpans.Add(SpanMatching.IsHalf(span.Span, _matching.Covered(document.Text.Length)));
        CountEntities(document, predictions);
        _documents.Add(tally);
        Total += tally;
        foreach (var group in document.Groups) _groups[group] = _groups.GetValueOrDefault(group) + tally;
        if (tally.Characters.FalseNegatives > 0) _leakingDocuments++;
        _characters += document.Text.Length;
        _coveredCharacters += tally.Characters.TruePositives + tally.Characters.FalsePositives;
        _identifiers.Add(document.Spans, _matching.Covered(document.Text.Length));
        CountTokens(document.Text);
        CountScores(document, predictions);
    }

    /// <summary>All figures.</summary>
    /// <param name="seed">Seed of the intervals.</param>
    public FigureTree Figures(ulong seed = 1)
    {
        var figures = new FigureTree();
        var overall = figures["overall"];
        Total.WriteTo(overall);
        overall.Set("documents", Documents);
        overall.Set("leakingDocuments", _leakingDocuments);
        overall["tokens"].Set("support", _tokens);
        overall["tokens"].Set("leaked", _leakedTokens);
        overall["tokens"].Set("leakage", _tokens == 0 ? null : (double)_leakedTokens / _tokens);
        overall["utility"].Set("keptShare", _characters == 0 ? null : 1 - (double)_coveredCharacters / _characters);
        overall["utility"].Set("editDistanceOutsideSpans", Total.Characters.FalsePositives);
        overall["utility"].Set("overMaskedPerThousandCharacters",
            _characters == 0 ? null : 1000.0 * Total.Characters.FalsePositives / _characters);
        _identifiers.WriteTo(overall);
        Intervals(overall["strict"], static d => d.Strict, seed);
        Intervals(overall["covered"], static d => d.Covered, seed);
        foreach (var (entity, tally) in _entities)
        {
            var node = figures["entities"][entity];
            tally.WriteTo(node);
            node["calibration"].Set("expectedError", Calibration.ExpectedError(entity));
            node["calibration"].Set("thresholdForRecall95", Calibration.ThresholdFor(entity, WantedRecall));
        }
        foreach (var ((kind, name), tally) in _groups) tally.WriteTo(figures["groups"][kind][name]);
        foreach (var ((isTrue, seen), count) in _confusion) figures["confusion"][isTrue].Set(seen, count);
        return figures;
    }

    private void CountEntities(LabelledText document, IReadOnlyCollection<EntitySpan> predictions)
    {
        var (truth, seen) = (document.Spans.ToLookup(static s => s.Entity, StringComparer.Ordinal),
            predictions.ToLookup(static s => s.Entity, StringComparer.Ordinal));
        foreach (var entity in truth.Select(static g => g.Key).Union(seen.Select(static g => g.Key), StringComparer.Ordinal))
            _entities[entity] = _entities.GetValueOrDefault(entity)
                + _matching.CountEntity(document.Text.Length, [.. truth[entity]], [.. seen[entity]]);
    }

    private void Intervals(FigureTree node, Func<DocumentTally, Tally> part, ulong seed)
    {
        var intervals = Bootstrap.Intervals([.. _documents.Select(part)], [static t => t.Precision, static t => t.Recall], seed);
        foreach (var (name, interval) in ((string[])["precision", "recall"]).Zip(intervals))
        {
            if (interval is not var (low, high)) continue;
            node["interval95"].Set(name + "Low", low);
            node["interval95"].Set(name + "High", high);
        }
    }

    private void CountTokens(ReadOnlySpan<char> text)
    {
        var isTrue = _matching.True(text.Length);
        var isCovered = _matching.Covered(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            bool holdsTrue = false, leaks = false;
            for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
            {
                holdsTrue |= isTrue[i];
                leaks |= isTrue[i] && !isCovered[i];
            }
            if (holdsTrue) _tokens++;
            if (leaks) _leakedTokens++;
        }
    }

    private void CountScores(LabelledText document, IReadOnlyCollection<EntitySpan> predictions)
    {
        var isTrue = _matching.True(document.Text.Length);
        foreach (var item in predictions) Calibration.AddPrediction(item.Entity, item.Score, SpanMatching.IsHalf(item.Span, isTrue));
        var index = new OverlapIndex(predictions);
        foreach (var item in document.Spans)
        {
            var (reached, seen, shared) = (0f, "none", 0);
            foreach (var other in index.Overlapping(item.Span))
            {
                reached = MathF.Max(reached, other.Score);
                if (Shared(other.Span, item.Span) > shared) (seen, shared) = (other.Entity, Shared(other.Span, item.Span));
            }
            Calibration.AddTruth(item.Entity, reached);
            _confusion[(item.Entity, seen)] = _confusion.GetValueOrDefault((item.Entity, seen)) + 1;
        }
    }

    private static int Shared(TextSpan left, TextSpan right) => Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);
}
