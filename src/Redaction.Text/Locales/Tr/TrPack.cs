namespace Redaction.Text;

/// <summary>Identifiers of Türkiye.</summary>
public sealed class TrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Tckn.Detector, TrVehicle.Detector];

    /// <inheritdoc/>
    public static string Id => "tr";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
