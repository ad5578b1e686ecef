using System.Buffers.Binary;

namespace Redaction.Documents.Pdf;

/// <summary>A picture of a page as an image of PDF: the packed rows of a PNG file are those of PDF too.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Image">The image.</param>
internal sealed record RasterPage(int Width, int Height, PdfStream Image)
{
    private const int Grey = 0, Colour = 2;

    /// <exception cref="RedactionException">It is no PNG of grey or colours without interlacing.</exception>
    public static RasterPage Of(ReadOnlyMemory<byte> png)
    {
        var rows = new MemoryStream();
        var header = ReadOnlySpan<byte>.Empty;
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.Span[at..]);
            if (length < 0 || length > png.Length - at - 12) throw Unknown();
            var kind = png.Span.Slice(at + 4, 4);
            var data = png.Span.Slice(at + 8, length);
            if (kind.SequenceEqual("IHDR"u8)) header = data;
            else if (kind.SequenceEqual("IDAT"u8)) rows.Write(data);
            at += length + 12;
        }
        if (header.Length != 13 || header[8] is not (1 or 2 or 4 or 8 or 16) || header[9] is not (Grey or Colour) || header[12] != 0)
            throw Unknown();
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var isGrey = header[9] == Grey;
        var parameters = new PdfDictionary();
        foreach (var (key, value) in (IEnumerable<(string, int)>)
            [("Predictor", 15), ("Colors", isGrey ? 1 : 3), ("BitsPerComponent", header[8]), ("Columns", width)])
            parameters[key] = new PdfNumber(value);
        var image = new PdfDictionary();
        (image["Type"], image["Subtype"]) = (new PdfName("XObject"), new PdfName("Image"));
        (image["Width"], image["Height"]) = (new PdfNumber(width), new PdfNumber(height));
        (image["ColorSpace"], image["BitsPerComponent"]) = (new PdfName(isGrey ? "DeviceGray" : "DeviceRGB"), new PdfNumber(header[8]));
        (image["Filter"], image["DecodeParms"]) = (new PdfName("FlateDecode"), parameters);
        return new(width, height, new(image, rows.ToArray()));
    }

    private static RedactionException Unknown() =>
        new(ErrorCodes.ComponentFailed, "pdf", "A redacted page is no picture that a PDF file can hold.");
}
