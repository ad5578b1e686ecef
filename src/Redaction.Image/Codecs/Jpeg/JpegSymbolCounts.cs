namespace Redaction.Image;

/// <summary>Counts symbols, from which the best tables are made.</summary>
internal readonly struct JpegSymbolCounts() : IJpegSymbols
{
    private readonly long[] _counts = new long[JpegHeader.Tables * 256];

    public void Put(int table, int symbol, int bits, int count) => _counts[table * 256 + symbol]++;

    public void Restart(int number) { }

    public JpegHuffman Best(int table) => JpegHuffman.Best(_counts.AsSpan(table * 256, 256));
}
