namespace Redaction.Text;

/// <summary>Identifiers of Bulgaria.</summary>
public sealed class BgPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Egn.Detector];

    /// <inheritdoc/>
    public static string Id => "bg";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
