using Xunit;

namespace Redaction.Text.Tests;

public class NameParticlesTests
{
    [Theory]
    [InlineData("Per", "Per af Quillstam left.", "Per af Quillstam")]
    [InlineData("Odd", "Odd uit den Quill belde.", "Odd uit den Quill")]
    [InlineData("Joost", "Joost in 't Quill", "Joost in 't Quill")]
    [InlineData("Ana", "Ana dos Quillos", "Ana dos Quillos")]
    [InlineData("Odd", "Odd in Quill", "Odd")] // a place
    [InlineData("Odd", "Odd van de weg", "Odd")] // no capital
    [InlineData("Odd", "Odd Quill", "Odd")] // nothing between
    public void Refine_SmallWordsBehindAName_JoinTheFamilyName(string found, string text, string whole)
    {
        var sink = new FindingSink<TextSpan>();
        sink.Add(new(EntityTypes.Person, new(text.IndexOf(found, StringComparison.Ordinal), found.Length), 0.9f, "names"));

        new NameParticles().Refine(new(text), sink);

        Assert.Equal(whole, Longest(text, sink));
    }

    private static string Longest(string text, FindingSink<TextSpan> sink)
    {
        var longest = "";
        foreach (ref readonly var finding in sink.Items)
            if (finding.Region.Length > longest.Length) longest = text.Substring(finding.Region.Start, finding.Region.Length);
        return longest;
    }
}
