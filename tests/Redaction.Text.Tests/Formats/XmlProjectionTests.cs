using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What leaves of XML when a policy says which fields are needed.</summary>
public class XmlProjectionTests
{
    [Theory]
    [InlineData("text", "<r><id>1</id><text>hi</text></r>", "<r><text>hi</text></r>")]
    [InlineData("text", "<?xml version=\"1.0\"?>\n<r>\n  <a><id>1</id><text>hi <b>you</b></text></a>\n  <a/>\n</r>\n",
        "<?xml version=\"1.0\"?>\n<r>\n  <a><text>hi <b>you</b></text></a>\n</r>\n")]
    [InlineData("$.r.p.text", "<r><p><text>hi</text></p><q><text>no</text></q></r>", "<r><p><text>hi</text></p><q></q></r>")] // records stay
    [InlineData("text", "<r xmlns:x=\"u\" id=\"7\"><x:text k=\"1\">hi</x:text>loose</r>", "<r xmlns:x=\"u\"><x:text k=\"1\">hi</x:text></r>")]
    [InlineData("lang", "<r><p lang=\"de\" name=\"Jane\"/><p name=\"Bo\"><q>x</q></p></r>", "<r><p lang=\"de\"/><p></p></r>")]
    [InlineData("text", "<r><!-- Jane --><?app Jane?><text><!-- c --><![CDATA[<hi>]]></text></r>", "<r><text><!-- c --><![CDATA[<hi>]]></text></r>")]
    public void Only_LeavesWhatIsNamed(string only, string input, string left) => Check([new Glob(only)], [], input, left);

    [Theory]
    [InlineData("ssn", "<r><ssn>1</ssn><text>hi</text></r>", "<r><text>hi</text></r>")]
    [InlineData("ssn", "<r a=\"1\" ssn='2'><p ssn=\"3\"><q><ssn><x>4</x></ssn></q></p></r>", "<r a=\"1\"><p><q></q></p></r>")]
    [InlineData("$.r.a.id", "<r><a><id>1</id></a><b><id>2</id></b></r>", "<r><a></a><b><id>2</id></b></r>")]
    [InlineData("id", "<r><x:id xmlns:x=\"u\"/>text<!-- stays --></r>", "<r>text<!-- stays --></r>")]
    public void Drop_LeavesTheRest(string drop, string input, string left) => Check([], [new Glob(drop)], input, left);

    [Fact]
    public void Only_LongDocument_IsProjectedThroughout_AndCounted()
    {
        var input = "<rows>" + string.Concat(Enumerable.Range(0, 20_000).Select(static i =>
            $"<row n=\"{i}\"><name>Jane {i}</name><text>note {i}</text></row>\n")) + "</rows>";
        var fields = new FieldProjection([new Glob("text")], [], null);

        var left = Project(fields, input);

        Assert.Equal(20_000, XDocument.Parse(left).Root!.Elements().Count(static e => e.Element("text") is not null));
        Assert.DoesNotContain("Jane", left, StringComparison.Ordinal);
        Assert.Equal((20_000, 20_000), (fields.Dropped.Counts["$.rows.row.name"], fields.Dropped.Counts["$.rows.row.n"]));
        Assert.Equal(input.Length, left.Length + fields.Dropped.Amount);
    }

    [Theory]
    [InlineData("<r><a>1</r>", ErrorCodes.Malformed)]
    [InlineData("<r><a>1</a>", ErrorCodes.Truncated)]
    [InlineData("<r><a>1</a></r><r/>", ErrorCodes.Malformed)]
    [InlineData("<r a=b><a/></r>", ErrorCodes.Malformed)]
    [InlineData("<r>1 < 2</r>", ErrorCodes.Malformed)]
    [InlineData("<r><b/></r>", ErrorCodes.NoSuchField)]
    [InlineData("words", ErrorCodes.Malformed)]
    [InlineData("<r><a", ErrorCodes.Truncated)]
    public void Only_WhatCannotBeProjected_IsRefused(string input, string code)
    {
        var failure = Assert.Throws<RedactionException>(() => Project(new FieldProjection([new Glob("a")], [], null), input));

        Assert.Equal(code, failure.Code);
    }

    private static void Check(ImmutableArray<Glob> only, ImmutableArray<Glob> drop, string input, string left)
    {
        var fields = new FieldProjection(only, drop, null);

        Assert.Equal(left, Project(fields, input));
        Assert.Equal(input.Length, left.Length + fields.Dropped.Amount);
        Assert.NotEmpty(fields.Dropped.Counts);
    }

    private static string Project(FieldProjection fields, string input)
    {
        using var projected = fields.Of(DocumentFormats.Xml, "a.xml", new MemoryStream(Encoding.UTF8.GetBytes(input)), default);
        using var reader = new StreamReader(projected);
        return reader.ReadToEnd();
    }
}
