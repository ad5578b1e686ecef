namespace Redaction.Text;

/// <summary>Identifiers of Hong Kong.</summary>
public sealed class HkPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Hkid.Detector];

    /// <inheritdoc/>
    public static string Id => "hk";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
