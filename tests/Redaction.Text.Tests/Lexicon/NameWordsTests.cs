using Xunit;

namespace Redaction.Text.Tests;

public class NameWordsTests
{
    [Theory]
    [InlineData("営業部", true)]
    [InlineData("営業二課", true)]
    [InlineData("カスタマーセンター", true)]
    [InlineData("销售部", true)]
    [InlineData("영업팀", true)]
    [InlineData("Vertrieb", true)]
    [InlineData("営業部田中", false)] // a name follows
    [InlineData("営業部 田中", false)]
    [InlineData("阿部", false)] // a surname
    [InlineData("長谷部", false)]
    [InlineData("仁科", false)]
    [InlineData("지원", false)] // a given name, and "support"
    public void NameThing_OfPartsOfFirms_IsTrue(string words, bool expected) => Assert.Equal(expected, NameWords.NameThing(words));
}
