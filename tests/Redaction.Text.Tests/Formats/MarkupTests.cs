using Xunit;

namespace Redaction.Text.Tests;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<p>Mail jane.roe@example.com now</p>", "<p>Mail [email] now</p>")]
    [InlineData("<p>jane.<b>roe</b>@example.com</p>", "<p>[email]<b></b></p>")]
    [InlineData("<p>SSN 536-<i class='x'>22</i>-1234.</p>", "<p>SSN [us.ssn]<i class='x'></i>.</p>")]
    [InlineData("<a href=\"mailto:jane@example.com\">write</a>", "<a href=\"[email]\">write</a>")]
    [InlineData("<p>jane.<a href='mailto:joe@example.org'>roe</a>@example.com</p>", "<p>[email]<a href='[email]'></a></p>")]
    [InlineData("<!-- ask jane@example.com --><p>x</p>", "<!-- ask [email] --><p>x</p>")]
    [InlineData("<script>var a = '<b>'; send('jane@example.com');</script>", "<script>var a = '<b>'; send('[email]');</script>")]
    [InlineData("<td>jane</td><td>@example.com</td>", "<td>jane</td><td>@example.com</td>")]
    [InlineData("<p>brow<b>DE89370400440532013000</b>fox</p>", "<p>brow<b>[iban]</b>fox</p>")] // a style may set them apart
    [InlineData("<p>brow<!-- x -->DE89370400440532013000<!-- y -->fox</p>", "<p>brow<!-- x -->[iban]<!-- y -->fox</p>")]
    [InlineData("<p>a<i>+14155550132</i>b<i>4111111111111111</i></p>", "<p>a<i>[phone]</i>b<i>[credit-card]</i></p>")]
    [InlineData("<p>1<sup>st</sup> H<sub>2</sub>O</p>", "<p>1<sup>st</sup> H<sub>2</sub>O</p>")]
    [InlineData("1 < 2 and jane@example.com", "1 < 2 and [email]")]
    [InlineData("<input value=jane@example.com>", "<input value=[email]>")]
    [InlineData("<i title='4111 1111 1111'>jane@example.com</i><i title='1111'> x</i>",
        "<i title='[credit-card]'>[email]</i><i title='[credit-card]'> x</i>")] // a value in two attributes, another between them
    [InlineData("text <b attr=\"cut jane@example.com", "text <b attr=\"cut [email]")]
    public void RedactHtml_ValueInMarkup_LeavesTheTags(string html, string expected)
    {
        var redacted = FormatTestBed.Redact(new Html(), html);

        Assert.Equal(expected, redacted.Replace("mailto:[email]", "[email]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><r><e mail=\"jane@example.com\"/></r>", "<?xml version=\"1.0\"?><r><e mail=\"[email]\"/></r>")]
    [InlineData("<r><![CDATA[jane@example.com <raw>]]></r>", "<r><![CDATA[[email] <raw>]]></r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY who \"jane@example.com\">]><r>&who;</r>", "<!DOCTYPE r [<!ENTITY who \"[email]\">]><r>[email]</r>")]
    [InlineData("<script>a &lt; b, jane@example.com</script>", "<script>a &lt; b, [email]</script>")]
    public void RedactXml_ValueInMarkup_LeavesTheTags(string xml, string expected)
    {
        var redacted = FormatTestBed.Redact(new Xml(), xml);

        Assert.Equal(expected, redacted);
    }

    [Theory]
    [InlineData("<r><NO9386011117947>x</NO9386011117947><DE89370400440532013000 a1=\"b\"/></r>",
        "<r><iban_1>x</iban_1><iban_2 a1=\"b\"/></r>")]
    [InlineData("<r c_4111111111111111=\"x\"/>", "<r c_credit-card_1=\"x\"/>")]
    [InlineData("<street ssn='x'><lastName/><h1 meta2=''/><p2024-01-05/></street>",
        "<street ssn='x'><lastName/><h1 meta2=''/><p2024-01-05/></street>")]
    public void RedactXml_Names_AreStructure(string xml, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Xml(), xml));

    [Fact]
    public void RedactHtml_OperatorWritesMarkup_IsEscaped()
    {
        var redactor = new TextRedactor(
            new("test", new PolicyRule("mask") { With = new([new("character", "<"), new("keepSeparators", "false")]) }), TextDetectors.All,
            TextOperators.All);

        var redacted = FormatTestBed.Redact(new Html(), "<p>jane@example.com</p>", new DocumentJob(redactor));

        Assert.Equal("<p>" + string.Concat(Enumerable.Repeat("&lt;", 16)) + "</p>", redacted);
    }

    [Fact]
    public void RedactHtml_InSmallWindows_EqualsTheWholeDocument()
    {
        string[] parts =
        [
            "<p>", "</p>", "<b>", "</b>", "jane@example.com", " some words ", "<script>var x='joe@example.org';</script>",
            "<!-- 192.0.2.44 <b> -->",
            "<a href='mailto:ann@example.net'>", "</a>", "SSN 536-22-<i>12</i>34 ", " a < b ", "\n", "&nbsp;",
        ];
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var html = string.Concat(Enumerable.Range(0, 150).Select(_ => parts[random.Next(parts.Length)]));
            var expected = FormatTestBed.Redact(new Html(), html);

            var actual = FormatTestBed.Redact(new Html(window: 600, margin: 320), html);

            Assert.True(expected == actual, $"seed {seed}");
        }
    }

    [Fact]
    public void RedactHtml_NoFindings_KeepsEveryByte()
    {
        const string Page =
            "<!doctype html>\r\n<html lang=en><head><style>p > a { color: red }</style></head>\t<body class='a b'>Tea &amp; cake "
            + "<br/>for <em>two</em></body></html>\r\n";

        var redacted = FormatTestBed.Redact(new Html(), Page);

        Assert.Equal(Page, redacted);
    }

    [Theory]
    [InlineData("<e><amt>12.50</amt><k>DBIT</k><nm>Odd Ness</nm></e>", "<e><amt>12.50</amt><k>DBIT</k><nm>[address]</nm></e>")]
    [InlineData("<e>\n <amt>12.50</amt>\n <k>DBIT</k>\n <nm>Odd Ness</nm>\n</e>", "<e>\n <amt>12.50</amt>\n <k>DBIT</k>\n <nm>[address]</nm>\n</e>")]
    [InlineData("<e><b>12.50 DBIT Odd Ness</b></e>", "<e><b>[address]</b></e>")]
    public void RedactXml_FindingOverElements_LeavesAmountsAndCodes(string xml, string expected)
    {
        var over = new PatternDetector("over", EntityTypes.Address, new(@"12\.50\s+DBIT\s+Odd Ness")) { Score = 0.9f };
        var redactor = new TextRedactor(new("test", new PolicyRule("label")), [over], TextOperators.All);

        Assert.Equal(expected, FormatTestBed.Redact(new Xml(), xml, new DocumentJob(redactor)));
    }
}
