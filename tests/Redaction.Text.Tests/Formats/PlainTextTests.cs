using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

public class PlainTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Redact_InSmallWindows_EqualsTheWholeText(int readSize)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var text = RandomText(new Random(seed), 3000);
            var expected = FormatTestBed.Redactor.Redact(text);

            var actual = Encoding.UTF8.GetString(
                FormatTestBed.Redact(new PlainText(window: 300, margin: 160), Encoding.UTF8.GetBytes(text), readSize: readSize));

            Assert.True(expected == actual, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("INSERT INTO t VALUES (1,4539526018152484),(2, 4539526018152484 );\n", "INSERT INTO t VALUES (1,NULL),(2, NULL );\n")]
    [InlineData("INSERT INTO t VALUES (1,'4539526018152484');\n", "INSERT INTO t VALUES (1,'[credit-card]');\n")]
    [InlineData("values (1);\nsee (4539526018152484)", "values (1);\nsee ([credit-card])")]
    [InlineData("paid (card, 4539526018152484)", "paid (card, [credit-card])")]
    public void Redact_NumberInARowOfSql_BecomesNull(string input, string expected)
    {
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), input));
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(window: 20, margin: 40), input));
    }

    [Fact]
    public void Redact_InWindows_ReportsAbsolutePlaces()
    {
        var text = new string('x', 5000) + " jane.doe@example.com " + new string('y', 5000) + " joe@example.org";
        var observer = new CollectingObserver();

        FormatTestBed.Redact(new PlainText(window: 400, margin: 100), text,
            new DocumentJob(FormatTestBed.Redactor) { Observer = observer });

        Assert.Equal([("jane.doe@example.com", 5001L), ("joe@example.org", 10023L)], observer.Items.Select(i => (i.Value, i.Start)));
    }

    [Fact]
    public void Redact_InWindows_CountsWhatIsKeptOnce()
    {
        var text = string.Concat(Enumerable.Repeat("write to jane.doe@example.com soon, ", 200));
        var redactor = new TextRedactor(new("test", PolicyRule.For("email", PolicyRule.Keep), new PolicyRule("label")), TextDetectors.All,
            TextOperators.All);
        var observer = new CollectingObserver();

        FormatTestBed.Redact(new PlainText(window: 400, margin: 100), text, new DocumentJob(redactor) { Observer = observer });

        Assert.Equal(200, observer.Kept);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", false)]
    public void Redact_KeepsTheEncodingAndTheMark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] Encode(string text) => [.. mark ? encoding.Preamble : [], .. encoding.GetBytes(text)];

        var actual = FormatTestBed.Redact(new PlainText(), Encode("Grüße, jane@example.com\r\n"));

        Assert.Equal(Encode("Grüße, [email]\r\n"), actual);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xC3, 0x28 }, ErrorCodes.InvalidEncoding)] // a continuation byte is missing
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 }, ErrorCodes.InvalidEncoding)] // half a UTF-16 unit
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b' }, ErrorCodes.Malformed)] // binary
    public void Redact_BadBytes_FailTyped(byte[] input, string code) =>
        Assert.Equal(code, Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new PlainText(), input)).Code);

    [Fact]
    public void Redact_Empty_IsEmpty() => Assert.Empty(FormatTestBed.Redact(new PlainText(), Array.Empty<byte>()));

    [Fact]
    public void Redact_Cancelled_Stops()
    {
        var job = new DocumentJob(FormatTestBed.Redactor) { Cancellation = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => FormatTestBed.Redact(new PlainText(), "text", job));
    }

    [Fact]
    public void Redact_Failure_QuotesNothing()
    {
        var failure =
            Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new PlainText(), [.. Encoding.UTF8.GetBytes(Canary.Text), 0xFF]));

        Assert.DoesNotContain(Canary.Text, failure.ToString(), StringComparison.Ordinal);
    }

    internal static string RandomText(Random random, int length)
    {
        string[] pieces = ["the order ", "jane.doe@example.com ", "SSN 536-22-1234", "\r\n", " ", "😀", "x", "4111 1111 1111 1111 ", "@",
            ".", "123-45-", "\n\n", "müller@bücher.example;"];
        var text = new StringBuilder();
        while (text.Length < length) text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString();
    }
}
