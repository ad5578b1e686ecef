using System.Globalization;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes a file as pictures of its pages, redacted as pictures are: what is not seen does not come out.</summary>
internal sealed class PageRaster(PdfFile file, DocumentJob job, IPartRedactor parts, PdfSettings settings)
{
    private const int LargestSide = 10_000, Inch = 72, DeepestTree = 64, UnreadGlyphs = 3;
    private readonly List<long> _offsets = [0, 0]; // of the catalog and the list of pages, which are written last
    private long _position;

    /// <summary>True where a file is to be written so.</summary>
    public static bool Wants(
        PdfFile file, PdfFonts fonts, IReadOnlyList<PdfPage> pages, PdfSettings settings, CancellationToken cancellation) =>
        settings.Rasterise == PdfRasterise.Always
        || (settings.Rasterise == PdfRasterise.Unreadable && pages.Any(page => IsUnreadable(file, fonts, page, cancellation)));

    /// <summary>Writes the file.</summary>
    /// <param name="bytes">The file as it is.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="output">Receives it.</param>
    public void Write(ReadOnlyMemory<byte> bytes, IReadOnlyList<PdfPage> pages, Stream output)
    {
        if (!parts.ReadsPictures)
            throw new RedactionException(ErrorCodes.Unsearched, "pdf", "Pages are to be pictures, and nothing reads pictures here.");
        var resolution = Math.Min(settings.Resolution, (int)(LargestSide * (double)Inch / Math.Max(LongestSide(pages), Inch)));
        if (resolution < 1) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A page is too large to be drawn.");
        Put(output, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var count = 0;
        foreach (var drawn in PageProgram.Draw(bytes, resolution, job.Cancellation))
        {
            if (count == pages.Count) break;
            Page(output, RasterPage.Of(Redacted(drawn, count++)), resolution);
        }
        if (count < pages.Count) throw new RedactionException(ErrorCodes.Malformed, "pdf", "Not all pages can be drawn.");
        _offsets[1] = _position;
        var kids = string.Join(' ', Enumerable.Range(0, count).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"{3 + 3 * i} 0 R")));
        Put(output, string.Create(CultureInfo.InvariantCulture, $"2 0 obj\n<</Type/Pages/Count {count}/Kids[{kids}]>>\nendobj\n"));
        _offsets[0] = _position;
        Put(output, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        PdfTable.Write(output, _offsets, "/Root 1 0 R", _position);
        job.Account.AddEmbedded(bytes.Length - job.Account.Total);
    }

    private static bool IsUnreadable(PdfFile file, PdfFonts fonts, PdfPage page, CancellationToken cancellation)
    {
        var reader = new PageReader(file, fonts, cancellation);
        if (page.Content(file) is { } content) reader.Read(content, page.Resources, Matrix.Identity, 0);
        return reader.Glyphs.Count(static g => g.Text is null) >= UnreadGlyphs;
    }

    private ReadOnlyMemory<byte> Redacted(byte[] drawn, int page)
    {
        using var input = new MemoryStream(drawn, writable: false);
        using var output = new MemoryStream();
        var observer = new FoundBoxes(job.Observer, job.Account, PdfSearch.Path(page), page);
        if (!parts.Redact(new("page.png", "image/png"), input, output, observer))
            throw new RedactionException(ErrorCodes.Unsearched, "pdf", "Pages are to be pictures, and nothing reads pictures here.");
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private void Page(Stream output, RasterPage page, int resolution)
    {
        var (width, height) = (page.Width * (double)Inch / resolution, page.Height * (double)Inch / resolution);
        var first = _offsets.Count + 1;
        Begin(output, first);
        Put(output, string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:0.###} {height:0.###}]"
            + $"/Resources<</XObject<</P {first + 2} 0 R>>>>/Contents {first + 1} 0 R>>\nendobj\n"));
        var content = string.Create(CultureInfo.InvariantCulture, $"q {width:0.###} 0 0 {height:0.###} 0 0 cm /P Do Q");
        Begin(output, first + 1);
        Put(output, string.Create(CultureInfo.InvariantCulture, $"<</Length {content.Length}>>\nstream\n{content}\nendstream\nendobj\n"));
        Begin(output, first + 2);
        using var image = new MemoryStream();
        new PdfSerializer(image, static n => n).Write(page.Image);
        output.Write(image.GetBuffer().AsSpan(0, (int)image.Length));
        _position += image.Length;
        Put(output, "\nendobj\n");
    }

    private void Begin(Stream output, int number)
    {
        _offsets.Add(_position);
        Put(output, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private void Put(Stream output, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        output.Write(bytes);
        _position += bytes.Length;
    }

    /// <summary>The longest side of all pages, in points.</summary>
    private double LongestSide(IReadOnlyList<PdfPage> pages)
    {
        var longest = 0.0;
        foreach (var page in pages)
        {
            var node = page.Dictionary;
            for (var i = 0; i < DeepestTree && node is not null && !node.Has("MediaBox"); i++) node = file.Dictionary(node["Parent"]);
            var box = node is null ? [] : file.List(node["MediaBox"]).Select(n => (file.Resolve(n) as PdfNumber)?.Value ?? 0).ToArray();
            if (box.Length == 4) longest = Math.Max(longest, Math.Max(Math.Abs(box[2] - box[0]), Math.Abs(box[3] - box[1])));
        }
        return longest;
    }
}
