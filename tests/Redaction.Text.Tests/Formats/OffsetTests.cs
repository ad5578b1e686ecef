using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Ranges that a record tells of its own text go along when the text changes.</summary>
public class OffsetTests
{
    private const string Text = "Mail kari@example.org or call the office";

    [Theory]
    // Label Studio
    [InlineData("""{"data":{"text":"T"},"annotations":[{"result":[{"value":{"start":34,"end":40,"text":"office","labels":["ORG"]}}]}]}""",
        """{"data":{"text":"T"},"annotations":[{"result":[{"value":{"start":25,"end":31,"text":"office","labels":["ORG"]}}]}]}""")]
    [InlineData("""{"text":"T","start":34,"end":40,"label":"ORG"}""", """{"text":"T","start":25,"end":31,"label":"ORG"}""")] // one range a record
    [InlineData("""{"text":"T","label":[[5,21,"EMAIL"],[34,40,"ORG"]]}""", """{"text":"T","label":[[5,12,"EMAIL"],[25,31,"ORG"]]}""")]
    [InlineData("""{"text":"T","entities":[{"id":1,"start_offset":34,"end_offset":40,"label":"ORG"}]}""",
        """{"text":"T","entities":[{"id":1,"start_offset":25,"end_offset":31,"label":"ORG"}]}""")]
    [InlineData("""["T",{"entities":[[34,40,"ORG"]]}]""", """["T",{"entities":[[25,31,"ORG"]]}]""")] // spaCy
    [InlineData("""{"spans":[{"start":34,"end":40,"label":"ORG"}],"text":"T","tokens":[{"text":"Mail","start":0,"end":4},{"text":"or","start":22,"end":24}]}""",
        """{"spans":[{"start":25,"end":31,"label":"ORG"}],"text":"T","tokens":[{"text":"Mail","start":0,"end":4},{"text":"or","start":13,"end":15}]}""")]
    [InlineData("""{"context":"T","qas":[{"question":"Whom?","answers":[{"text":"the office","answer_start":30}]}]}""",
        """{"context":"T","qas":[{"question":"Whom?","answers":[{"text":"the office","answer_start":21}]}]}""")]
    [InlineData("""{"context":"T","answers":{"text":["office"],"answer_start":[34]}}""", """{"context":"T","answers":{"text":["office"],"answer_start":[25]}}""")]
    [InlineData("""{"text":"T","entities":[{"text":"office","category":"Place","offset":34,"length":6}]}""",
        """{"text":"T","entities":[{"text":"office","category":"Place","offset":25,"length":6}]}""")]
    [InlineData("""{"Text":"T","Entities":[{"Type":"X","Score":0.9,"BeginOffset":34,"EndOffset":40}]}""",
        """{"Text":"T","Entities":[{"Type":"X","Score":0.9,"BeginOffset":25,"EndOffset":31}]}""")]
    [InlineData("""{"text":"T","entities":[["T1","Org",[[34,40]]]]}""", """{"text":"T","entities":[["T1","Org",[[25,31]]]]}""")] // brat
    // what stands there is no value by itself, but part of one
    [InlineData("""{"text":"T","spans":[{"start":5,"end":9,"text":"kari","label":"PER"}]}""",
        """{"text":"T","spans":[{"start":5,"end":12,"text":"[email]","label":"PER"}]}""")]
    // times and counts stay
    [InlineData("""{"text":"T","segments":[{"start":0,"end":5,"text":"Mail kari@example.org"}]}""",
        """{"text":"T","segments":[{"start":0,"end":5,"text":"Mail [email]"}]}""")]
    [InlineData("""{"text":"T","labels":[3,7],"shape":[3,7],"page":{"start":1,"end":9}}""", """{"text":"T","labels":[3,7],"shape":[3,7],"page":{"start":1,"end":9}}""")]
    public void Redact_RangesOfAText_Move(string input, string expected)
    {
        input = input.Replace("\"T\"", JsonSerializer.Serialize(Text), StringComparison.Ordinal);
        expected = expected.Replace("\"T\"", "\"Mail [email] or call the office\"", StringComparison.Ordinal);

        Assert.Equal(expected, FormatTestBed.Redact(new JsonLines(), input));
        Assert.Equal($"[{expected}]", FormatTestBed.Redact(new Json(), $"[{input}]"));
    }

