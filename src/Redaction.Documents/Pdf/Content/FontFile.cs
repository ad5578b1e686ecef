using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Redaction.Documents.Pdf;

/// <summary>Writes a small file that holds one font and what it needs, unpacked.</summary>
internal static class FontFile
{
    private const int FirstNumber = 4, MostObjects = 4096;

    /// <summary>The font of such a file.</summary>
    public static IndirectReferenceToken Font { get; } = new(new IndirectReference(FirstNumber, 0));

    public static byte[] Write(PdfFile file, PdfDictionary font)
    {
        var numbers = new Dictionary<int, int>();
        var waiting = new Queue<PdfObject>([font]);
        var output = new MemoryStream();
        var offsets = new List<long>();
        output.Write("%PDF-1.7\n"u8);
        Add("<</Type/Catalog/Pages 2 0 R>>"u8);
        Add("<</Type/Pages/Count 1/Kids[3 0 R]>>"u8);
        Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>"u8);
        while (waiting.TryDequeue(out var next))
        {
            var text = new MemoryStream();
            new PdfSerializer(text, Number).Write(Plain(file, next));
            Add(text.GetBuffer().AsSpan(0, (int)text.Length));
        }
        PdfTable.Write(output, offsets, "/Root 1 0 R");
        return output.ToArray();

        int Number(int number)
        {
            if (numbers.TryGetValue(number, out var known)) return known;
            if (numbers.Count >= MostObjects) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A font has too many parts.");
            waiting.Enqueue(file.Get(number));
            return numbers[number] = FirstNumber + numbers.Count + 1;
        }

        void Add(ReadOnlySpan<byte> text)
        {
            offsets.Add(output.Length);
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n")));
            output.Write(text);
            output.Write("\nendobj\n"u8);
        }
    }

    private static PdfObject Plain(PdfFile file, PdfObject value)
    {
        if (value is not PdfStream stream) return value;
        var dictionary = stream.Dictionary.Without("Filter", "DecodeParms", "F");
        return PdfFilters.Decode(file, stream, out var picture) is { } data && picture is null
            ? new PdfStream(dictionary, data) : new PdfStream(dictionary, default);
    }
}
