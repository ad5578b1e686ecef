namespace Redaction.Text;

/// <summary>One identifier that is written in several shapes, each with its own pattern and score.</summary>
public sealed class ShapedDetector : IAnchoredDetector
{
    private readonly PatternDetector[] _shapes;

    /// <summary>Makes a detector out of shapes that no value has two of.</summary>
    /// <exception cref="ArgumentException">There is no shape, or the shapes have different ids.</exception>
    public ShapedDetector(params ReadOnlySpan<PatternDetector> shapes)
    {
        if (shapes.IsEmpty) throw new ArgumentException("At least one shape is needed.", nameof(shapes));
        _shapes = [.. shapes];
        Info = _shapes[0].Info;
        MinDigits = int.MaxValue;
        foreach (var shape in _shapes)
        {
            if (shape.Info.Id != Info.Id) throw new ArgumentException($"The shapes have different ids: {Info.Id}, {shape.Info.Id}.", nameof(shapes));
            Anchors |= shape.Anchors;
            MinDigits = Math.Min(MinDigits, shape.MinDigits);
        }
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    public AnchorKinds Anchors { get; }

    /// <inheritdoc/>
    public int MinDigits { get; }

    /// <inheritdoc/>
    public void Detect(TextSource source, FindingSink<TextSpan> findings) => new AnchorScan(this).Detect(source, findings);

    /// <inheritdoc/>
    public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        foreach (var shape in _shapes)
            if (anchor.Digits >= shape.MinDigits && shape.Anchors.HasFlag(anchor.Kind)) shape.Probe(source, in anchor, findings);
    }
}
