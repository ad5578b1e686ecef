namespace Redaction.Text;

/// <summary>Identifiers of Croatia.</summary>
public sealed class HrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Oib.Detector];

    /// <inheritdoc/>
    public static string Id => "hr";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
