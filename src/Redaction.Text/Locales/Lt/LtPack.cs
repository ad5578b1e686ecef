namespace Redaction.Text;

/// <summary>Identifiers of Lithuania.</summary>
public sealed class LtPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Ak.Detector];

    /// <inheritdoc/>
    public static string Id => "lt";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
