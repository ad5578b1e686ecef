namespace Redaction.Text;

/// <summary>Identifiers of Ireland.</summary>
public sealed class IePack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Pps.Detector];

    /// <inheritdoc/>
    public static string Id => "ie";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
