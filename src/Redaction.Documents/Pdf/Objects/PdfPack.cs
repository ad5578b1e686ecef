using System.Buffers.Binary;
using System.IO.Compression;

namespace Redaction.Documents.Pdf;

/// <summary>Packs what is written anew.</summary>
internal static class PdfPack
{
    public static PdfStream Stream(PdfDictionary dictionary, ReadOnlySpan<byte> data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        dictionary["Filter"] = new PdfName("FlateDecode");
        return new(dictionary, packed.ToArray());
    }

    /// <summary>A stream without what may stand behind its packed data.</summary>
    public static PdfStream Tidy(PdfFile file, PdfStream stream)
    {
        if (PdfFilters.Of(file, stream.Dictionary) is not [("FlateDecode" or "Fl", var parameters)]) return stream;
        var data = PdfFilters.Inflate(stream.Data).Span;
        var end = stream.Data.Span.TrimEnd("\r\n"u8);
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Adler(data));
        // The first one: a copy of the end may stand behind it.
        if (end.IndexOf(sum) is >= 0 and var first && first + sum.Length == end.Length) return stream;
        var dictionary = stream.Dictionary.Without("Filter", "DecodeParms", "Length");
        if (parameters is not null) dictionary["DecodeParms"] = parameters;
        return Stream(dictionary, data);
    }

    /// <summary>The check sum of RFC 1950.</summary>
    private static uint Adler(ReadOnlySpan<byte> data)
    {
        uint a = 1, b = 0;
        while (!data.IsEmpty)
        {
            foreach (var value in data[..Math.Min(data.Length, 3800)])
            {
                a += value;
                b += a;
            }
            (a, b) = (a % 65521, b % 65521);
            data = data[Math.Min(data.Length, 3800)..];
        }
        return b << 16 | a;
    }
}
