namespace Redaction;

/// <summary>Runs a text detector on the text recovered from a medium and reports its findings in the medium's own regions.</summary>
public sealed class LiftedDetector<TSource, TRegion> : IDetector<TSource, TRegion>
    where TSource : ITextBearing<TRegion>, allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    /// <summary>From this doubt on a text is guessed rather than read: what a model of names sees in it is a guess about a guess.</summary>
    private const float Guessed = 0.35f;

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
                findings.Add(new(finding.Type, text.Locate(finding.Region), Score(in finding, text), finding.Detector));
        }
        finally
        {
            sink.Clear();
            t_sink = sink;
        }
    }

    private static float Score(in Finding<TextSpan> finding, RecoveredText<TRegion> text) =>
        finding.Detector == "names" && text.DoubtOf(finding.Region) is > Guessed and var doubt
            ? finding.Score * (1 - doubt) : finding.Score;
}
