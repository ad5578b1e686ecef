namespace Redaction.Text;

/// <summary>Identifiers of the United Kingdom.</summary>
public sealed class UkPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [DrivingLicence.Detector, Nhs.Detector, Nino.Detector, SortCode.Detector, UkPostcode.Detector, Utr.Detector, UkPassport.Detector, UkVehicle.Detector];

    /// <inheritdoc/>
    public static string Id => "uk";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
