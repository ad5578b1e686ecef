using Xunit;

namespace Redaction.Tests;

public sealed class PolicyReachTests
{
    [Theory]
    // The rules, the line of the rule that can never match (0: all can), and a word of the reason.
    [InlineData("  - { operator: keep }\n  - { operator: erase }\n", 4, "everything")]
    [InlineData("  - { operator: erase, minScore: 0 }\n  - { operator: keep }\n", 4, "everything")]
    [InlineData("  - { operator: erase }\n  - { operator: keep }\n", 0, "")] // what is weaker than 0.5 is kept
    [InlineData("  - { entity: us.*, operator: erase }\n  - { entity: us.ssn, operator: label }\n  - { operator: keep }\n", 4, "rule 1")]
    [InlineData("  - { entity: us.ssn, operator: erase }\n  - { entity: us.*, operator: label }\n  - { operator: keep }\n", 0, "")]
    [InlineData("  - { entity: email, minScore: 0.7, operator: erase }\n  - { entity: email, operator: label }\n  - { operator: keep }\n",
        0, "")]
    [InlineData("  - { entity: email, operator: erase }\n  - { entity: email, minScore: 0.7, operator: label }\n"
        + "  - { operator: keep }\n", 4,
        "rule 1")]
    [InlineData("  - { entity: email, purpose: a, operator: erase }\n  - { entity: email, operator: label }\n  - { operator: keep }\n",
        0, "")]
    [InlineData("  - { field: text, operator: erase }\n  - { field: $.a.text, operator: label }\n  - { operator: keep }\n", 4, "rule 1")]
    [InlineData("  - { field: text, medium: image, operator: fill }\n  - { operator: keep }\n", 3, "fields")]
    [InlineData("  - { speaker: agent, medium: image, operator: fill }\n  - { operator: keep }\n", 3, "speaks")]
    [InlineData("  - { entity: face, medium: text, operator: erase }\n  - { operator: keep }\n", 3, "images only")]
    [InlineData("  - { entity: email, operator: erase }\n  - { operator: keep }\ndetectors: { disable: ['email', 'spoken*'] }\n",
        3, "disabled")]
    [InlineData("  - { dataType: chat, operator: erase }\n  - { operator: keep }\ndataTypes:\n  - { path: 'a/**', is: caht }\n",
        6, "'chat'")]
    [InlineData("  - { operator: erase }\ndataTypes:\n  - { path: '**', is: chat }\n  - { path: 'a/**', is: mail }\n",
        6, "never be reached")]
    public void Of_Rules_FindsThoseThatCannotMatch(string rules, long line, string why)
    {
        var found = PolicyReach.Of(PolicyFile.Parse("id: a\nrules:\n" + rules));

        if (line == 0) Assert.Empty(found);
        else
        {
            var one = Assert.Single(found);
            Assert.Equal(line, one.Line);
            Assert.Contains(why, one.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_Presets_FindsNothing() => Assert.All(PolicyPresets.Names, static n => Assert.Empty(PolicyReach.Of(PolicyFile.Load(n))));

    [Fact]
    public void Of_RulesBeforeThoseOfAPreset_FindsNothing() =>
        Assert.Empty(PolicyReach.Of(PolicyFile.Parse("id: a\nextends: gdpr\nrules:\n  - { operator: keep }\n")));
}
