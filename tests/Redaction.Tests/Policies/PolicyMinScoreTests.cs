using Xunit;

namespace Redaction.Tests;

public sealed class PolicyMinScoreTests
{
    [Theory]
    // A policy file, and the score from which on its first rule acts.
    [InlineData("id: a\nextends: default\nrules: [{ entity: phone, operator: mask }]\n", 0.5f)]
    [InlineData("id: a\nextends: gdpr\nrules: [{ entity: phone, operator: mask }]\n", 0.3f)]
    [InlineData("id: a\nextends: rlhf\nrules: [{ entity: phone, operator: mask }]\n", 0.4f)]
    [InlineData("id: a\nextends: gdpr\nminScore: 0.7\nrules: [{ entity: phone, operator: mask }]\n", 0.7f)]
    [InlineData("id: a\nextends: gdpr\nminScore: 0\nrules: [{ entity: phone, operator: mask }]\n", 0f)]
    [InlineData("id: a\nextends: gdpr\nrules: [{ entity: phone, operator: mask, minScore: 0.1 }]\n", 0.1f)]
    [InlineData("id: a\nextends: gdpr\nrules: [{ entity: phone, operator: keep }]\n", 0f)] // what is kept is kept at any score
    [InlineData("id: a\nrules: [{ operator: mask }]\n", 0.5f)] // never 0 by silence
    public void Parse_FirstRule_ActsFrom(string content, float score) =>
        Assert.Equal(score, PolicyFile.Parse(content).Policy.Rules[0].MinScore);

    [Fact]
    public void Parse_ScoreOfItsOwn_LeavesTheRulesOfThePresetAlone() =>
        Assert.Equal(
            [0.3f, 0.3f, 0.3f, 0f], PolicyFile.Parse("id: a\nextends: gdpr\nminScore: 0.7\n").Policy.Rules.Select(static r => r.MinScore));

    [Fact]
    public void Parse_WeakFindings_GoOnToAKeepingRule()
    {
        var engine = new RedactionEngineBuilder().UsePolicy(PolicyFile.Parse("id: a\nrules: [{ operator: label }]\n"))
            .WithDetectors("patterns").Build();

        Assert.Equal("SKU C12345678, mail [email]", engine.Text.Redact("SKU C12345678, mail ann@example.com"));
    }

    [Fact]
    public void Extend_InCode_TakesTheScoreOfWhatIsExtended()
    {
        var engine = new RedactionEngineBuilder().Extend("gdpr", PolicyRule.For("email", "erase")).Build();

        Assert.Equal(0.3f, engine.Policy.Policy.Rules[0].MinScore);
    }

    [Fact]
    public void Json_WrittenPolicy_IsReadBackAlike()
    {
        var policy = PolicyFile.Parse("""
            id: a
            extends: hipaa-safe-harbor
            minScore: 0.6
            rules:
              - { entity: email, operator: erase }
              - { entity: phone, operator: mask, minScore: 0 }
              - { entity: date, operator: keep, minScore: 0.4 }
            dataTypes:
              - { path: calls/**, is: call }
              - { field: $.channel, equals: [chat, sms], is: chat }
            fields: { only: [text, $.messages] }
            """);
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream)) PolicyJson.Write(writer, policy);

        var again = PolicyFile.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        Assert.Equal(policy.Policy.Rules.Select(static r => (r.Operator, r.MinScore)),
            again.Policy.Rules.Select(static r => (r.Operator, r.MinScore)));
        Assert.Equal(policy.DataTypes.Select(static d => (d.Path, d.Field, d.Is)),
            again.DataTypes.Select(static d => (d.Path, d.Field, d.Is)));
        Assert.Equal(policy.Fields.Only.AsEnumerable(), again.Fields.Only.AsEnumerable());
    }
}
