namespace Redaction.Text;

/// <summary>Identifiers of Sweden.</summary>
public sealed class SePack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Personnummer.Detector, Orgnr.Detector];

    /// <inheritdoc/>
    public static string Id => "se";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
