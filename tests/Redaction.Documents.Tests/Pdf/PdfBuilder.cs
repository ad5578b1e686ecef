using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Writes small PDF files object by object.</summary>
internal sealed class PdfBuilder
{
    private readonly SortedDictionary<int, byte[]> _objects = [];
    private int _next = 10;

    /// <summary>Entries of the catalogue, beside its type and pages.</summary>
    public string Catalog { get; set; } = "";

    /// <summary>Entries of the page.</summary>
    public string Page { get; set; } = "";

    /// <summary>Resources of the page beside its font F1.</summary>
    public string Resources { get; set; } = "";

    /// <summary>The operators of the page.</summary>
    public string Content { get; set; } = "BT /F1 12 Tf 50 700 Td (Ordinary words stay.) Tj ET";

    /// <summary>Entries of the document information.</summary>
    public string Info { get; set; } = "";

    /// <summary>The font F1.</summary>
    public string Font { get; set; } = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    /// <summary>Adds an object and gives the reference to it.</summary>
    public string Add(string body)
    {
        _objects[_next] = Encoding.Latin1.GetBytes(body);
        return string.Create(CultureInfo.InvariantCulture, $"{_next++} 0 R");
    }

    /// <summary>Adds a stream and gives the reference to it.</summary>
    public string Stream(string entries, string data, bool packs = true) => Stream(entries, Encoding.Latin1.GetBytes(data), packs);

    public string Stream(string entries, byte[] data, bool packs = false)
    {
        _objects[_next] = StreamBytes(entries, data, packs);
        return string.Create(CultureInfo.InvariantCulture, $"{_next++} 0 R");
    }

    private static byte[] StreamBytes(string entries, byte[] data, bool packs)
    {
        if (packs)
        {
            var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
            data = packed.ToArray();
            entries += "/Filter/FlateDecode";
        }
        return [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>\nstream\n")),
            .. data, .. "\nendstream"u8];
    }

    public byte[] Build()
    {
        _objects[1] = Encoding.Latin1.GetBytes($"<</Type/Catalog/Pages 2 0 R{Catalog}>>");
        _objects[2] = "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray();
        _objects[3] = Encoding.Latin1.GetBytes(
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{Resources}>>{Page}>>");
        _objects[4] = StreamBytes("", Encoding.Latin1.GetBytes(Content), packs: true);
        _objects[5] = Encoding.Latin1.GetBytes(Font);
        _objects[6] = Encoding.Latin1.GetBytes($"<<{Info}>>");
        var output = new MemoryStream();
        output.Write("%PDF-1.7\n"u8);
        var offsets = new Dictionary<int, long>();
        foreach (var (number, body) in _objects)
        {
            offsets[number] = output.Length;
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
            output.Write(body);
            output.Write("\nendobj\n"u8);
        }
        var table = output.Length;
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_next}\n"));
        for (var i = 0; i < _next; i++)
            text.Append(offsets.TryGetValue(i, out var offset)
                ? string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n") : "0000000000 65535 f \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_next}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{table}\n%%EOF\n");
        output.Write(Encoding.ASCII.GetBytes(text.ToString()));
        return output.ToArray();
    }
}
