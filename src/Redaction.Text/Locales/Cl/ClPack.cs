namespace Redaction.Text;

/// <summary>Identifiers of Chile.</summary>
public sealed class ClPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Rut.Detector];

    /// <inheritdoc/>
    public static string Id => "cl";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
