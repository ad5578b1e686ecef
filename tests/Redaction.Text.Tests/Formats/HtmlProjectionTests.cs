using System.Collections.Immutable;
using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What leaves of the tables of HTML when a policy says which fields are needed.</summary>
public class HtmlProjectionTests
{
    private const string Table =
        "<table><tr><th>Name</th><th>Note</th></tr>\n<tr><td>Jane</td><td>ok</td></tr></table>";

    [Theory]
    [InlineData("Note", Table, "<table><tr><th>Note</th></tr>\n<tr><td>ok</td></tr></table>")]
    // end tags may be left out
    [InlineData("Note", "<TABLE><thead><tr><TH>Name<th>Note<tbody><tr><td>Jane<td>ok</table>after",
        "<TABLE><thead><tr><th>Note<tbody><tr><td>ok</table>after")]
    // a first row of ordinary cells names the columns, as in CSV
    [InlineData("Note", "<table><tr><td>Name</td><td> Note\n</td></tr><tr><td>Jane</td><td>ok</td><td>7</td></tr></table>",
        "<table><tr><td> Note\n</td></tr><tr><td>ok</td></tr></table>")]
    // names beside their values
    [InlineData("Note", "<table><tr><th>Name</th><td>Jane</td></tr><tr><th>Note</th><td>ok</td></tr></table>",
        "<table><tr></tr><tr><th>Note</th><td>ok</td></tr></table>")]
    [InlineData("Note", "<dl><dt>Name<dd>Jane<dt>Note<dd>ok</dl>", "<dl><dt>Note<dd>ok</dl>")]
    public void Only_LeavesColumnsThatAreNamed(string only, string input, string left) => Check([new Glob(only)], [], input, left);

    [Theory]
    [InlineData("Name", Table, "<table><tr><th>Note</th></tr>\n<tr><td>ok</td></tr></table>")]
    [InlineData("Full Name", "<table><tr><th>Full&nbsp;<b>Name</b></th><th>Note</th></tr><tr><td>J</td><td>ok</td></tr></table>",
        "<table><tr><th>Note</th></tr><tr><td>ok</td></tr></table>")]
    // a title, and a column over two
    [InlineData("Name", "<table><tr><th colspan=3>Staff</th></tr><tr><th colspan='2'>Name</th><th>Note</th></tr>"
        + "<tr><td>Jane</td><td>Doe</td><td>ok</td></tr></table>",
        "<table><tr><th colspan=3>Staff</th></tr><tr><th>Note</th></tr><tr><td>ok</td></tr></table>")]
    // a table that arranges others, and one inside a cell that goes
    [InlineData("Name", "<table><tr><td>" + Table + "</td><td>side</td></tr></table>",
        "<table><tr><td><table><tr><th>Note</th></tr>\n<tr><td>ok</td></tr></table></td><td>side</td></tr></table>")]
    [InlineData("Name", "<table><tr><th>Name</th><th>Note</th></tr><tr><td><table><tr><td>J</td></tr></table></td><td>ok</td></tr></table>",
        "<table><tr><th>Note</th></tr><tr><td>ok</td></tr></table>")]
    [InlineData("Name", "<p>Name</p><script>if (a<b) x('<td>')</script><tr><td>1", "<p>Name</p><script>if (a<b) x('<td>')</script><tr><td>1")]
    public void Drop_LeavesTheRest(string drop, string input, string left) => Check([], [new Glob(drop)], input, left);

    [Fact]
    public void Only_LongTable_IsProjectedThroughout_AndCounted()
    {
        var input = "<table><tr><th>Name</th><th>Note</th></tr>" + string.Concat(Enumerable.Range(0, 20_000).Select(static i =>
            $"<tr><td>Jane {i}</td><td>note {i}</td></tr>\n")) + "</table>";
        var fields = new FieldProjection([new Glob("Note")], [], null);

        var left = Project(fields, input);

        Assert.DoesNotContain("Jane", left, StringComparison.Ordinal);
        Assert.Equal(20_001, fields.Dropped.Counts["Name"]);
        Assert.Equal(input.Length, left.Length + fields.Dropped.Amount);
    }

    [Fact]
    public void CellsOverSeveralRows_AreRefused()
    {
        var fields = new FieldProjection([], [new Glob("name")], null);

        var failure = Assert.Throws<RedactionException>(() => Project(fields, "<table><tr><th rowspan=2>Name</th><th>B</th></tr></table>"));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.SQL")]
    [InlineData("prod.env")]
    public void TextOfNamedValues_IsRefused(string name)
    {
        var fields = new FieldProjection([], [new Glob("name")], null);

        var failure = Assert.Throws<RedactionException>(
            () => fields.Of(DocumentFormats.PlainText, name, new MemoryStream(), CancellationToken.None));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Fact]
    public void RunningText_HasNoFields()
    {
        var fields = new FieldProjection([], [new Glob("name")], null);
        var input = new MemoryStream("name: ok"u8.ToArray());

        Assert.Same(input, fields.Of(DocumentFormats.PlainText, "a.txt", input, CancellationToken.None));
    }

    private static void Check(ImmutableArray<Glob> only, ImmutableArray<Glob> drop, string input, string left)
    {
        var fields = new FieldProjection(only, drop, null);

        Assert.Equal(left, Project(fields, input));
        Assert.Equal(input.Length - left.Length, fields.Dropped.Amount);
    }

    private static string Project(FieldProjection fields, string input)
    {
        using var stream = fields.Of(
            DocumentFormats.Html, "a.html", new MemoryStream(Encoding.UTF8.GetBytes(input)), CancellationToken.None);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
