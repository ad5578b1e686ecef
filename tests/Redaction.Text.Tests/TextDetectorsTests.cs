using Xunit;

namespace Redaction.Text.Tests;

public class TextDetectorsTests
{
    [Fact]
    public void For_Country_IsTheWorldwideDetectorsAndItsOwn()
    {
        var all = TextDetectors.For("de");

        Assert.Contains(all, static d => d.Info.Id == "email");
        Assert.Contains(all, static d => d.Info.Id == "de.tax-id");
        Assert.All(all, static d => Assert.True(d.Info.Locale is null or "de"));
        Assert.Equal(TextDetectors.All.Where(static d => d.Info.Locale is null or "de"), all);
    }

    [Theory]
    [InlineData("en-GB", "uk.nhs")] // uk is the id for GB
    [InlineData("uk", "uk.nhs")]
    [InlineData("EN-us", "us.ssn")]
    [InlineData("de-AT", "at.vnr", "de.tax-id")] // the language is a country too
    public void For_LanguageTag_NamesItsCountry(string tag, params string[] ids) =>
        Assert.Empty(ids.Except(TextDetectors.For(tag).Select(static d => d.Info.Id)));

    [Fact]
    public void For_SeveralTags_TakesAllOfTheirDetectorsOnce()
    {
        var ids = TextDetectors.For("de", "fr", "de-DE").Select(static d => d.Info.Id).ToArray();

        Assert.Contains("fr.nir", ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("germany")]
    [InlineData("en")] // a language without a country: nobody is to think that its countries are covered
    public void For_TagWithoutACountry_NamesThoseThereAre(string tag)
    {
        var error = Assert.Throws<ArgumentException>(() => TextDetectors.For(tag));

        Assert.Contains("de, dk, ee", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_HoldsEveryIdOnce_InOrder()
    {
        var ids = TextDetectors.All.Select(static d => d.Info.Id).ToArray();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }
}
