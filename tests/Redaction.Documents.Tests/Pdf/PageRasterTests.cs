using System.Text;
using Redaction.Documents.Pdf;
using Xunit;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Files that are written as pictures of their pages.</summary>
public sealed class PageRasterTests
{
    private const string Value = "plover4711";
    private const string Unreadable = "<</Type/Font/Subtype/Type1/BaseFont/Odd/Encoding<</Differences[65/g5/g6/g7/g8/g9/g10/g11/g12/g13"
        + " 97/q1/q2/q3/q4/q5/q6/q7/q8/q9/q10/q11/q12/q13/q14/q15/q16/q17/q18/q19/q20/q21/q22/q23/q24/q25/q26]>>>>";

    [Fact]
    public void Always_WritesPicturesAndNothingElse()
    {
        if (PdfBed.Run("pdftoppm", [], "-v") is null) return;
        var builder = new PdfBuilder();
        builder.Content += $"\nBT /F1 12 Tf 50 600 Td ({Value}) Tj ET";
        builder.Info += $"/Author({Value})";
        builder.Catalog += $"/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F({Value}.txt)/EF<</F "
            + builder.Stream("/Type/EmbeddedFile", Value) + ">>>>]>>>>";
        var parts = new Pages(new() { Rasterise = PdfRasterise.Always, Resolution = 72 });

        var written = PdfBed.Redact(builder.Build(), parts);

        Assert.Equal(1, parts.Seen);
        Assert.DoesNotContain(Value, PdfBed.Unpacked(written), StringComparison.Ordinal);
        var file = PdfFile.Open(written, []);
        var page = Assert.Single(PdfPages.Of(file));
        var reader = new PageReader(file, new PdfFonts(file), default);
        reader.Read(page.Content(file)!.Value, page.Resources, Matrix.Identity, 0);
        Assert.Empty(reader.Glyphs);
        var image = Assert.Single(reader.Images);
        Assert.NotNull(PdfFilters.Decode(file, (PdfStream)file.Get(image.Number)!, out _));
        Assert.Contains("exit 0", PdfBed.Run("pdftoppm", written, "-r", "20", "{}", "-") ?? "exit 0", StringComparison.Ordinal);
        Assert.Contains("exit 0", PdfBed.Run("qpdf", written, "--check", "{}") ?? "exit 0", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unreadable", true, 1)]
    [InlineData("Unreadable", false, 0)]
    [InlineData("Never", false, 0)]
    public void Unreadable_IsAsked_WhetherAFontSaysWhatItShows(string rasterise, bool isUnreadable, int seen)
    {
        if (PdfBed.Run("pdftoppm", [], "-v") is null) return;
        var builder = new PdfBuilder();
        if (isUnreadable)
            builder.Font = Unreadable;
        builder.Content += "\nBT /F1 12 Tf 50 600 Td (ABCDEFGHI) Tj ET";
        var parts = new Pages(new() { Rasterise = Enum.Parse<PdfRasterise>(rasterise) });

        PdfBed.Redact(builder.Build(), parts);

        Assert.Equal(seen, parts.Seen);
    }

    [Fact]
    public void AFontThatDoesNotSayWhatItShows_IsRefusedWithWhatToDo()
    {
        var builder = new PdfBuilder { Font = Unreadable };

        var failure = Assert.Throws<RedactionException>(() => PdfBed.Redact(builder.Build()));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.Contains("rasterise: unreadable", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Always_WithoutAReaderOfPictures_IsRefused()
    {
        var parts = new Pages(new() { Rasterise = PdfRasterise.Always }) { ReadsPictures = false };

        var failure = Assert.Throws<RedactionException>(() => PdfBed.Redact(new PdfBuilder().Build(), parts));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
    }

    [Fact]
    public void Page_OfAnotherPicture_IsRefused()
    {
        var picture = Png.Write(new byte[12], 2, 2, 3);
        picture[25] = 3; // a palette

        Assert.Throws<RedactionException>(() => RasterPage.Of(picture));
        Assert.Throws<RedactionException>(() => RasterPage.Of(picture.AsMemory(0, 40)));
        Assert.Throws<RedactionException>(() => RasterPage.Of(Encoding.ASCII.GetBytes("no picture")));
    }

    /// <summary>Takes pictures of pages, and gives them back.</summary>
    private sealed class Pages(PdfSettings settings) : IPartRedactor
    {
        public int Seen { get; private set; }

        public bool ReadsPictures { get; init; } = true;

        public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer)
        {
            if (part.Name != "page.png") return false;
            Seen++;
            input.CopyTo(output);
            return true;
        }

        public TSettings? Settings<TSettings>()
            where TSettings : class => settings as TSettings;
    }
}
