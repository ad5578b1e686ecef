using System.Text;
using Xunit;

namespace Redaction.Documents.Tests.Office;

public class DocxTests
{
    private const string Main = "word/document.xml";

    [Fact]
    public void Redact_NothingFound_LeavesEveryPartAsItIs()
    {
        var file = PlantedOffice.DocxWith("<w:p><w:r><w:t>The fox &amp; the dog.</w:t></w:r></w:p><!-- nothing -->").Pack();

        Assert.Equal(OfficeFile.Unpack(file), OfficeFile.Unpack(OfficeTestBed.Redact("docx", file)));
    }

    [Fact]
    public void Redact_ValueOverRuns_KeepsRunsAndWhatStandsAround()
    {
        var written = Body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Mail jane.d</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r>"
            + "<w:t>oe@exam</w:t></w:r><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t xml:space=\"preserve\">ple.com now</w:t></w:r></w:ins></w:p>");

        Assert.Contains("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Mail [email]</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r>"
            + "<w:t></w:t></w:r><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t xml:space=\"preserve\"> now</w:t></w:r></w:ins></w:p>", written,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_TrackedChange_FindsWhatStoodBeforeAndWhatStandsNow()
    {
        var written = Body("<w:p><w:r><w:t>jane.doe@</w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>old.example</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"x\"><w:r><w:t>new.example</w:t></w:r></w:ins><w:r><w:t>.com</w:t></w:r></w:p>");

        Assert.DoesNotContain("jane", written, StringComparison.Ordinal);
        Assert.DoesNotContain("old.example", written, StringComparison.Ordinal);
        Assert.DoesNotContain("new.example", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:ruby><w:rt><w:r><w:t>anna.lark@example.org</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>tom.wren@example.net</w:t></w:r></w:rubyBase></w:ruby>")]
    [InlineData("<mc:AlternateContent><mc:Choice><w:t>anna.lark@example.org</w:t></mc:Choice><mc:Fallback><w:t>tom.wren@example.net</w:t></mc:Fallback>"
        + "</mc:AlternateContent>")]
    public void Redact_TextsThatStandForEachOther_AreReadApart(string run)
    {
        var written = Body("<w:p xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:r><w:t xml:space=\"preserve\">see </w:t></w:r>"
            + $"<w:r>{run}</w:r><w:r><w:t xml:space=\"preserve\"> now</w:t></w:r></w:p>");

        Assert.DoesNotContain("example", written.Replace("schemas", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("lark", written, StringComparison.Ordinal);
        Assert.Contains("> now<", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-nobody-knows")]
    [InlineData("application/vnd.ms-office.vbaProject")]
    public void Redact_OfAPartWithAValueInItsName_DoesNotTellIt(string type)
    {
        var file = PlantedOffice.DocxWith("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
            .Add("word/anna.lark@example.org.bin", type, [1, 2, 3], "word/document.xml", "rId77", "other").Pack();
        var paths = new List<string?>();

        OfficeTestBed.Redact("docx", file, UnsearchedChoice.Erase, new Places(paths));

        Assert.DoesNotContain("lark", Assert.Single(paths), StringComparison.Ordinal);
    }

    private sealed class Places(List<string?> paths) : RedactionObserver
    {
        public override void OnSearched(SearchLedger ledger) => paths.AddRange(ledger.Places.Select(static p => p.Path));
    }

    [Fact]
    public void Redact_TableCells_AreNamedByTheirColumnOrLabel()
    {
        static string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
        var written = Body($"<w:tbl><w:tr>{Cell("Phone")}{Cell("Colour")}</w:tr><w:tr>{Cell("41288553")}{Cell("blue")}</w:tr></w:tbl>"
            + $"<w:tbl><w:tr>{Cell("Passport number")}{Cell("XB7731940")}</w:tr></w:tbl>");

        Assert.DoesNotContain("41288553", written, StringComparison.Ordinal);
        Assert.DoesNotContain("XB7731940", written, StringComparison.Ordinal);
        Assert.Contains("blue", written, StringComparison.Ordinal);
        Assert.Contains("Colour", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_AuthorsAndProperties_NameTheirValues()
    {
        var file = PlantedOffice.DocxWith("<w:p><w:r><w:t>Quornby Velsh has seen it.</w:t></w:r></w:p>")
            .Add("word/comments.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
                $"<w:comments {PlantedOffice.W}><w:comment w:id=\"0\" w:author=\"Quornby Velsh\" w:initials=\"QV\" w:date=\"2030-01-02T03:04:05Z\"/>"
                + "</w:comments>", "word/document.xml", "rId2", "comments");

        var written = OfficeTestBed.Redact("docx", file.Pack());

        Assert.Empty(OfficeFile.Left(written, ["Quornby", "Velsh", "\"QV\""]));
        Assert.Contains("2030-01-02T03:04:05Z", OfficeTestBed.Part(written, "word/comments.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_ContentControl_NamesItsContent()
    {
        var written = Body("<w:sdt><w:sdtPr><w:alias w:val=\"Patient name\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Quornby Velsh</w:t></w:r></w:p>"
            + "</w:sdtContent></w:sdt>");

        Assert.DoesNotContain("Quornby", written, StringComparison.Ordinal);
        Assert.Contains("Patient name", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssn_536-22-1234", "536-22")]
    [InlineData("iban_DE89370400440532013000", "DE8937")]
    [InlineData("card-4111111111111111", "411111")]
    [InlineData("mail_anna.lark@example.org.pdf", "lark")]
    public void Redact_ContentControlWithAValueJoinedToItsName_TakesItOut(string name, string value)
    {
        var written = Body($"<w:sdt><w:sdtPr><w:alias w:val=\"{name}\"/><w:tag w:val=\"{name}\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>x</w:t></w:r>"
            + "</w:p></w:sdtContent></w:sdt>");

        Assert.DoesNotContain(value, written, StringComparison.Ordinal);
        Assert.Contains("<w:tag w:val=", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F040", "Symbol")]
    [InlineData("0040", "Calibri")]
    public void Redact_SymbolThatShowsAnAtSign_IsReadWithItsText(string code, string font)
    {
        var written = Body($"<w:p><w:r><w:t>anna.lark</w:t><w:sym w:font=\"{font}\" w:char=\"{code}\"/><w:t>example.org</w:t></w:r></w:p>");

        Assert.Contains("<w:r><w:t>[email]</w:t><w:t></w:t></w:r>", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_SymbolsThatAreDigits_AreReplacedByText()
    {
        var digits = string.Concat("4111111111111111".Select(static c => $"<w:sym w:font=\"Arial\" w:char=\"F0{(int)c:X2}\"/>"));

        var written = Body($"<w:p><w:r>{digits}</w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>");

        Assert.Contains("<w:r><w:t>[credit-card]</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>", written,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- anna.lark@example.org -->")]
    [InlineData("<?note anna.lark@example.org?>")]
    [InlineData("<Relation xmlns=\"\" Target=\"anna.lark@example.org\"/>")]
    public void Redact_TableOfThePackageThatHoldsMore_IsWrittenWithoutIt(string more)
    {
        var parts = OfficeFile.Unpack(PlantedOffice.DocxWith("<w:p><w:r><w:t>x</w:t></w:r></w:p>").Pack());
        foreach (var name in (string[])["[Content_Types].xml", "_rels/.rels"])
        {
            var text = Encoding.UTF8.GetString(parts[name]);
            var end = text.LastIndexOf("</", StringComparison.Ordinal);
            parts[name] = Encoding.UTF8.GetBytes(text[..end] + more + text[end..]);
        }

        var written = OfficeTestBed.Redact("docx", OfficeFile.Repack(parts, "", []));

        Assert.DoesNotContain("lark", Encoding.UTF8.GetString(OfficeFile.All(written)), StringComparison.Ordinal);
        Assert.Contains("officeDocument", OfficeTestBed.Part(written, "_rels/.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_DeclarationOfAPartThatHoldsMore_IsSearched()
    {
        var parts = OfficeFile.Unpack(PlantedOffice.DocxWith("<w:p><w:r><w:t>x</w:t></w:r></w:p>").Pack());
        var text = Encoding.UTF8.GetString(parts[Main])
            .Replace("standalone=\"yes\"", "note=\"anna.lark@example.org\"", StringComparison.Ordinal);

        var written = OfficeTestBed.Redact("docx", OfficeFile.Repack(parts, Main, Encoding.UTF8.GetBytes(text)));

        Assert.DoesNotContain("lark", OfficeTestBed.Part(written, Main), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_Macros_AreDroppedWithTheirRelationship()
    {
        var file = PlantedOffice.DocxWith("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
            .Add("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", [1, 2, 3], "word/document.xml", "rId2",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject");

        var parts = OfficeFile.Unpack(OfficeTestBed.Redact("docx", file.Pack()));

        Assert.DoesNotContain("word/vbaProject.bin", parts.Keys);
        Assert.DoesNotContain("vbaProject", Encoding.UTF8.GetString(parts["[Content_Types].xml"]), StringComparison.Ordinal);
        Assert.DoesNotContain("vbaProject", Encoding.UTF8.GetString(parts["word/_rels/document.xml.rels"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE w:p [<!ENTITY e \"x\">]><w:p/>")] // no document types in packages
    [InlineData("<w:p><w:r></w:p>")]
    [InlineData("<w:p>&nbsp;</w:p>")]
    public void Redact_NoXml_IsRefused(string body) =>
        Assert.Equal(ErrorCodes.Malformed,
            Assert.Throws<RedactionException>(() => OfficeTestBed.Redact("docx", PlantedOffice.DocxWith(body).Pack())).Code);

    [Fact]
    public void Redact_BrokenBombOrOtherKind_IsRefusedWithAReason()
    {
        byte[] broken = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Equal(ErrorCodes.Malformed, Code("docx", broken));
        Assert.Equal(ErrorCodes.WrongExtension, Code("xlsx", PlantedOffice.Of("docx").Pack()));
        Assert.Equal(ErrorCodes.Truncated, Code("docx", PlantedOffice.Of("docx").Pack()[..400]));
        var bomb = PlantedOffice.Of("docx").Add("word/media/image9.png", "image/png", new byte[100 << 20]);
        Assert.Equal(ErrorCodes.TooLarge, Code("docx", bomb.Pack()));
    }

    private static string Code(string id, byte[] file) => Assert.Throws<RedactionException>(() => OfficeTestBed.Redact(id, file)).Code;

    private static string Body(string body) => OfficeTestBed.Part(OfficeTestBed.Redact("docx", PlantedOffice.DocxWith(body).Pack()), Main);
}