    [Theory]
    [InlineData(34, 40, 25, 31)] // code points
    [InlineData(35, 41, 26, 32)] // UTF-16
    [InlineData(37, 43, 28, 34)] // bytes
    public void Redact_AnyUnit_IsKept(int start, int end, int movedStart, int movedEnd)
    {
        const string Record = """{"text":"😀il  {0} or call the office","x":[{"start":{1},"end":{2},"text":"office"}]}""";

        Assert.Equal(Written("[email]", movedStart, movedEnd), FormatTestBed.Redact(new JsonLines(), Written("kari@example.org", start, end)));

        static string Written(string mail, int from, int to) => Record.Replace("{0}", mail, StringComparison.Ordinal)
            .Replace("{1}", $"{from}", StringComparison.Ordinal).Replace("{2}", $"{to}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text,start,end,label\n\"T, now\",34,40,LOC\n", "text,start,end,label\n\"@, now\",25,31,LOC\n")]
    [InlineData("start\tend\tentity\tsentence\n34\t40\tLOC\tT\n\"34\"\t40\tLOC\tnone\n", "start\tend\tentity\tsentence\n25\t31\tLOC\t@\n\"34\"\t40\tLOC\tnone\n")]
    [InlineData("from,to,note\n34,40,T\n", "from,to,note\n34,40,@\n")] // nothing says that these are places
    public void Csv_RangesOfACell_Move(string input, string expected)
    {
        input = input.Replace("T", Text, StringComparison.Ordinal);
        expected = expected.Replace("@", "Mail [email] or call the office", StringComparison.Ordinal);

        Assert.Equal(expected, FormatTestBed.Redact(new Csv(), input));
    }

    [Fact]
    public void Redact_RangeThatDoesNotFit_IsRefused()
    {
        var failure = Assert.Throws<RedactionException>(static () => FormatTestBed.Redact(new Json(),
            """{"text":"Mail kari@example.org or call the office","spans":[{"start":1,"end":7,"text":"office","label":"X"}]}"""));

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
    }

    [Fact]
    public void Redact_LongDocument_RangesBehindTheFirstBufferMove()
    {
        var record = $$"""{"spans":[{"start":34,"end":40,"label":"ORG"}],"text":"{{Text}}"}""";
        var input = $"[{string.Join(',', Enumerable.Repeat(record, 3000))}]";

        var actual = FormatTestBed.Redact(new Json(), input);

        Assert.Equal(input.Replace("kari@example.org", "[email]", StringComparison.Ordinal)
            .Replace("\"start\":34,\"end\":40", "\"start\":25,\"end\":31", StringComparison.Ordinal), actual);
    }

    [Fact]
    public void Redact_RandomRecords_QuotesStandWhereTheRangesSay()
    {
        string[] words = ["Ann", "kari@example.org", "😀", "12 é", "4111 1111 1111 1111", "call", "+47 41 28 85 53", "now."];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            var spans = new List<object>();
            for (var i = random.Next(1, 9); i > 0; i--)
            {
                var word = words[random.Next(words.Length)];
                if (random.Next(2) == 0) spans.Add(new { start = text.Length, end = text.Length + word.Length, text = word, label = "X" });
                text.Append(word).Append(' ');
            }

            var actual = FormatTestBed.Redact(new JsonLines(), JsonSerializer.Serialize(new { spans, text = text.ToString() }));

            using var record = JsonDocument.Parse(actual);
            var redacted = record.RootElement.GetProperty("text").GetString()!;
            Assert.DoesNotContain("kari@example.org", actual, StringComparison.Ordinal);
            foreach (var span in record.RootElement.GetProperty("spans").EnumerateArray())
            {
                var (start, end) = (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32());
                Assert.True(span.GetProperty("text").GetString() == redacted[start..end], $"seed {seed}");
            }
        }
    }
}
