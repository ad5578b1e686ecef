namespace Redaction.Text;

/// <summary>Identifiers of Mexico.</summary>
public sealed class MxPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Clabe.Detector, Curp.Detector];

    /// <inheritdoc/>
    public static string Id => "mx";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
