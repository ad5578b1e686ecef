using System.Diagnostics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>The recipes of <c>docs/recipes.md</c>, run as they stand there.</summary>
public sealed class RecipePageTests : IDisposable
{
    private const int FewestRecipes = 20;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Titles => [.. Sections().Select(static section => section.Split('\n')[0])];

    public void Dispose() => _folder.Dispose();

    [UnixTheory, MemberData(nameof(Titles))]
    public async Task Recipe_PrintsWhatStandsBelowIt(string title)
    {
        var section = Sections().Single(s => s.Split('\n')[0] == title);
        var command = $"redact() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "redact.dll")}' \"$@\"; }}\n";
        Directory.CreateSymbolicLink(_folder.PathOf("samples"), Repository.PathOf("samples"));

        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-euc", command + Block(section, "sh")])
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, await errors);
        Assert.Equal(Block(section, "text"), output.TrimEnd('\n'));
    }

    [Fact]
    public void Page_HasManyRecipes() => Assert.True(Titles.Count >= FewestRecipes);

    private static string Block(string section, string language) =>
        section.Split($"```{language}\n") is [_, var block] ? block[..block.IndexOf("\n```", StringComparison.Ordinal)]
            : throw new InvalidDataException($"a recipe has one block of {language}");

    private static string[] Sections() => File.ReadAllText(Repository.PathOf("docs", "recipes.md")).Split("\n## ")[1..];
}
