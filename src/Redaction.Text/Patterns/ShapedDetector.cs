namespace Redaction.Text;

/// <summary>One identifier that is written in several shapes, each with its own pattern and score.</summary>
public sealed class ShapedDetector : IAnchoredDetector
{
    private readonly PatternDetector[] _shapes;
    private AnchorScan? _scan;

    /// <summary>Makes a detector out of shapes that no value has two of.</summary>
    /// <exception cref="ArgumentException">There is no shape, or the shapes have different ids.</exception>
    public ShapedDetector(params ReadOnlySpan<PatternDetector> shapes)
    {
        if (shapes.IsEmpty) throw new ArgumentException("At least one shape is needed.", nameof(shapes));
        _shapes = [.. shapes];
        Info = _shapes[0].Info with { IsSelfEvident = _shapes.Any(static s => s.Info.IsSelfEvident) };
        MinDigits = int.MaxValue;
        foreach (var shape in _shapes)
        {
            if (shape.Info.Id != Info.Id)
                throw new ArgumentException($"The shapes have different ids: {Info.Id}, {shape.Info.Id}.", nameof(shapes));
            Anchors |= shape.Anchors;
            MinDigits = Math.Min(MinDigits, shape.MinDigits);
        }
    }

    /// <summary>The shapes.</summary>
    internal IReadOnlyList<PatternDetector> Shapes => _shapes;

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public AnchorKinds Anchors { get; }

    /// <inheritdoc/>
    public int MinDigits { get; }

    /// <summary>Says, from an anchor and one character on either side of it, whether any shape can match there.</summary>
    /// <value>Null: all are tried. A pattern that is tried in vain costs an allocation,
    /// so shapes that few digits set off need this.</value>
    public SpanPredicate? Gate { get; init; }

    /// <summary>The gate of shapes whose anchor holds a letter.</summary>
    internal static bool HasLetter(ReadOnlySpan<char> near)
    {
        foreach (var c in near)
            if (char.IsAsciiLetter(c)) return true;
        return false;
    }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings) => (_scan ??= new(this)).Detect(source, findings);

    /// <inheritdoc/>
    void IAnchoredDetector.Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        if (Gate is not null)
        {
            var text = source.Text;
            if (!Gate(text[Math.Max(0, anchor.Span.Start - 1)..Math.Min(text.Length, anchor.Span.End + 1)])) return;
        }
        foreach (var shape in _shapes)
            if (anchor.Digits >= shape.MinDigits && shape.Anchors.HasFlag(anchor.Kind)) shape.Probe(source, in anchor, findings);
    }
}
