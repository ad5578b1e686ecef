namespace Redaction.Text;

/// <summary>Identifiers of Portugal.</summary>
public sealed class PtPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Nif.Detector];

    /// <inheritdoc/>
    public static string Id => "pt";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
