namespace Redaction.Text;

/// <summary>Identifiers of India.</summary>
public sealed class InPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Aadhaar.Detector, Gstin.Detector, Ifsc.Detector, Pan.Detector, InVehicle.Detector, VoterId.Detector];

    /// <inheritdoc/>
    public static string Id => "in";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
