namespace Redaction.Text;

/// <summary>Identifiers of Brazil.</summary>
public sealed class BrPack : IDetectorPack
{
    private static readonly ITextDetector[] s_detectors = [Cnpj.Detector, Cpf.Detector];

    /// <inheritdoc/>
    public static string Id => "br";

    /// <inheritdoc/>
    public static ReadOnlySpan<ITextDetector> Detectors => s_detectors;
}
