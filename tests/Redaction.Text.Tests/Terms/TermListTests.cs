using Xunit;

namespace Redaction.Text.Tests;

public class TermListTests
{
    [Theory]
    [InlineData("about Project Heron today", 6, 13)]
    [InlineData("PROJECT HERON", 0, 13)]
    [InlineData("a heron flew", 2, 5)] // the shorter term, where the longer does not stand
    public void DenyList_FindsWholeWords(string text, int start, int length) =>
        Assert.Equal([new TextSpan(start, length)], Find(new DenyList("Heron", "Project Heron"), text));

    [Theory]
    [InlineData("herons")]
    [InlineData("SuperHeron")]
    [InlineData("")]
    public void DenyList_LeavesPartsOfWords(string text) => Assert.Empty(Find(new DenyList("Heron"), text));

    [Fact]
    public void DenyList_Empty_Throws() => Assert.Throws<ArgumentException>(() => new DenyList());

    [Fact]
    public void AllowList_LetsTheLiteralPassAndNothingElse()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("label")), AllowList.Wrap(TextDetectors.All, ["help@example.com"]),
            TextOperators.All);

        Assert.Equal("HELP@example.com and [email]", redactor.Redact("HELP@example.com and jane@example.com"));
    }

    private static TextSpan[] Find(ITextDetector detector, string text)
    {
        var sink = new FindingSink<TextSpan>();
        detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().Select(f => f.Region)];
    }
}
