using Xunit;

namespace Redaction.Core.Tests;

public class GlobTests
{
    [Theory]
    [InlineData("us.*", "us.ssn", true)]
    [InlineData("us.*", "aus.tfn", false)] // whole match, not a suffix
    [InlineData("*", "", true)]
    [InlineData("email", "email", true)]
    [InlineData("email", "emails", false)]
    [InlineData("$.messages[*].content", "$.messages[3].content", true)] // brackets are literal
    [InlineData("a*b*c", "aXbYbZc", true)] // needs to go back to the last star
    public void Matches_WholeText(string pattern, string text, bool expected) =>
        Assert.Equal(expected, new Glob(pattern).Matches(text));
}
