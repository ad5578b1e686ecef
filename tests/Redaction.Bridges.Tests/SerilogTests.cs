using Redaction.Serilog;
using Serilog;
using Serilog.Events;
using Xunit;

namespace Redaction.Bridges.Tests;

public class SerilogTests
{
    [Fact]
    public void Message_AndProperties_AreRedacted()
    {
        var written = Log(static log => log.Information(
            "Mail from {Sender} about {@Order}, {Count} times", "mia@example.com",
            new { Number = 7, Contacts = (string[])["ben@example.com", "none"] }, 3));

        Assert.Equal("Mail from \"[email]\" about { Number: 7, Contacts: [\"[email]\", \"none\"] }, 3 times", written.RenderMessage());
        Assert.Equal(3, ((ScalarValue)written.Properties["Count"]).Value);
    }

    [Fact]
    public void WordsOfTheMessage_AreRedacted_ThoughTheyAreATemplate()
    {
        const string Mail = "mia@example.com";

        Assert.Equal("Mail from [email]", Log(static log => log.Warning($"Mail from {Mail}")).RenderMessage());
    }

    [Fact]
    public void Sentence_TellsWhatAValueIs()
    {
        var written = Log(static log => log.Information("My social security number is {Value}.", "536221234"));

        Assert.DoesNotContain("536221234", written.RenderMessage());
        Assert.DoesNotContain("536221234", written.Properties["Value"].ToString());
    }

    [Fact]
    public void Name_OfAProperty_TellsWhatAValueIs()
    {
        var written = Log(static log => log.ForContext("Phone", 3055550142L).Information("Saved"));

        Assert.DoesNotContain("3055550142", written.Properties["Phone"].ToString());
    }

    [Fact]
    public void Keys_OfADictionary_AreRedacted_AndStayApart()
    {
        var counts = new Dictionary<string, int> { ["mia@example.com"] = 1, ["ben@example.com"] = 2 };
        var written = Log(log => log.Information("{Counts}", counts));

        Assert.Equal("[(\"[email]\": 1), (\"[email] 2\": 2)]", written.Properties["Counts"].ToString());
    }

    [Fact]
    public void Exception_IsRedacted_WithItsInnerOnes()
    {
        var inner = new FormatException("ben@example.com");
        var written = Log(log => log.Error(new InvalidOperationException("No user mia@example.com", inner), "Failed"));

        Assert.Equal("No user [email]", written.Exception!.Message);
        Assert.Contains("System.FormatException: [email]", written.Exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", written.Exception.ToString());
    }

    [Fact]
    public void Failure_LeavesLevelAndTimeAlone_AndDoesNotThrow()
    {
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").AddDetector(new FailingDetector()).Build();
        var written = Log(static log => log.Error(new InvalidOperationException("hello"), "Hello {Who}", "you"), engine);

        Assert.Equal("An event was withheld: \"component-failed\"", written.RenderMessage());
        Assert.Equal(LogEventLevel.Error, written.Level);
        Assert.Null(written.Exception);
        Assert.Equal("RedactionError", Assert.Single(written.Properties).Key);
    }

    [Fact]
    public void Dispose_ReachesTheSink()
    {
        var sink = new KeptEvents();
        using (new LoggerConfiguration().WriteTo.Redacted(Engines.Patterns, to => to.Sink(sink)).CreateLogger()) { }

        Assert.True(sink.IsDisposed);
    }

    private static LogEvent Log(Action<ILogger> write, RedactionEngine? engine = null)
    {
        var sink = new KeptEvents();
        using var log = new LoggerConfiguration().WriteTo.Redacted(engine ?? Engines.Patterns, to => to.Sink(sink)).CreateLogger();
        write(log);
        return Assert.Single(sink.Events);
    }

    private sealed class FailingDetector : ITextDetector
    {
        public DetectorInfo Info { get; } = new("test.fails", new EntityType("test"));

        public void Detect(TextSource source, FindingSink<TextSpan> findings) =>
            throw new InvalidOperationException(source.Text.ToString());
    }
}
