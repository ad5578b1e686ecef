using System.Numerics;
using System.Text.Json;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Image.Tests;

public class PrintTests
{
    [Fact]
    public void Read_OfAPageOfPrint_FindsEveryIdentifierAndTheSmallPrint()
    {
        using var reader = new PpOcrReader();
        var lines = JsonSerializer.Deserialize<string[]>(File.ReadAllText(PathOf("print.json")))!;

        var read = reader.Read(Pictures.Decode(File.ReadAllBytes(PathOf("print.png"))).Page(0).AsSource()).Text.ToString();

        foreach (var word in lines.SelectMany(static l => l.Split(' ')).Where(static w => w.Any(char.IsAsciiDigit)))
            Assert.Contains(word, read, StringComparison.Ordinal);
    }

    [Fact]
    public void Cover_WhereALineIsSeenWell_IsTrue()
    {
        var seen = SeenLines.Of([.. Page(SeenLines.Page, height: 20)], step: 1)!;

        Assert.True(seen.Cover(new(400, 100)));
        Assert.True(seen.Cover(new(400, 100 + 22))); // where the gate still marks it
        Assert.False(seen.Cover(new(400, 40)));
        Assert.False(seen.Cover(new(900, 100)));
    }

    [Fact]
    public void Cover_WhereALineIsTooSmallOrTwoMayHaveRunTogether_IsFalse()
    {
        var small = new TextLine(new(400, 130), Vector2.UnitX, 300, 6);
        var large = new TextLine(new(400, 20), Vector2.UnitX, 300, 25);
        var seen = SeenLines.Of([.. Page(SeenLines.Page, height: 20), small, large], step: 1)!;

        Assert.False(seen.Cover(new(400, 130)));
        Assert.False(seen.Cover(new(400, 20)));
        Assert.True(seen.Cover(new(400, 200)));
    }

    [Fact]
    public void Of_FewLines_IsNoPage() => Assert.Null(SeenLines.Of([.. Page(SeenLines.Page - 1, height: 20)], step: 1));

    [Fact]
    public void IsOn_OnceMostLinesWereUncertain_IsFalse()
    {
        var trial = new QuickTrial(isOn: true);
        for (var i = 0; i < 7; i++) trial.Count(isCertain: i < 3);
        Assert.True(trial.IsOn);

        trial.Count(isCertain: false);

        Assert.False(trial.IsOn);
        Assert.False(new QuickTrial(isOn: false).IsOn);
    }

    private static IEnumerable<TextLine> Page(int count, float height) =>
        Enumerable.Range(0, count).Select(i => new TextLine(new(400, 100 + i * 50), Vector2.UnitX, 300, height / 2));

    private static string PathOf(string name) => Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", name);
}
