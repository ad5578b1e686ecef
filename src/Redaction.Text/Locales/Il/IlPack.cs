namespace Redaction.Text;

/// <summary>Identifiers of Israel.</summary>
public sealed class IlPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [IlId.Detector];

    /// <inheritdoc/>
    public static string Id => "il";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
