using Redaction.Recognizers;
using Xunit;

namespace Redaction.Bridges.Tests;

public class RecognizersTests
{
    [Theory]
    [InlineData("en-us", "She was born on the third of May nineteen eighty in Bath.", "She was born [date] in Bath.")]
    [InlineData("en-us", "See you tomorrow, or next Friday.", "See you tomorrow, or next Friday.")] // another date on another day
    [InlineData("zh-cn", "他生于一九八〇年五月三日。", "他生于[date]。")]
    [InlineData("de-de", "Sie kam am dritten Mai 1980.", "Sie kam [date].")]
    public void Dates_OfACulture_AreFound_WhereTheyAreOfNoSpecialDay(string culture, string text, string expected)
    {
        var redacted = Engine(culture).Text.Redact(text);

        foreach (var word in (string[])["the", "on", "am"]) // may belong to the date
            redacted = redacted.Replace($"{word} [date]", "[date]", StringComparison.Ordinal);
        Assert.Equal(expected, redacted);
    }

    [Fact]
    public void Results_AreTheSame_OnEightThreads()
    {
        var engine = Engine("en-us");
        const string Text = "Born on the third of May nineteen eighty, call 415 555 0132.";
        var expected = engine.Text.Redact(Text);

        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, engine.Text.Redact(Text)));
        Assert.DoesNotContain("0132", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownCulture_IsToldWithTheValidOnes()
    {
        var failure = Assert.Throws<ArgumentException>(() => CultureRecognizers.Create("xx-xx"));

        Assert.Contains("zh-cn", failure.Message, StringComparison.Ordinal);
    }

    private static RedactionEngine Engine(string culture) => new RedactionEngineBuilder()
        .WithDetectors("recognizers.*").WithMinScore(0.3f).AddDetector(CultureRecognizers.Create(culture)).Build();
}
