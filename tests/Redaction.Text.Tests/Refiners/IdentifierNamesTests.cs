using Xunit;

namespace Redaction.Text.Tests;

public class IdentifierNamesTests
{
    [Theory]
    [InlineData("Bengaluru: {location:Aadhaar} {in.aadhaar:2345 6789 0124}", true)]
    [InlineData("{location:NIR}: {fr.nir:2 55 08 14 168 025 38}", true)]
    [InlineData("{organization:CNPJ} no. {br.cnpj:11.222.333/0001-81}", true)]
    [InlineData("{organization:National Insurance} number {uk.nino:AB 12 34 56 C}", true)] // by its words
    [InlineData("{organization:National Insurance} number [uk.nino]", true)] // redacted before
    [InlineData("{organization:Larkspur Insurance} [phone]", false)]
    [InlineData("{person:Steuernummer} {de.tax-id:86 095 742 719}", true)]
    [InlineData("{location:Larkspur} NIR {fr.nir:2 55 08 14 168 025 38}", false)] // a place before the name
    [InlineData("{location:Larkspur} {fr.nir:2 55 08 14 168 025 38}", false)] // a place
    [InlineData("{location:NIR} and {person:Quill}", false)] // no number
    public void NameOfAnIdentifier_BeforeOne_IsLowered(string marked, bool lowered)
    {
        var (text, given, _) = Refining.Parse(marked);

        var all = Refining.Run(
            new IdentifierNames(), text, given.Select(f => f with
            {
                Detector = f.Type.Name.Contains('.') ? f.Type.Name
                : text.Contains("Insurance") ? "organization" : "names"
            }));

        Assert.Equal(given.Length, all.Length);
        Assert.Equal(lowered, all.Single(f => f.Region == given[0].Region).Score < 0.5f);
        Assert.All(all.Where(f => f.Region != given[0].Region), static f => Assert.True(f.Score >= 0.5f));
    }
}
