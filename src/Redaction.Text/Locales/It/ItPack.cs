namespace Redaction.Text;

/// <summary>Identifiers of Italy.</summary>
public sealed class ItPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [FiscalCode.Detector, ItVat.Detector, ItDrivingLicence.Detector, ItIdCard.Detector];

    /// <inheritdoc/>
    public static string Id => "it";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
