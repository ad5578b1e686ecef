using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>A detector made of a pattern, a validator and context words. Its values contain a digit.</summary>
/// <remarks>
/// The pattern is matched only around anchors, never over the whole text. It needs no word boundaries: <see cref="Boundary"/> is checked in
/// code, against the text itself. It must be bounded in length and generated with a match timeout; a timeout fails the item.
/// </remarks>
public sealed class PatternDetector : IAnchoredDetector
{
    private readonly Regex _pattern;
    private readonly EntityType _type;
    private readonly Lazy<PatternExtent> _extent;
    private readonly int? _minDigits;
    private readonly int? _reach;
    private readonly float? _score;
    private AnchorScan? _scan;

    /// <summary>Makes a detector whose type has the name of its id.</summary>
    /// <param name="id">Lower-case dotted id, such as <c>de.tax-id</c>.</param>
    /// <param name="pattern">Bounded in length; generated with a match timeout.</param>
    public PatternDetector(string id, Regex pattern) : this(id, new(id), pattern) { }

    /// <summary>Makes a detector.</summary>
    /// <param name="id">Lower-case dotted id.</param>
    /// <param name="type">The type it reports.</param>
    /// <param name="pattern">Bounded in length; generated with a match timeout.</param>
    public PatternDetector(string id, EntityType type, Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Info = new(id, type) { Locale = LocaleOf(id) };
        _type = type;
        _pattern = pattern;
        _extent = new(() => PatternExtent.Of(pattern, Anchors));
    }

    /// <summary>The country that an id such as <c>de.tax-id</c> begins with; null when it begins with none.</summary>
    internal static string? LocaleOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? id[..dot] : null;

    /// <summary>The pattern.</summary>
    internal Regex Pattern => _pattern;

    /// <inheritdoc/>
    public DetectorInfo Info { get; private init; }

    /// <inheritdoc/>
    /// <value><see cref="AnchorKinds.Number"/>.</value>
    public AnchorKinds Anchors { get; init; } = AnchorKinds.Number;

    /// <inheritdoc/>
    /// <value>What the pattern says.</value>
    public int MinDigits
    {
        get => _minDigits ?? _extent.Value.MinDigits;
        init => _minDigits = value;
    }

    /// <summary>How many characters a value may extend beyond the anchor on either side.</summary>
    /// <value>What the pattern says.</value>
    public int Reach
    {
        get => _reach ?? _extent.Value.Reach;
        init => _reach = value;
    }

    /// <summary>Score without context.</summary>
    /// <value>0.3, so that a context word is needed, or 0.7 for a pattern that has none.</value>
    public float Score
    {
        get => _score ?? (Context is null ? 0.7f : 0.3f);
        init => _score = value;
    }

    /// <summary>Score when a context word is near.</summary>
    /// <value>0.9, or <see cref="Score"/> where that is higher.</value>
    public float ContextScore { get; init; } = 0.9f;

    /// <summary>Words that raise the score to <see cref="ContextScore"/>.</summary>
    public ContextWords? Context { get; init; }

    /// <summary>Words near which nothing is reported.</summary>
    public ContextWords? NegativeContext { get; init; }

    /// <summary>Check of a value that fits the pattern.</summary>
    public SpanPredicate? Validate
    {
        get;
        init => (field, Info) = (value, Info with { IsSelfEvident = value is not null });
    }

    /// <summary>What may stand directly beside a value.</summary>
    /// <value><see cref="Boundary.Isolated"/>.</value>
    public Boundary Boundary { get; init; } = Boundary.Isolated;

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings) => (_scan ??= new(this)).Detect(source, findings);

    void IAnchoredDetector.Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) =>
        Probe(source, in anchor, findings);

    /// <inheritdoc cref="IAnchoredDetector.Probe"/>
    internal void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var from = Math.Max(0, anchor.Span.Start - Reach);
        var slice = text[from..Math.Min(text.Length, anchor.Span.End + Reach)];
        foreach (var match in _pattern.EnumerateMatches(slice))
        {
            var span = new TextSpan(from + match.Index, match.Length);
            if (!IsFirstAnchorOf(text, span, anchor.Span)) continue;
            if (!Neighbourhood.IsFree(text, span, Boundary)) continue;
            if (Validate is not null && !Validate(text.Slice(span.Start, span.Length))) continue;
            if (NegativeContext is not null && NegativeContext.AreNear(source, span)) continue;
            var score = Context is not null && Context.AreNear(source, span) ? MathF.Max(Score, ContextScore) : Score;
            findings.Add(new(_type, span, score, Info.Id));
        }
    }

    /// <summary>True when the first digit of the value lies in this anchor: a value over several is reported once.</summary>
    private static bool IsFirstAnchorOf(ReadOnlySpan<char> text, TextSpan value, TextSpan anchor)
    {
        if (!value.Overlaps(anchor)) return false;
        return value.Start >= anchor.Start || !text[value.Start..anchor.Start].ContainsAnyInRange('0', '9');
    }
}
