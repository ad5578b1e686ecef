using Xunit;

namespace Redaction.Text.Tests;

public class LogStampsTests
{
    private const string Log =
        "{date:2024-03-01} 12:44:09 started\n{date:2024-03-01} 12:44:10 ready\n[{date:2024-03-01T12:44:13Z}] stopped\n";

    /// <summary>More than 1,000 characters.</summary>
    private const string Far = Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line, Line =
        "a line of a log without any stamp that is about one hundred characters long, so that ten of them reach";

    [Theory]
    [InlineData(Log, true)] // a log that tells of nobody
    [InlineData(Log + "worker {date:2024-03-01} 12:44:14 gone", true)] // one word before the stamp
    [InlineData(Log + "{date:2024-03-01} 12:44:15 mail from {email:ada@example.com}", false)] // it tells when somebody wrote
    [InlineData(Log + Far + "{email:ada@example.com}", true)] // too far away
    [InlineData(Log + "born on {date:2024-03-01}", false)] // a date that is no stamp
    [InlineData("{date:2024-03-01} 12:44:09 started\n{date:2024-03-01} 12:44:10 ready", false)] // two lines are no log
    [InlineData("{date:2024-03-01} 12:44 a\n{date:2024-03-01} 12:45 b\n{date:2024-03-01} 12:46 c", false)] // people write no seconds
    public void Refine_StampsOfALog_AreLoweredWhereNothingElseIsFound(string marked, bool lowered)
    {
        var (text, given, _) = Refining.Parse(marked);

        var all = Refining.Run(new LogStamps(), text, given);

        Assert.Equal(given.Length, all.Length);
        Assert.All(all.Where(f => f.Type == EntityTypes.Date), f => Assert.Equal(lowered, f.Score < 0.5f));
    }
}
