namespace Redaction.Text;

/// <summary>Identifiers of Argentina.</summary>
public sealed class ArPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Cuit.Detector];

    /// <inheritdoc/>
    public static string Id => "ar";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
