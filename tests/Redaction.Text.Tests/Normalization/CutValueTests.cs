using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Values with something in the middle that nobody sees, or that belongs to another layer.</summary>
public class CutValueTests
{
    [Theory]
    [InlineData("a jane.\u001B[1mdoe\u001B[0m@example.com b", "a [email] b")] // colours
    [InlineData("a jane.\\u001b[1mdoe\\\\u001b[0m@example.com b", "a [email] b")] // colours in a log of JSON
    [InlineData("a jane.d\u0001oe@example.com b", "a [email] b")] // controls
    [InlineData("a ja\u0336ne@exa\u0336mple.com b", "a [email] b")] // struck through
    [InlineData("a jane@\nexample.com b", "a [email] b")]
    [InlineData("a jane\r\n@example.com b", "a [email] b")]
    [InlineData("> a jane.doe@example.\n> com b", "> a [email] b")] // quoted mail
    [InlineData("Please charge 4539 5260 1815\n9083 today", "Please charge [credit-card] today")]
    [InlineData("SSN 512-43-\n8817 is it", "SSN [us.ssn] is it")]
    [InlineData("a *jane.doe*@example.com b", "a *[email] b")] // Markdown
    [InlineData("a jane.**doe**@example.com b", "a [email] b")]
    [InlineData("a <em>jane.doe</em>@example.com b", "a <em>[email] b")] // tags in text that is no page
    [InlineData("a jane.doe@<b class=\"x\">example</b>.com b", "a [email] b")]
    [InlineData("Please charge 4539 **5260** 1815 _9083_ today", "Please charge [credit-card]_ today")]
    [InlineData("Please charge 4539 5260 [b]1815[/b] 9083 today", "Please charge [credit-card] today")] // boards
    [InlineData("a jane.[i]doe[/i]@example.com b", "a [email] b")]
    [InlineData("a jane.{\\b1}doe{\\b0}@example.com b", "a [email] b")] // SubStation Alpha
    [InlineData("a jane.{*}doe{*}@example.com b", "a [email] b")] // wikis
    [InlineData("mail=jane.doe\\\n  @example.com b", "mail=[email] b")] // a line that goes on
    [InlineData("Please charge 4539 5260 \\\n  1815 9083 today", "Please charge [credit-card] today")]
    [InlineData("Please charge 4539 5260 \n1815 9083 today", "Please charge [credit-card] today")] // flowing text
    [InlineData("a jane.\\033[31mdoe@example.com b", "a [email] b")]
    [InlineData("Please charge 4539~5260~1815~9083 today", "Please charge [credit-card] today")] // TeX
    [InlineData("Please charge 4539\\,5260\\,1815\\,9083 today", "Please charge [credit-card] today")]
    [InlineData("Please charge 4539\\h5260\\h1815\\N9083 today", "Please charge [credit-card] today")] // SubStation Alpha
    [InlineData("Please charge 4539\t5260\t1815\t9083 today", "Please charge [credit-card] today")]
    [InlineData("IBAN DE55~3704~0044~0532~0140~00 it is", "IBAN [iban] it is")]
    [InlineData("a jane.\u000304doe\u0003@example.com b", "a [email] b")] // chats
    [InlineData("card \u000304,124539 5260 1815 9083\u0003 today", "card \u000304,12[credit-card]\u0003 today")]
    [InlineData("a jane\\_doe@example.com b", "a [email] b")] // escaped
    [InlineData("a jane.doe\\@example.com b", "a [email] b")]
    [InlineData("C:\\Users\\tberg\\.ssh\\id_rsa", "C:\\Users\\[username]\\.ssh\\id_rsa")] // near miss: folders of Windows
    [InlineData("a jane.doe{}@example.com b", "a [email] b")]
    [InlineData("a jane.^[[31mdoe^[[0m@example.com b", "a [email] b")]
    [InlineData("a jane&amp;#64;example.com b", "a [email] b")] // a page in a page
    [InlineData("a jane&amp;amp;commat;example.com b", "a [email] b")]
    [InlineData("a 6a616e6540 6578 6a616e65406578616d706c652e636f6d b", "a 6a616e6540 6578 [email] b")] // bytes in figures
    [InlineData("VALUES (0x6A616E65406578616D706C652E636F6D)", "VALUES ([email])")]
    [InlineData("sha d41d8cd98f00b204e9800998ecf8427e", "sha d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("VALUES (N'jane@example.com', E'o''hara@example.com')", "VALUES (N'[email]', E'[email]')")]
    // literals that a program joins
    [InlineData("m = \"jane.doe\" + \"@example.com\";", "m = \"[email]\";")]
    [InlineData("m = `jane.doe` + '@' + \"example.com\";", "m = `[email]\";")]
    [InlineData("char *m = \"jane.doe\"\n  \"@example.com\";", "char *m = \"[email]\";")]
    [InlineData("c = (\"4539 5260 \"\n     f\"1815 9083\")", "c = (\"[credit-card]\")")]
    [InlineData("SELECT 'jane.doe' || '@example.com'", "SELECT '[email]'")]
    [InlineData("SELECT CONCAT('4539 5260 ', '1815 9083')", "SELECT CONCAT('[credit-card]')")]
    // and such as it does not
    [InlineData("['jane.doe@example.com', 'example']", "['[email]', 'example']")]
    [InlineData("x \"4539 5260\", \"1815 9083\"", "x \"4539 5260\", \"1815 9083\"")]
    [InlineData("mail \"jane@example.com\" \"joe@example.com\"", "mail \"[email]\" \"[email]\"")]
    public void Redact_CutValue_IsFoundWhole(string input, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), input));

