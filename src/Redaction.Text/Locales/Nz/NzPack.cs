namespace Redaction.Text;

/// <summary>Identifiers of New Zealand.</summary>
public sealed class NzPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Ird.Detector];

    /// <inheritdoc/>
    public static string Id => "nz";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
