namespace Redaction.Text;

/// <summary>Identifiers of Canada.</summary>
public sealed class CaPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Sin.Detector];

    /// <inheritdoc/>
    public static string Id => "ca";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