    [Fact]
    public void Redact_TagCharacters_AreReadAndLeftOut()
    {
        Assert.Equal("a [email] b", FormatTestBed.Redact(new PlainText(), $"a {Tags("jane@example.com")} b"));
        Assert.Equal("a [email] b", FormatTestBed.Redact(new PlainText(), $"a ja{Tags("x")}ne@example.com b"));
    }

    [Theory]
    [InlineData("{\"a\":\"jane\\u0000@example.com\"}")]
    [InlineData("{\"a\":\"jane\\ud800@example.com\"}")]
    [InlineData("{\"a\":\"jane@\\nexample.com\"}")]
    public void Json_CutValue_IsFoundWhole(string input) => Assert.Equal("{\"a\":\"[email]\"}", FormatTestBed.Redact(new Json(), input));

    [Theory]
    [InlineData("<r><![CDATA[jane@exam]]><![CDATA[ple.com]]></r>", "<r><![CDATA[[email]]]><![CDATA[]]></r>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"exam\"><!ENTITY d \"&a;ple.com\">]><r m=\"jane@&d;\">jane@&d;</r>",
        "<!DOCTYPE r [<!ENTITY a \"exam\"><!ENTITY d \"&a;ple.com\">]><r m=\"[email]\">[email]</r>")]
    [InlineData("<r>jane<!-- x -->@<?y z?>example.com</r>", "<r>[email]<!-- x --><?y z?></r>")]
    [InlineData("<r>jum<s over\n<a><![CDATA[DE55370400440532014000]]></a></r>", "<r>jum<s over\n<a><![CDATA[[iban]]]></a></r>")] // a tag without an end
    public void Xml_CutValue_IsFoundWhole(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(new Xml(), input));

    [Fact]
    public void Xml_EntitiesFromParts_AreRefused() => Assert.Equal(ErrorCodes.Unsearched, Assert.Throws<RedactionException>(() =>
        FormatTestBed.Redact(new Xml(), "<!DOCTYPE r [<!ENTITY % a \"<!ENTITY d 'x'>\"> %a;]><r>jane@&d;</r>")).Code);

    [Theory]
    [InlineData("Numbers 12345\n67890\n24680\n13579\n")] // a column
    [InlineData("status 200 1234\n127.0.0.1 asked 4539\n09:00:12 done 12\n")] // a log
    [InlineData("Take 3*4 and a_b and x<y and `code` and **bold** and <b>tags</b>.")]
    [InlineData("One. \nTwo-\nthree")]
    [InlineData("See a[b] and a[i] and {\\x} and ^[a-z] in C:\\dir\\\nnext \\\\\n 12 & 34 \\\\\n 56")]
    public void Redact_LinesThatBelongApart_Stay(string input) => Assert.Equal(input, FormatTestBed.Redact(new PlainText(), input).Replace(
        "[ip]", "127.0.0.1", StringComparison.Ordinal));

    private static string Tags(string text) => string.Concat(text.Select(static c => char.ConvertFromUtf32(0xE0000 + c)));
}
