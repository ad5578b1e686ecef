using System.Globalization;
using Redaction.Documents.Pdf;
using Redaction.Text;
using Xunit;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>A row of names names the cells below it.</summary>
public sealed class PdfTableTests
{
    private static readonly TextRedactor s_redactor =
        new(new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
        {
            Refiners = TextRefiners.All,
        };

    [Fact]
    public void Cells_BelowNames_AreWhatTheNamesSay()
    {
        var text = Redacted(
            ["Surname", "Insurance number", "Colour", "Passport no."],
            ["Amber", "BX9920-117", "green", "K7731940"],
            ["Dale", "CX1183-640", "blue", "L9920117"],
            ["", "DX4471-882", "red", "M4471882"],
            ["Marsh", "", "grey", "N1183640"]);

        string[] values = ["Amber", "Dale", "Marsh", "BX9920", "CX1183", "DX4471", "K7731940", "L9920117", "M4471882", "N1183640"];
        foreach (var value in values)
            Assert.DoesNotContain(value, text, StringComparison.Ordinal);
        foreach (var other in (string[])["(Surname)", "(Colour)", "(green)", "(blue)", "(red)", "(grey)"])
            Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_BelowATable_StayWhatTheyAre()
    {
        var text = Redacted(
            ["Surname", "Passport no."],
            ["Amber", "K7731940"],
            ["Yellow lamps are lit in the evening, and all the boats come home to the quay then."],
            ["Dale", "of the river"]);

        Assert.Contains("(Yellow lamps are lit", text, StringComparison.Ordinal);
        Assert.Contains("(Dale)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_InColumnsOfProseBelowATable_StayWhatTheyAre()
    {
        var text = Redacted(
            ["Surname", "Passport no.", "Colour"],
            ["Amber", "K7731940", "green"],
            ["Yellow lamps are lit in", "the evening, and all the boats come", "home to the quay"],
            ["and the people are glad", "of the weather that was so good all", "of the long week"]);

        foreach (var words in (string[])["(Yellow lamps", "(the evening,", "(home to", "(and the people", "(of the weather"])
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surname", "Amber", "Given name", "Iris")]   // a form
    [InlineData("Surname:", "Given name:", "Town:", "Colour:")]
    [InlineData("Surname", "2", "Given name", "Town")]       // not only names
    [InlineData("Lamps", "Boats", "Surname", "Quays")]       // most of them none
    public void Rows_ThatAreNoNamesOfColumns_NameNone(params string[] row)
    {
        var file = PdfFile.Open(Page([row, ["Paint", "is dry", "Shelf", "is new"]]), []);
        using var fonts = new PdfFonts(file);
        var reader = new PageReader(file, fonts, default);
        var page = PdfPages.Of(file)[0];
        reader.Read(page.Content(file)!.Value, page.Resources, Matrix.Identity, 0);
        var text = ReadingOrder.ByRows(TextLines.Rows(reader.Glyphs));
        var around = new Surroundings();

        PdfTables.Name(text, text.ToString(), 0, around);

        Assert.Empty(around.Places);
    }

    private static string Redacted(params string[][] rows)
    {
        using var input = new MemoryStream(Page(rows));
        using var output = new MemoryStream();
        new PdfFormat().Redact(input, output, new DocumentJob(s_redactor));
        return PdfBed.Unpacked(output.ToArray());
    }

    private static byte[] Page(string[][] rows)
    {
        var content = new System.Text.StringBuilder("BT /F1 10 Tf ");
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++)
                if (rows[row][column].Length > 0)
                    content.Append(
                        CultureInfo.InvariantCulture, $"1 0 0 1 {50 + 130 * column} {700 - 15 * row} Tm ({rows[row][column]}) Tj ");
        return new PdfBuilder { Content = content.Append("ET").ToString() }.Build();
    }
}
