namespace Redaction.Text;

/// <summary>Identifiers of Estonia.</summary>
public sealed class EePack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Ik.Detector];

    /// <inheritdoc/>
    public static string Id => "ee";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
