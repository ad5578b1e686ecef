namespace Redaction.Text;

/// <summary>Identifiers of South Africa.</summary>
public sealed class ZaPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [ZaId.Detector];

    /// <inheritdoc/>
    public static string Id => "za";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
