using System.Text.RegularExpressions;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>The page about policies: its examples do what it says, and it leaves no key out.</summary>
public partial class PolicyPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "policies.md"));

    public static TheoryData<string, string, string, string> Lines
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            var policy = "";
            foreach (Match block in Block().Matches(s_page))
            {
                if (block.Groups["kind"].Value == "yaml") policy = block.Groups["content"].Value;
                else if (block.Groups["kind"].Value == "text")
                    foreach (var line in block.Groups["content"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                        data.Add(policy, block.Groups["context"].Value, line.Split(" → ")[0], line.Split(" → ")[1]);
            }
            return data;
        }
    }

    public static TheoryData<string> Policies =>
        [.. Block().Matches(s_page).Where(static b => b.Groups["kind"].Value == "yaml").Select(static b => b.Groups["content"].Value)];

    [Theory, MemberData(nameof(Lines))]
    public void Example_GivesWhatThePageSays(string policy, string context, string input, string output)
    {
        string[] own = policy.Contains("acme.", StringComparison.Ordinal) ? ["patterns", "acme.*"] : ["patterns"];
        var engine = new RedactionEngineBuilder().UsePolicy(PolicyFile.Parse(policy)).WithDetectors(own).Build();

        Assert.Equal(output, engine.Text.Redact(input, ContextOf(context)));
    }

    [Theory, MemberData(nameof(Policies))]
    public void Example_IsAValidPolicy(string policy) =>
        new RedactionEngineBuilder().UsePolicy(PolicyFile.Parse(policy)).ForScanning().Build();

    [Theory]
    [InlineData("id: a\nextends: default\nnothing: 1")]
    [InlineData("id: a\nextends: default\ndetectors: { nothing: 1 }")]
    [InlineData("id: a\nextends: default\ndetectors: { patterns: [{ nothing: 1 }] }")]
    [InlineData("id: a\nextends: default\nimages: { nothing: 1 }")]
    [InlineData("id: a\nextends: default\ncalls: { nothing: 1 }")]
    [InlineData("id: a\nextends: default\nvideo: { nothing: 1 }")]
    [InlineData("id: a\nextends: default\ndicom: { nothing: 1 }")]
    [InlineData("id: a\nrules: [{ nothing: 1, operator: keep }]")]
    [InlineData("id: a\nextends: default\nfields: { nothing: 1 }")]
    [InlineData("id: a\nextends: default\ndataTypes: [{ nothing: 1 }]")]
    public void EveryKey_StandsOnThePage(string policy)
    {
        var message = Assert.Throws<PolicyException>(() => PolicyFile.Parse(policy)).All.First(
            static f => f.Message.Contains("'nothing'", StringComparison.Ordinal)).Message;
        var valid = message[(message.LastIndexOf("valid: ", StringComparison.Ordinal) + 7)..].TrimEnd(')').Split(", ");

        Assert.True(valid.Length >= 2);
        Assert.All(valid, key => Assert.Contains($"`{key}", s_page, StringComparison.Ordinal));
        Assert.All(valid, key => Assert.Contains($"{key}:", s_page, StringComparison.Ordinal));
    }

    [Fact]
    public void Code_IsCompiled()
    {
        var engine = new RedactionEngineBuilder()
            .Extend("gdpr", PolicyRule.For("email", "erase"))
            .Allow("support@example.com")
            .AddPattern("acme.badge", "badge", @"\bB-\d{4}\b", "badge", "door")
            .Build();

        Assert.Equal("gdpr-extended", engine.Policy.Policy.Id);
    }

    private static RedactionContext ContextOf(string written)
    {
        var values = written.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('='))
            .ToDictionary(static p => p[0], static p => p[1]);
        return new()
        {
            Field = values.GetValueOrDefault("Field"),
            Purpose = values.GetValueOrDefault("Purpose"),
            Role = values.GetValueOrDefault("Role"),
            DataType = values.GetValueOrDefault("DataType"),
            Locale = values.GetValueOrDefault("Locale"),
            Speaker = values.GetValueOrDefault("Speaker"),
        };
    }

    [GeneratedRegex(@"```(?<kind>\w+)(?: context: (?<context>[^\n]*))?\n(?<content>.*?)```", RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();
}
