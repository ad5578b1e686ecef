namespace Redaction.Text;

/// <summary>Identifiers of Belgium.</summary>
public sealed class BePack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Nn.Detector];

    /// <inheritdoc/>
    public static string Id => "be";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
