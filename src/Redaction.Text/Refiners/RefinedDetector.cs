using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Detectors with refiners as one detector, for media whose text is searched in pieces:
/// each piece is a document of its own.</summary>
internal sealed class RefinedDetector : ITextDetector
{
    [ThreadStatic]
    private static FindingSink<TextSpan>? t_sink;

    private readonly ImmutableArray<ITextDetector> _detectors;
    private readonly ImmutableArray<IFindingRefiner<TextSource, TextSpan>> _refiners;

    /// <summary>Puts detectors and refiners together.</summary>
    public RefinedDetector(IEnumerable<ITextDetector> detectors, params IEnumerable<IFindingRefiner<TextSource, TextSpan>> refiners)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(refiners);
        _detectors = [new NormalizingDetector(AnchorScan.Gather(detectors))];
        _refiners = [.. refiners];
        Info = new("refined", [.. _detectors.SelectMany(static d => d.Info.Types).Distinct()]);
    }

    /// <inheritdoc/>
    public DetectorInfo Info { get; }

    /// <inheritdoc/>
    /// <exception cref="RedactionException">A detector or refiner failed (<see cref="ErrorCodes.ComponentFailed"/>).</exception>
    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sink = t_sink ?? new();
        t_sink = null;
        try
        {
            foreach (var detector in _detectors) Run(detector, source, sink);
            foreach (var refiner in _refiners) Run(refiner, source, sink);
            foreach (ref readonly var finding in sink.Items) findings.Add(in finding);
        }
        finally
        {
            sink.Clear();
            t_sink = sink;
        }
    }

    private static void Run(ITextDetector detector, TextSource source, FindingSink<TextSpan> sink)
    {
        try
        {
            detector.Detect(source, sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, detector.Info.Id, cause: e.GetType());
        }
    }

    private static void Run(IFindingRefiner<TextSource, TextSpan> refiner, TextSource source, FindingSink<TextSpan> sink)
    {
        try
        {
            refiner.Refine(source, sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, refiner.Id, cause: e.GetType());
        }
    }
}
