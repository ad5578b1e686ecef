namespace Redaction.Text;

/// <summary>Identifiers of Spain.</summary>
public sealed class EsPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Cif.Detector, Dni.Detector, EsPassport.Detector];

    /// <inheritdoc/>
    public static string Id => "es";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
