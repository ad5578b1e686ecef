using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public class CsvTests
{
    private static readonly Csv s_csv = new();

    [Theory]
    [InlineData("id,mail\n1,jane@example.com\n", "id,mail\n1,[email]\n")]
    [InlineData("id;mail\r\n1;\"x; jane@example.com\"", "id;mail\r\n1;\"x; [email]\"")]
    [InlineData("a\tb\n\"say \"\"hi\"\" to jane@example.com\"\tz\n", "a\tb\n\"say \"\"hi\"\" to [email]\"\tz\n")]
    [InlineData("a,b\n\"two\nlines jane@example.com\",1\n\n3,4", "a,b\n\"two\nlines [email]\",1\n\n3,4")]
    [InlineData("a,b\n\"x\" jane@example.com,1\n", "a,b\n\"x\" [email],1\n")] // text after a closing quote: plain, nothing missed
    public void Redact_ChangesTheCellOnly(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(s_csv, input));

    [Fact]
    public void Redact_ReplacementWithDelimiter_IsQuoted()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("mask") { With = new([new("character", ",")]) }), TextDetectors.All,
            TextOperators.All);

        var actual = FormatTestBed.Redact(s_csv, "a,b\na@bc.example,1\n", new DocumentJob(redactor));

        Assert.Equal("a,b\n\",@,,.,,,,,,,\",1\n", actual);
    }

    [Fact]
    public void Redact_RandomTables_WithoutFindings_AreUnchanged_HoweverTheyArrive()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            string[] cells = ["", "a", "\"\"", "\"x,y\"", "\"l\r\nm\"", "12", "\"q\"\"q\"", "é😀"];
            var rows = Enumerable.Range(0, random.Next(1, 30))
                .Select(_ => string.Join(',', Enumerable.Range(0, random.Next(1, 6)).Select(_ => cells[random.Next(cells.Length)])));
            var input = Encoding.UTF8.GetBytes(string.Join(random.Next(2) == 0 ? "\n" : "\r\n", rows));

            var actual = FormatTestBed.Redact(s_csv, input, readSize: random.Next(1, 50));

            Assert.True(input.AsSpan().SequenceEqual(actual), $"seed {seed}");
        }
    }

    [Fact]
    public void Redact_ColumnNames_AreFields()
    {
        var observer = new CollectingObserver();
        var job = new DocumentJob(FormatTestBed.Redactor) { Observer = observer, Fields = [new Glob("work*")] };

        var actual = FormatTestBed.Redact(s_csv, "home mail,work mail\na@example.com,b@example.com\n", job);

        Assert.Equal("home mail,work mail\na@example.com,[email]\n", actual);
        Assert.Equal(("work mail", 2L), (Assert.Single(observer.Items).Place.Path, observer.Items[0].Place.Line));
    }

    [Fact]
    public void Redact_FirstRowWithAFinding_IsNoHeader()
    {
        var observer = new CollectingObserver();

        FormatTestBed.Redact(s_csv, "x,jane@example.com\ny,joe@example.com\n",
            new DocumentJob(FormatTestBed.Redactor) { Observer = observer });

        Assert.Equal(["#2", "#2"], observer.Items.Select(i => i.Place.Path));
    }

    [Fact]
    public void Redact_QuoteThatNeverEnds_IsTruncated() =>
        Assert.Equal(ErrorCodes.Truncated, Assert.Throws<RedactionException>(() => FormatTestBed.Redact(s_csv, "a,b\n1,\"jane")).Code);
}
