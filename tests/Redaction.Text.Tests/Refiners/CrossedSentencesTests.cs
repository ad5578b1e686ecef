using Xunit;

namespace Redaction.Text.Tests;

/// <summary>A person begins in the sentence that names it.</summary>
public class CrossedSentencesTests
{
    [Theory]
    [InlineData("Oda likes {person:sushi. Quill} was born here.", "Quill")]
    [InlineData("met {person:Anna M. Quill} today", "Anna M. Quill")]
    public void Refine_PersonAcrossAPoint_BeginsAfterIt(string marked, string expected)
    {
        var (text, given, _) = Refining.Parse(marked);

        var all = Refining.Run(new CrossedSentences(), text, given.Select(static f => f with { Detector = "names" }));

        var found = Assert.Single(all, static f => f.Score > 0);
        Assert.Equal(expected, text.Substring(found.Region.Start, found.Region.Length));
    }
}
