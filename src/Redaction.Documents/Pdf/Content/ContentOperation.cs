namespace Redaction.Documents.Pdf;

/// <summary>One operator of a content stream with its operands (ISO 32000-2 section 7.8.2).</summary>
/// <param name="Operator">The operator; <c>BI</c> for an inline image as a whole; empty for operands that none follows.</param>
/// <param name="Operands">In order.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after it.</param>
internal readonly record struct ContentOperation(string Operator, List<PdfObject> Operands, int Start, int End)
{
    /// <summary>The data of an inline image.</summary>
    public ReadOnlyMemory<byte> Image { get; init; }

    public double Number(int index) => index < Operands.Count && Operands[index] is PdfNumber number ? number.Value : 0;

    public string? Name(int index) => index >= 0 && index < Operands.Count && Operands[index] is PdfName name ? name.Name : null;
}
