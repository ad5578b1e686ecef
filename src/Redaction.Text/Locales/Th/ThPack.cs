namespace Redaction.Text;

/// <summary>Identifiers of Thailand.</summary>
public sealed class ThPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Tnin.Detector];

    /// <inheritdoc/>
    public static string Id => "th";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
