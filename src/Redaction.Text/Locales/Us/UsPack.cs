namespace Redaction.Text;

/// <summary>Identifiers of the United States.</summary>
public sealed class UsPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [DeaNumber.Detector, DriverLicense.Detector, Itin.Detector, Mbi.Detector, Npi.Detector, RoutingNumber.Detector, Ssn.Detector, UsPassport.Detector];

    /// <inheritdoc/>
    public static string Id => "us";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
