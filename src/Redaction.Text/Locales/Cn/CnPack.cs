namespace Redaction.Text;

/// <summary>Identifiers of China.</summary>
public sealed class CnPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Ric.Detector];

    /// <inheritdoc/>
    public static string Id => "cn";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
