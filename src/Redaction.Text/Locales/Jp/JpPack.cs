namespace Redaction.Text;

/// <summary>Identifiers of Japan.</summary>
public sealed class JpPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [MyNumber.Detector];

    /// <inheritdoc/>
    public static string Id => "jp";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
