namespace Redaction.Documents.Pdf;

/// <summary>Objects in a stream (ISO 32000-2 section 7.5.7).</summary>
internal sealed class PdfObjectStream
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly Dictionary<int, int> _offsets = [];

    public PdfObjectStream(ReadOnlyMemory<byte> data, int count, int first)
    {
        _data = data;
        var lexer = new PdfLexer(data, hasReferences: false);
        for (var i = 0; i < count && lexer.Position < Math.Min(first, data.Length); i++)
        {
            if (lexer.Read() is not PdfNumber number || lexer.Read() is not PdfNumber offset) return;
            _offsets[(int)number.Integer] = (int)Math.Clamp(first + offset.Integer, 0, data.Length);
        }
    }

    public IEnumerable<int> Numbers => _offsets.Keys;

    public PdfObject? Get(int number) => _offsets.TryGetValue(number, out var offset)
        ? new PdfLexer(_data, hasReferences: true) { Position = offset }.Read() : null;
}
