using System.Text.Json;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyUnsearchedTests
{
    [Theory]
    [InlineData("refuse", UnsearchedChoice.Refuse)]
    [InlineData("erase", UnsearchedChoice.Erase)]
    [InlineData("keep", UnsearchedChoice.Keep)]
    public void Parse_Choice_IsRead(string text, UnsearchedChoice choice)
    {
        var loaded = PolicyFile.Parse($"id: a\nextends: default\nunsearched: {text}\n");

        Assert.Equal(choice, loaded.Unsearched);
        Assert.Equal(("policy", "unsearched", $"\"{text}\""), PolicySettingsJson.Read(loaded).Single());
        Assert.Equal(choice, new RedactionEngineBuilder().UsePolicy(loaded).WithDetectors("email").Build().Text.Unsearched);
    }

    [Fact]
    public void Parse_Nothing_SaysNothing() => Assert.Null(PolicyFile.Parse("id: a\nextends: default\n").Unsearched);

    [Fact]
    public void Parse_Mistake_IsToldWithTheRightChoice()
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: a\nextends: default\nunsearched: kep\n"));

        Assert.Contains("did you mean 'keep'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, failure.Line);
    }

    [Fact]
    public void Compare_AnotherChoice_IsAChange()
    {
        var change = Assert.Single(PolicyComparison.Compare(
            PolicyFile.Parse("id: a\nextends: default\n"), PolicyFile.Parse("id: b\nextends: default\nunsearched: erase\n")));

        Assert.Equal(("any", "unsearched", "refuse", "erase"), (change.Entity, change.When, change.Before, change.After));
    }

    [Fact]
    public void Write_Choice_IsReadBack()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) PolicyJson.Write(writer,
            PolicyFile.Parse("id: a\nextends: default\nunsearched: keep\n"));

        Assert.Equal(UnsearchedChoice.Keep, PolicyFile.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray())).Unsearched);
    }
}
