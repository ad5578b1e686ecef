using Xunit;

namespace Redaction.Text.Tests;

public class WholeValueTests
{
    [Theory]
    [InlineData("97999", "postcode")]
    [InlineData(" b ab 1234\n", "vehicle-id")]
    [InlineData("34 abc 1234", "vehicle-id")]
    [InlineData("   ", null)] // blanks
    [InlineData("979991", null)] // six digits are any number
    [InlineData("zip 97999", null)] // more than the value: its detector looks at the words
    [InlineData("in a 19", null)] // no plate has so few digits
    [InlineData("99 abc 1234", null)] // no such province
    public void Refine_TextThatIsOneShape_IsFound(string text, string? type)
    {
        var added = Refining.Run(new WholeValue(), text, []);

        string[] expected = type is null ? [] : [type];
        Assert.Equal(expected, added.Select(static f => f.Type.Name));
        Assert.All(added, f => Assert.Equal(text.Trim(), text.Substring(f.Region.Start, f.Region.Length)));
    }

    [Theory]
    [InlineData("IM0001", false)] // any code, such as the name of a scan
    [InlineData("vehicle IM0001", true)]
    public void Redact_OldIndianPlate_NeedsAWordBesideIt(string text, bool isFound)
    {
        var policy = new RedactionPolicy("test", new PolicyRule("label")) { MinScore = Scores.Acts };
        var redactor = new TextRedactor(policy, TextDetectors.All, TextOperators.All) { Refiners = [.. TextRefiners.All] };

        Assert.Equal(isFound, redactor.Redact(text) != text);
    }

    [Fact]
    public void Refine_CellOfATable_StaysAsItIs() =>
        Assert.Empty(Refining.Run(new WholeValue(), "97999", [], new() { Field = "$.count" }));
}
