namespace Redaction.Text;

/// <summary>Identifiers of France.</summary>
public sealed class FrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Nir.Detector];

    /// <inheritdoc/>
    public static string Id => "fr";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
