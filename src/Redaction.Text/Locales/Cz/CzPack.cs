namespace Redaction.Text;

/// <summary>Identifiers of Czechia and Slovakia.</summary>
public sealed class CzPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Rc.Detector];

    /// <inheritdoc/>
    public static string Id => "cz";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
