namespace Redaction.Text;

/// <summary>Identifiers of Germany.</summary>
public sealed class DePack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [IdCard.Detector, Svnr.Detector, TaxId.Detector, DeDrivingLicence.Detector, DeVehicle.Detector, HealthInsurance.Detector, PhysicianNumber.Detector, PracticeNumber.Detector, TaxNumber.Detector, TradeRegister.Detector];

    /// <inheritdoc/>
    public static string Id => "de";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
