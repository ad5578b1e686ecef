namespace Redaction;

/// <summary>Runs a text detector on the text recovered from a medium and reports its findings in the medium's own regions.</summary>
public sealed class LiftedDetector<TSource, TRegion> : IDetector<TSource, TRegion>
    where TSource : ITextBearing<TRegion>, allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    [ThreadStatic]
    private static FindingSink<TextSpan>? t_sink;

    private readonly ITextDetector _inner;

    /// <summary>Lifts <paramref name="inner"/> into the medium.</summary>
    public LiftedDetector(ITextDetector inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public DetectorInfo Info => _inner.Info;

    /// <inheritdoc/>
    /// <exception cref="RedactionException">A finding has no place in the medium (<see cref="ErrorCodes.NoTime"/>).</exception>
    public void Detect(TSource source, FindingSink<TRegion> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sink = t_sink ?? new();
        t_sink = null;
        try
        {
            var text = source.Text;
            _inner.Detect(new TextSource(text.Text, source.Context), sink);
            foreach (ref readonly var finding in sink.Items)
                findings.Add(new(finding.Type, text.Locate(finding.Region), finding.Score, finding.Detector));
        }
        finally
        {
            sink.Clear();
            t_sink = sink;
        }
    }
}
