namespace Redaction.Text;

/// <summary>Identifiers of Australia.</summary>
public sealed class AuPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Abn.Detector, Medicare.Detector, Tfn.Detector, Acn.Detector];

    /// <inheritdoc/>
    public static string Id => "au";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
