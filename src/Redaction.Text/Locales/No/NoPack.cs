namespace Redaction.Text;

/// <summary>Identifiers of Norway.</summary>
public sealed class NoPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Fodselsnummer.Detector];

    /// <inheritdoc/>
    public static string Id => "no";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
