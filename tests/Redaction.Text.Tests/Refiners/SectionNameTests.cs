using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names of sections are no data.</summary>
public class SectionNameTests
{
    [Theory]
    [InlineData("[Paris]\nhost=db1\n[smtp] \n; to us\nport = 587\n", 2)]
    [InlineData("[[bin]]\r\nname = \"x\"\r\n[servers.\"berlin.1\"]\r\nip: 4\r\n", 2)]
    [InlineData("[INFO] started\na=b\n", 0)] // a line of a log
    [InlineData("[Jane Doe]\n\nsaid so.\n", 0)] // no settings below
    [InlineData("see [Paris]\na=b\n", 0)]
    [InlineData("[jane@example.com]\na=b\n", 0)]
    public void Find_SectionsOfSettings(string text, int count)
    {
        var places = new List<NamedPlace>();

        SectionNames.Find(text, places);

        Assert.Equal(count, places.Count);
    }
}
