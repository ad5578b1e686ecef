namespace Redaction.Text;

/// <summary>Identifiers of the Netherlands.</summary>
public sealed class NlPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Bsn.Detector];

    /// <inheritdoc/>
    public static string Id => "nl";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
