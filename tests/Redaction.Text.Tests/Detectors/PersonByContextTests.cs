using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names of persons and of things after the same words, in several languages.</summary>
public class PersonByContextTests
{
    [Theory]
    // The name stands in brackets.
    [InlineData("My name is [Ada Fell].")]
    [InlineData("MY NAME IS [ADA FELL].")]
    [InlineData("my name’s [Ada Fell].")]
    [InlineData("His name is [Ada Fell].")]
    [InlineData("The patient name is [Ada Fell].")]
    [InlineData("The customer's name is [Ada Fell].")]
    [InlineData("Her last name was [Fell].")]
    [InlineData("Mi chiamo [Ada Fell].")]
    [InlineData("Ich heiße [Ada Fell].")]
    [InlineData("Mein Name ist [Ada Fell].")]
    [InlineData("Je m'appelle [Ada Fell].")]
    [InlineData("Mi nombre es [Ada Fell].")]
    [InlineData("Me chamo [Ada Fell].")]
    [InlineData("Mijn naam is [Ada Fell].")]
    [InlineData("dear [Ada], thank you")]
    [InlineData("Results for [Ada Fell] came today.")]
    [InlineData("RESULTS FOR [ADA FELL]")]
    [InlineData("I spoke with [Ada Fell] about it.")]
    [InlineData("counsel for [Ada Fell]")]
    [InlineData("best regards,\n[Ada Fell]")]
    [InlineData("the patient [Ada Fell] was seen")]
    public void Detect_NameOfAPerson_IsFound(string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var start = marked.IndexOf('[', StringComparison.Ordinal);

        var found = Assert.Single(Find(text));

        Assert.Equal(TextSpan.FromBounds(start, marked.IndexOf(']', StringComparison.Ordinal) - 1), found.Region);
    }

    [Theory]
    [InlineData("The company name is Silver Harbor")]
    [InlineData("The company's name is Silver Harbor")]
    [InlineData("the policy name is Global Retention.")]
    [InlineData("The key name is Blue Falcon.")]
    [InlineData("the file name is Annual Report")]
    [InlineData("THE HOST NAME IS BLUE FALCON")]
    [InlineData("our brand name was Maple Leaf")]
    [InlineData("Its bucket name is Falcon Nine")]
    [InlineData("Results for Quarter Two")]
    [InlineData("results for Silver Harbor")]
    [InlineData("We worked with Global Logistics on it")]
    [InlineData("The defendant Silver Harbor denies it")]
    [InlineData("the Falcon consults for Ada Fell")]
    [InlineData("Der Firma Name ist Silver Harbor")]
    [InlineData("i miss Paris")]
    public void Detect_NameOfAThing_IsLeft(string text) => Assert.Empty(Find(text));

    private static List<Finding<TextSpan>> Find(string text)
    {
        var sink = new FindingSink<TextSpan>();
        PersonByContext.Detector.Detect(new TextSource(text), sink);
        return [.. sink.Items];
    }
}
