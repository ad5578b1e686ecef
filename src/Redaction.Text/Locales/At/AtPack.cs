namespace Redaction.Text;

/// <summary>Identifiers of Austria.</summary>
public sealed class AtPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Vnr.Detector];

    /// <inheritdoc/>
    public static string Id => "at";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
