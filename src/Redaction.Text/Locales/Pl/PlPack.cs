namespace Redaction.Text;

/// <summary>Identifiers of Poland.</summary>
public sealed class PlPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Pesel.Detector];

    /// <inheritdoc/>
    public static string Id => "pl";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
