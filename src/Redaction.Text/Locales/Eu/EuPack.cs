namespace Redaction.Text;

/// <summary>Identifiers of the European Union.</summary>
public sealed class EuPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [EuVat.Detector];

    /// <inheritdoc/>
    public static string Id => "eu";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
