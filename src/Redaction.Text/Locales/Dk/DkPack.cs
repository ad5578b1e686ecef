namespace Redaction.Text;

/// <summary>Identifiers of Denmark.</summary>
public sealed class DkPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Cpr.Detector];

    /// <inheritdoc/>
    public static string Id => "dk";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
