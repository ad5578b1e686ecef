namespace Redaction.Text;

/// <summary>Identifiers of Greece.</summary>
public sealed class GrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Amka.Detector];

    /// <inheritdoc/>
    public static string Id => "gr";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
