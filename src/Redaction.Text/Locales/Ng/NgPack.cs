namespace Redaction.Text;

/// <summary>Identifiers of Nigeria.</summary>
public sealed class NgPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Nin.Detector, NgVehicle.Detector];

    /// <inheritdoc/>
    public static string Id => "ng";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
