namespace Redaction.Text;

/// <summary>Identifiers of Finland.</summary>
public sealed class FiPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Hetu.Detector];

    /// <inheritdoc/>
    public static string Id => "fi";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
