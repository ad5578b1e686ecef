using System.Text;
using Xunit;

namespace Redaction.Documents.Tests.Office;

public class XlsxTests
{
    private const string SheetName = "xl/worksheets/sheet1.xml";

    [Theory]
    [InlineData("<!-- anna.lark@example.org -->", "")]
    [InlineData("", "<!-- anna.lark@example.org -->")]
    [InlineData("<?note anna.lark@example.org?>", "<?note anna.lark@example.org?>")]
    [InlineData("<extLst><ext>anna.lark@example.org</ext></extLst>", "<r><rPr><rFont val=\"anna.lark@example.org\"/></rPr><t>b</t></r>")]
    public void Redact_OfSharedTextsThatHoldMore_IsWrittenWithoutIt(string between, string within)
    {
        var file = PlantedOffice.XlsxWith("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", $"<si>{within}<t>a</t></si>{between}").Pack();

        var written = OfficeTestBed.Redact("xlsx", file);

        Assert.DoesNotContain("lark", Encoding.UTF8.GetString(OfficeFile.All(written)), StringComparison.Ordinal);
        Assert.Contains("<t>a</t>", OfficeTestBed.Part(written, "xl/sharedStrings.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_NothingFound_LeavesEveryPartAsItIs()
    {
        var file = PlantedOffice.XlsxWith("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12.5</v></c></row>", "<si><t>blue</t></si>").Pack();

        Assert.Equal(OfficeFile.Unpack(file), OfficeFile.Unpack(OfficeTestBed.Redact("xlsx", file)));
    }

    [Theory]
    [InlineData("<br>")]
    [InlineData("<br/>")]
    [InlineData("<br></br>")]
    public void Redact_OfShapesWithLineEndsOfHtml_ReadsThem(string end)
    {
        var shapes = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape><v:textbox><div>to anna.lark@example.org" + end
            + "<font>and more</font></div></v:textbox></v:shape></xml>";
        var file = PlantedOffice.XlsxWith("<row r=\"1\"/>").Add("xl/drawings/vml1.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing", shapes,
            SheetName, "rId9", "vmlDrawing").Pack();

        var written = OfficeTestBed.Part(OfficeTestBed.Redact("xlsx", file), "xl/drawings/vml1.vml");

        Assert.Contains("to [email]" + end + "<font>and more</font>", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("41288553+0", "41288553", "NA()")]                       // works the number out again
    [InlineData("\"4128\"&amp;\"8553\"", "41288553", "NA()")]
    [InlineData("B2+0", "41288553", "B2+0")]                             // that cell is redacted itself
    [InlineData("ROUND(41288553.4,0)", "41288553", "ROUND(41288553.4,0)")] // another number
    public void Redact_OfAFormula_WhoseValueGoes_LeavesNoneThatWorksItOut(string formula, string value, string left)
    {
        var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(
            Row(1, "Phone", "Amount") + $"<row r=\"2\"><c r=\"A2\"><f>{formula}</f><v>{value}</v></c></row>").Pack());

        Assert.Contains($"<c r=\"A2\"><f>{left}</f></c>", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_OfHeaders_LeavesTheirCodes()
    {
        const string Header = "&amp;Lanna.lark@example.org&amp;C&amp;\"Arial,Bold\"&amp;12tom.wren@example.net&amp;K00FF00&amp;P &amp;&amp; all&amp;R";
        var file = PlantedOffice.XlsxWith("<row r=\"1\"/>").Add("xl/worksheets/sheet2.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", $"<worksheet {PlantedOffice.X}><sheetData/><headerFooter><oddHeader>"
            + Header + "</oddHeader></headerFooter></worksheet>", "xl/workbook.xml", "rId8", "worksheet").Pack();

        Assert.Contains("&amp;L[email]&amp;C&amp;\"Arial,Bold\"&amp;12[email]&amp;K00FF00&amp;P &amp;&amp; all&amp;R",
            OfficeTestBed.Part(OfficeTestBed.Redact("xlsx", file), "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" t=\"n\"")]
    [InlineData(" t=\"b\"")]
    [InlineData(" t=\"e\"")]
    [InlineData(" t=\"d\"")]
    public void Redact_TextInACellOfNumbers_IsSearched(string type)
    {
        foreach (var value in (string[])["jane@example.com", "write to a.lark@example.org", "192.168.44.12"])
        {
            var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(
                $"<row r=\"1\"><c r=\"A1\"{type}><v>{value}</v></c><c r=\"B1\"{type}><v>1</v></c><c r=\"C1\" t=\"e\"><v>#DIV/0!</v></c></row>").Pack());

            Assert.Contains($"<c r=\"A1\"{type}></c><c r=\"B1\"{type}><v>1</v></c><c r=\"C1\" t=\"e\"><v>#DIV/0!</v></c>",
                OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Redact_ColumnsWithNames_TypeTheirCells()
    {
        var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(
            Row(1, "Customer list") + Row(2, "Phone", "Amount", "Date of birth", "City", "Remark")
            + "<row r=\"3\"><c r=\"A3\"><v>41288553</v></c><c r=\"B3\"><v>41288</v></c><c r=\"C3\" s=\"1\"><v>33000</v></c></row>").Pack());

        Assert.Contains("<t>Remark</t>", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
        Assert.Contains("<c r=\"A3\"></c><c r=\"B3\"><v>41288</v></c><c r=\"C3\" s=\"1\"></c>", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_SharedTextUnderDifferentColumns_IsRedactedWhereItIsAValue()
    {
        var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>",
            "<si><t>Colour</t></si><si><t>Surname</t></si><si><t>Amber</t></si>").Pack());

        var sheet = OfficeTestBed.Part(written, SheetName);
        Assert.Contains("<c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c>", sheet, StringComparison.Ordinal);
        Assert.Contains("<si><t>Amber</t></si><si><t>[person]</t></si>", OfficeTestBed.Part(written, "xl/sharedStrings.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_SheetNamedAfterAnAddress_IsRenamedInFormulasToo()
    {
        var file = new OfficeFile()
            .Add("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", $"<workbook {PlantedOffice.X}><sheets>"
                + "<sheet name=\"jane@example.com\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"x\">'jane@example.com'!$A$1"
                + "</definedName></definedNames></workbook>", "", "rId1", "officeDocument")
            .Add("xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                $"<worksheet {PlantedOffice.X}><sheetData><row><c><f>SUM('jane@example.com'!A1:A2)</f><v>1</v></c></row></sheetData></worksheet>",
                "xl/workbook.xml", "rId1", "worksheet");

        var written = OfficeTestBed.Redact("xlsx", file.Pack());

        Assert.Empty(OfficeFile.Left(written, ["jane"]));
        Assert.Contains("name=\"email_1\"", OfficeTestBed.Part(written, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Contains("<f>SUM(&apos;email_1&apos;!A1:A2)</f>", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_FormulaWithAValue_StaysAFormula()
    {
        var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"to \"&amp;\"jane@example.com\"</f><v>to jane@example.com</v></c></row>").Pack());

        Assert.Contains("<f>\"to \"&amp;\"[email]\"</f><v>to [email]</v>", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_EscapedCharacter_IsRead()
    {
        var written = OfficeTestBed.Redact("xlsx", PlantedOffice.XlsxWith(Row(1, "write to jane_x0040_example.com")).Pack());

        Assert.DoesNotContain("jane", OfficeTestBed.Part(written, SheetName), StringComparison.Ordinal);
    }

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">"
        + string.Concat(cells.Select((text, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")) + "</row>";
}
