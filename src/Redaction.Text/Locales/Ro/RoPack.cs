namespace Redaction.Text;

/// <summary>Identifiers of Romania.</summary>
public sealed class RoPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Cnp.Detector];

    /// <inheritdoc/>
    public static string Id => "ro";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
