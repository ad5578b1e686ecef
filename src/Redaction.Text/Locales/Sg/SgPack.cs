namespace Redaction.Text;

/// <summary>Identifiers of Singapore.</summary>
public sealed class SgPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Nric.Detector, Uen.Detector];

    /// <inheritdoc/>
    public static string Id => "sg";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
