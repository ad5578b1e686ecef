using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What replaces a plain value of YAML or TOML is a scalar.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("mail: jane@example.com\n", "mail: \"[email]\"\n")]
    [InlineData("mail: jane@example.com # hers\r\n", "mail: \"[email]\" # hers\r\n")]
    [InlineData("mail: jane@example.com", "mail: \"[email]\"")]
    [InlineData("mail: \"jane@example.com\"\n", "mail: \"[email]\"\n")]
    [InlineData("- jane@example.com, joe@example.com\n", "- \"[email], [email]\"\n")]
    [InlineData("- - mail: jane@example.com\n", "- - mail: \"[email]\"\n")]
    [InlineData("to: write to jane@example.com\n", "to: write to [email]\n")]
    [InlineData("a: [jane@example.com, 'joe@example.com', x]\n", "a: [\"[email]\", '[email]', x]\n")]
    [InlineData("a: {b: jane@example.com, c: 4111111111111111}\n", "a: {b: \"[email]\", c: null}\n")]
    [InlineData("card: 4111111111111111\n", "card: null\n")]
    [InlineData("card: card 4111111111111111\n", "card: card [credit-card]\n")]
    [InlineData("a: &x jane@example.com\nb: !!str jane@example.com\n", "a: &x \"[email]\"\nb: !!str \"[email]\"\n")]
    [InlineData("a: |\n  b: jane@example.com\nc: jane@example.com\n", "a: |\n  b: [email]\nc: \"[email]\"\n")]
    [InlineData("# jane@example.com\njust text, jane@example.com\n", "# [email]\njust text, [email]\n")]
    public void Yaml_Values(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(SettingsText.Yaml(), input));

    [Theory]
    [InlineData("card = 4111111111111111\n", "card = \"[credit-card]\"\n")]
    [InlineData("a.card = 4111111111111111 # hers\n", "a.card = \"[credit-card]\" # hers\n")]
    [InlineData("mail = \"jane@example.com\"\n", "mail = \"[email]\"\n")]
    [InlineData("mail = 'jane@example.com'\n", "mail = '[email]'\n")]
    [InlineData("a = [ 1, 4111111111111111, \"jane@example.com\" ]\n", "a = [ 1, \"[credit-card]\", \"[email]\" ]\n")]
    [InlineData("a = { c = 4111111111111111, d = 1 }\n", "a = { c = \"[credit-card]\", d = 1 }\n")]
    [InlineData("[jane]\n# jane@example.com\n", "[jane]\n# [email]\n")]
    public void Toml_Values(string input, string expected) => Assert.Equal(expected, FormatTestBed.Redact(SettingsText.Toml(), input));

    [Theory]
    [InlineData("card = 4111111111111111\n")]
    [InlineData("card: 4111111111111111\n")]
    public void Settings_OperatorThatWritesANumber_LeavesANumber(string input)
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("fpe")), TextDetectors.All,
            [new Fpe(new RedactionKey([.. Enumerable.Range(1, 32).Select(static i => (byte)i)]))]);
        var isYaml = input.Contains(':', StringComparison.Ordinal);

        var output = FormatTestBed.Redact(isYaml ? SettingsText.Yaml() : SettingsText.Toml(), input, new DocumentJob(redactor));

        Assert.Matches("^card(:| =) ([1-9][0-9]{15}|null)\n$", output);
        Assert.DoesNotContain("4111111111111111", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_InSmallWindows_EqualsTheWholeDocument()
    {
        string[] lines = ["a: jane@example.com\n", "- 4111111111111111\n", "b: [x, jane@example.com]\n", "# text\n", "c: |\n  d: joe@example.org\n"];
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var yaml = string.Concat(Enumerable.Range(0, 120).Select(_ => lines[random.Next(lines.Length)]));
            var expected = FormatTestBed.Redact(SettingsText.Yaml(), yaml);

            Assert.True(expected == FormatTestBed.Redact(SettingsText.Yaml(window: 600, margin: 320), yaml), $"seed {seed}");
        }
    }
}
