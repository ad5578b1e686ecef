namespace Redaction.Text;

/// <summary>Identifiers of Switzerland.</summary>
public sealed class ChPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Ahv.Detector];

    /// <inheritdoc/>
    public static string Id => "ch";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
