using Redaction.Documents.Pdf;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Values are found in whatever order and place a page shows them, and what stands around them stays where it was.</summary>
public sealed class PdfReadingTests
{
    private static string Page(string operators) => PdfBed.Unpacked(PdfBed.Redact(new PdfBuilder { Content = operators }.Build()));

    [Fact]
    public void Value_OverTwoLines_GoesFromBoth()
    {
        var text = Page("BT /F1 12 Tf 14 TL 50 700 Td (Write to jane.doe@exam) Tj T* (ple.com or call.) Tj ET");

        Assert.DoesNotContain("jane.doe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ple.com", text, StringComparison.Ordinal);
        Assert.Contains("or call.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_SeenOnlyWhereOthersAreGone_GoesToo()
    {
        var text = Page("BT /F1 12 Tf 50 700 Td (plover1 and heron2 came) Tj ET");

        Assert.DoesNotContain("plover1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("heron2", text, StringComparison.Ordinal);
        Assert.Contains("came", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_InAColumn_IsReadDownThePage()
    {
        var text = Page("BT /F1 12 Tf 1 0 0 1 50 700 Tm (His card is 4111 1111) Tj 1 0 0 1 320 700 Tm (Other words begin) Tj "
            + "1 0 0 1 50 686 Tm (1111 1111 until May.) Tj 1 0 0 1 320 686 Tm (and go on here.) Tj ET");

        Assert.DoesNotContain("4111", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1111 1111", text, StringComparison.Ordinal);
        Assert.Contains("Other words begin", text, StringComparison.Ordinal);
        Assert.Contains("and go on here.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_BesideItsLabelInATable_IsFound()
    {
        var text = Page("BT /F1 12 Tf 1 0 0 1 50 700 Tm (Passport no.) Tj 1 0 0 1 200 700 Tm (C01X00T47) Tj "
            + "1 0 0 1 50 680 Tm (Colour) Tj 1 0 0 1 200 680 Tm (blue) Tj ET");

        Assert.DoesNotContain("C01X00T47", text, StringComparison.Ordinal);
        Assert.Contains("(blue)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbours_OfWhatGoes_StayWhereTheyWere()
    {
        var file = new PdfBuilder { Content = "BT /F1 12 Tf 2 Tw 1 Tc 50 700 Td (before plover1 after) Tj ( and on) Tj ET" }.Build();

        var before = PdfBed.Run("pdftotext", file, "-bbox", "{}", "-");
        var after = PdfBed.Run("pdftotext", PdfBed.Redact(file), "-bbox", "{}", "-");

        if (before is null || after is null) return;
        foreach (var word in (string[])["before", "after", "and", "on"])
            Assert.Equal(Line(before, word), Line(after, word));
        Assert.DoesNotContain("plover", after, StringComparison.Ordinal);

        static string Line(string text, string word) => text.Split('\n').Single(l => l.Contains($">{word}<", StringComparison.Ordinal));
    }

    [Fact]
    public void Box_IsDrawn_WhereTheValueStood()
    {
        var text = Page("BT /F1 10 Tf 100 500 Td (plover1) Tj ET");

        Assert.Contains("0 g\n100 497.6 m 100 508.2 l", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingFound_OperatorsStayAsTheyAre()
    {
        const string operators = "BT  /F1 12 Tf 50 700 Td\n[(Ordin) -10 (ary)] TJ ( words) ' ET";

        Assert.Contains(operators, Page(operators), StringComparison.Ordinal);
    }

    [Fact]
    public void UnreadableFont_IsRefusedOrErased()
    {
        var builder = new PdfBuilder
        {
            Font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>]>>",
            Content = "BT /F1 12 Tf 50 700 Td <000100020003000400050006> Tj ET",
        };

        var failure = Assert.Throws<RedactionException>(() => PdfBed.Redact(builder.Build()));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        var erased = PdfBed.Unpacked(PdfBed.Redact(builder.Build(), UnsearchedChoice.Erase));
        Assert.DoesNotContain("0001000200030004", erased, StringComparison.Ordinal);
    }

    [Fact]
    public void Hebrew_IsReadFromRightToLeft()
    {
        List<PageGlyph> glyphs = [.. "\u05D0\u05D1 12\u05D2".Select(static (c, i) =>
            new PageGlyph(0, i, c.ToString(), i * 6, 700, 6, 0, 10, default))];

        var text = ReadingOrder.ByRows(TextLines.Rows(glyphs));

        Assert.Equal("\u05D212 \u05D1\u05D0", text.ToString());
    }

    [Theory]
    [InlineData("--encrypt", "", "owner", "256", "--")]
    [InlineData("--encrypt", "", "owner", "128", "--use-aes=y", "--")]
    [InlineData("--allow-weak-crypto", "--encrypt", "", "owner", "40", "--")]
    public void Encrypted_WithoutAPassword_IsOpened(params string[] arguments)
    {
        if (Encrypted(arguments) is not { } file) return;

        var text = PdfBed.Unpacked(PdfBed.Redact(file));

        Assert.Contains("Ordinary words stay.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("plover", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Encrypt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_WithAPassword_IsRefusedWithWhatToDo()
    {
        if (Encrypted("--encrypt", "secret", "owner", "256", "--") is not { } file) return;

        var failure = Assert.Throws<RedactionException>(() => PdfBed.Redact(file));

        Assert.Equal(ErrorCodes.Unreadable, failure.Code);
        Assert.Contains("password", failure.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("256", "")]
    [InlineData("256", "--force-R5")]
    [InlineData("128", "--use-aes=y")]
    [InlineData("128", "--use-aes=n")]
    [InlineData("40", "")]
    public void Encrypted_WithAPasswordOfReaderOrOwner_IsOpened(string bits, string option)
    {
        const string reader = "fr\u00fchling", owner = "own\u00e9r";
        string[] more = option.Length > 0 ? [option] : [];
        if (Encrypted(["--allow-weak-crypto", "--encrypt", reader, owner, bits, .. more, "--"]) is not { } file) return;

        foreach (var password in (string[])[reader, owner])
        {
            var text = PdfBed.Unpacked(PdfBed.Open(file, "other", password));
            Assert.Contains("Ordinary words stay.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("plover", text, StringComparison.Ordinal);
        }
        var failure = Assert.Throws<RedactionException>(() => PdfBed.Open(file, "other"));
        Assert.Equal(ErrorCodes.Unreadable, failure.Code);
        Assert.DoesNotContain("other", failure.ToString(), StringComparison.Ordinal);
    }

    private static byte[]? Encrypted(params string[] arguments)
    {
        const string content = "BT /F1 12 Tf 50 700 Td (Ordinary words stay.) Tj ( plover1) Tj ET";
        var plain = new PdfBuilder { Content = content, Info = "/Title(plover2)" };
        using var folder = new TemporaryFolder();
        var target = folder.PathOf("out.pdf");
        return PdfBed.Run("qpdf", plain.Build(), [.. arguments, "{}", target]) is null ? null : File.ReadAllBytes(target);
    }
}
