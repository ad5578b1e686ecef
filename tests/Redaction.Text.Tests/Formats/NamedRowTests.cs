using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names of values that stand apart from them: above the rows, in a letter before a line, in a macro, in a pair.</summary>
public sealed class NamedRowTests
{
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("\\author{Odd Ness \\and Tuva Berg\\thanks{none}}", "\\author{[person] \\and [person]\\thanks{none}}")]
    [InlineData("\\name{Odd}{Ness}", "\\name{[person]}{[person]}")]
    [InlineData("\\name{as.frame}", "\\name{as.frame}")] // of a function
    [InlineData("\\address{14 Alder Row}", "\\address{[address]}")]
    [InlineData("\\phone[mobile]{41288553}", "\\phone[mobile]{[phone]}")]
    [InlineData("\\textbf{Odd} \\title{On Rivers} \\author", "\\textbf{Odd} \\title{On Rivers} \\author")]
    [InlineData("<BANKACCTFROM><ACCTID>0004417723019<ACCTTYPE>CHECKING", "<BANKACCTFROM><ACCTID>[account-number]<ACCTTYPE>CHECKING")]
    [InlineData("usage: x <PHONE> <FILE>\n", "usage: x <PHONE> <FILE>\n")]
    [InlineData("$GPGGA,091402.00,5542.28272,N,01311.46078,E,1,08,1.0,41.2,M,40.0,M,,*6A",
        "$GPGGA,091402.00,[gps],N,[gps],E,1,08,1.0,41.2,M,40.0,M,,*6A")]
    [InlineData("@RELATION r\n@ATTRIBUTE 'full name' STRING\n@ATTRIBUTE phone STRING\n@DATA\n'Ness, Odd','41288553'\n?,?\n",
        "@RELATION r\n@ATTRIBUTE 'full name' STRING\n@ATTRIBUTE phone STRING\n@DATA\n'[person]','[phone]'\n?,?\n")]
    [InlineData("@RELATION r\n@ATTRIBUTE id NUMERIC\n@ATTRIBUTE name STRING\n@ATTRIBUTE phone STRING\n@DATA\n{0 4, 1 Odd, 2 '41288553'}\n{1 \"?\"}\n",
        "@RELATION r\n@ATTRIBUTE id NUMERIC\n@ATTRIBUTE name STRING\n@ATTRIBUTE phone STRING\n@DATA\n{0 4, 1 [person], 2 '[phone]'}\n{1 \"?\"}\n")]
    [InlineData("<BANKACCTFROM>\n<BANKID>042610337\n<ACCTID>0004417723019\n", "<BANKACCTFROM>\n<BANKID>[account-number]\n<ACCTID>[account-number]\n")]
    [InlineData(
        "# text = Tveitan skrev\n1\tTveitan\tTveitan\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tskrev\tskriva\tVERB\t_\t_\t0\troot\t_\t_\n",
        "# text = [person] skrev\n1\t[person]\t[person]\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tskrev\tskriva\tVERB\t_\t_\t0\troot\t_\t_\n")]
    [InlineData("3\tVolgograd\t_\tPROPN\t_\tNameType=Geo\t2\tobl\t_\t_\n", "3\t[location]\t_\tPROPN\t_\tNameType=Geo\t2\tobl\t_\t_\n")]
    [InlineData("!Type:Bank\nD03/12'24\nT-12.50\nPOdd Ness\nMDE89370400440532013000\nLGroceries\n^\n",
        "!Type:Bank\nD03/12'24\nT-12.50\nP[person]\nM[iban]\nLGroceries\n^\n")]
    [InlineData("password_hunter2Reef!", "password_[secret]")]
    [InlineData("old_passwort-Geheim88.zip", "old_passwort-[secret].zip")]
    [InlineData("password_reset2 password-sha256-hash pwd_v2", "password_reset2 password-sha256-hash pwd_v2")]
    [InlineData("userName=\"tuvaberg\" sent for tuvaberg on /dev/pts/8", "userName=\"[username]\" sent for [username] on /dev/pts/8")]
    public void RedactText_NamedElsewhere_IsOfThatType(string text, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), text, new(s_redactor)));

    [Theory]
    [InlineData("Export of March\n\nName,Mobile,City code\nOdd Ness,a41288553,BR1\n",
        "Export of March\n\nName,Mobile,City code\n[person],[phone],BR1\n")]
    [InlineData("Export;;\nName;Mobile;Code\nOdd Ness;a41288553;BR1\n",
        "Export;;\nName;Mobile;Code\n[person];[phone];BR1\n")]
    [InlineData("Region, north\nName\tMobile\tCode\nOdd Ness\ta41288553\tBR1\n",
        "Region, north\nName\tMobile\tCode\n[person]\t[phone]\tBR1\n")]
    [InlineData("x,y\nphone,mail,z\na,b,c\n1,2,3\n", "x,y\nphone,mail,z\na,b,c\n1,2,3\n")]
    public void RedactCsv_HeaderBelowATitle_NamesTheColumns(string table, string expected)
    {
        Assert.Equal(expected, FormatTestBed.Redact(new Csv(), table, new(s_redactor)));
    }

    [Fact]
    public void RedactCsv_HeaderBelowATitle_NamesTheColumnsOnAnyNumberOfThreads()
    {
        var table = "Export of March\n\nName,Mobile\n" + string.Concat(Enumerable.Repeat("Odd Ness,a41288553\n", 20_000));

        var expected = FormatTestBed.Redact(new Csv(), table, new(s_redactor));
        var actual = FormatTestBed.Redact(new Csv(), table, new(s_redactor) { Share = new ThreadShare(4) });

        Assert.Equal(expected, actual);
        Assert.DoesNotContain("41288553", actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void RedactJsonLines_FirstLineOfNames_NamesTheValuesOfTheOthers(int threads)
    {
        var lines = "[\"name\",\"phone\",\"ok\"]\n" + string.Concat(Enumerable.Repeat("[\"Odd Ness\", \"41288553\", true]\n", 4000));

        var redacted = FormatTestBed.Redact(new JsonLines(), lines, new(s_redactor) { Share = new ThreadShare(threads) });

        Assert.StartsWith("[\"name\",\"phone\",\"ok\"]\n[\"[person]\", \"[phone]\", true]\n", redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("41288553", redacted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\"name\",\"41288553\"]\n[\"a\",\"41288553\"]\n")] // a record
    [InlineData("[\"red\",\"blue\"]\n[\"a\",\"41288553\"]\n")] // words
    public void RedactJsonLines_FirstLineThatNamesNothing_IsARecord(string lines) =>
        Assert.Equal(lines, FormatTestBed.Redact(new JsonLines(), lines, new(s_redactor)));

    [Theory]
    [InlineData("{\"queryString\":[{\"name\":\"token\",\"value\":\"9f8e7d6c5b4a3928\"},{\"name\":\"page\",\"value\":\"2048\"}]}",
        "{\"queryString\":[{\"name\":\"token\",\"value\":\"[secret]\"},{\"name\":\"page\",\"value\":\"2048\"}]}")]
    [InlineData("{\"token\":\"x417y28\"}", "{\"token\":\"x417y28\"}")] // a word of a text
    public void RedactJson_NameOfAQuery_NamesItsValue(string json, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Json(), json, new(s_redactor)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void RedactXml_DeflatedText_IsSearched(int form)
    {
        var plain = Deflated("the quick brown fox jumps over", form);
        var found = Deflated("write to odd.ness@ness-post.example about it", form);

        var redacted = FormatTestBed.Redact(new Xml(), $"<d><p>{plain}</p><p>{found}</p></d>", new(s_redactor));

        Assert.Equal($"<d><p>{plain}</p><p>[email]</p></d>", redacted);
    }

    private static string Deflated(string text, int form)
    {
        using var bytes = new MemoryStream();
        using (Stream deflated = form switch
        {
            0 => new System.IO.Compression.DeflateStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
            1 => new System.IO.Compression.ZLibStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
            _ => new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true),
        }) deflated.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(bytes.ToArray());
    }
}
