using System.Text.RegularExpressions;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>What the documents show is what the tests compile, and what they link to is there.</summary>
public partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.PathOf("README.md"));

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Fact]
    public void Examples_AreCompiled()
    {
        var compiled = Squeeze(File.ReadAllText(Repository.PathOf("tests", "Redaction.Docs.Tests", "ReadmeExamples.cs")));
        var examples = CodeBlock().Matches(s_readme).Select(m => m.Groups[1].Value).ToArray();

        Assert.True(examples.Length >= 5, "one example for each medium at least");
        Assert.All(examples, example => Assert.Contains(Squeeze(example), compiled, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_IsShort_AndStartsWithTheTwoCommands()
    {
        var lines = s_readme.Split('\n');

        Assert.True(lines.Length <= 200, $"{lines.Length} lines");
        Assert.Contains(lines.Take(12),
            l => l.StartsWith("dotnet run -c Release --project src/Redaction.Cli -- run samples --out out", StringComparison.Ordinal));
        Assert.Contains(lines.Take(12), l => l.StartsWith("dotnet test", StringComparison.Ordinal));
    }

    [Fact]
    public void PolicyExample_IsValid()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("redaction-docs").FullName, "policy.yaml");
        File.WriteAllText(path, YamlBlock().Match(s_readme).Groups[1].Value);

        Assert.Equal("support-calls", PolicyFile.Load(path).Policy.Id);
    }

    [Theory, MemberData(nameof(Documents))]
    public void Links_LeadSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        var targets = Link().Matches(File.ReadAllText(Repository.PathOf(document))).Select(m => m.Groups[1].Value.Split('#')[0]);

        foreach (var target in targets.Where(t => t.Length > 0 && !t.Contains("://", StringComparison.Ordinal)))
            Assert.True(Path.Exists(Path.Combine(folder, target)), $"{document} links to {target}");
    }

    private static string Squeeze(string code) => WhiteSpace().Replace(code, " ").Trim();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"```yaml\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WhiteSpace();
}
