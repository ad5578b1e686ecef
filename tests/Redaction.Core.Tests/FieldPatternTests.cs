using Xunit;

namespace Redaction.Core.Tests;

public sealed class FieldPatternTests
{
    [Theory]
    [InlineData("text", "$.text", true)]
    [InlineData("text", "$.message.text", true)] // wherever it stands
    [InlineData("text", "$.text[*].value", true)] // and what lies below
    [InlineData("text", "$.messages[*].text", true)]
    [InlineData("text", "text", true)] // a column
    [InlineData("text", "$.context", false)]
    [InlineData("text", "$.text~", false)] // the name of a key is no value of the field
    [InlineData("message.text", "$.body.message.text", true)]
    [InlineData("te*", "$.a.text", true)]
    [InlineData("$.text", "$.text", true)]
    [InlineData("$.text", "text", true)] // the column of a table is a path of one step
    [InlineData("$.text", "$.message.text", false)]
    [InlineData("$.message", "$.message.text", true)]
    [InlineData("$.message", "$.messages[*]", false)]
    [InlineData("$.a.b[*].c", "$.a.b[*].c", true)]
    [InlineData("$.a.b", "$.a.b[*].c", true)]
    [InlineData("$.messages*", "$.messages[*].content", true)]
    [InlineData("$", "$.a", true)]
    [InlineData("#2", "#2", true)]
    public void Matches_NamesAndPaths_AsDocumented(string pattern, string field, bool matches) =>
        Assert.Equal(matches, FieldPattern.Matches(new(pattern), field));

    [Theory]
    [InlineData("text", null)]
    [InlineData("Amount [EUR]", null)]
    [InlineData("$.a.b[*].c", null)]
    [InlineData("$.messages*", null)]
    [InlineData("$", null)]
    [InlineData("$text", "$.text")]
    [InlineData("$..text", "text")]
    [InlineData(".text", "$.text")]
    [InlineData("/a/b", "$.a.b")]
    [InlineData("#/a/b", "$.a.b")]
    [InlineData("$.a[0].b", "$.a[*].b")]
    [InlineData("$.a[].b", "$.a[*].b")]
    [InlineData("$['a']", "$.a")]
    [InlineData("$.a.", "$.a")]
    [InlineData("$.a[*", "$.a[*]")]
    public void Meant_OtherSpellings_GiveTheOneOfHere(string pattern, string? meant) => Assert.Equal(meant, FieldPattern.Meant(pattern));
}
