namespace Redaction.Text;

/// <summary>Identifiers that are the same all over the world.</summary>
public sealed class GlobalPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Email.Detector];

    /// <inheritdoc/>
    public static string Id => "global";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
