namespace Redaction.Text;

/// <summary>Identifiers of the Republic of Korea.</summary>
public sealed class KrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [BusinessNumber.Detector, KrDrivingLicence.Detector, KrPassport.Detector, Rrn.Detector];

    /// <inheritdoc/>
    public static string Id => "kr";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
