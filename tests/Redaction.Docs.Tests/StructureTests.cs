using System.Text.RegularExpressions;
using System.Xml.Linq;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>The shape of the house: sizes of files and lines, the table of projects, the numbers of decisions.</summary>
public partial class StructureTests
{
    private const int MostColumns = 140, MostLines = 300;

    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("src")).Select(static folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>Lines of a test that are input or expected output, as JSON or XML in a literal, count as data.</summary>
    [Fact]
    public void Lines_HaveAtMost140Columns() =>
        Assert.Empty(Sources().SelectMany(static path => File.ReadLines(path)
            .Select((line, i) => (Text: line, Place: $"{Path.GetRelativePath(Repository.Root, path)}:{i + 1}"))
            .Where(static line => line.Text.Length > MostColumns && !(IsTest(line.Place) && Data().IsMatch(line.Text)))
            .Select(static line => line.Place)));

    [Fact]
    public void Files_HaveAtMost300Lines() =>
        Assert.Empty(
            Sources().Where(static path => File.ReadLines(path).Count() > MostLines)
                .Select(static path => Path.GetRelativePath(Repository.Root, path)));

    [Theory, MemberData(nameof(Projects))]
    public void ArchitectureTable_SaysWhatAProjectKnows(string project)
    {
        var row = ProjectRow().Matches(File.ReadAllText(Repository.PathOf("docs", "architecture.md")))
            .SingleOrDefault(m => m.Groups["project"].Value == project);

        Assert.True(row is not null, $"docs/architecture.md has no row for src/{project}");
        Assert.Equal(Known(project).Order(StringComparer.Ordinal), row.Groups["knows"].Value.Split(", ").Order(StringComparer.Ordinal));
    }

    /// <summary>The bill of materials is written from this list.</summary>
    [Fact]
    public void PackageFilter_NamesEveryProject() =>
        Assert.Equal(
            Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
                .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal),
            ProjectFile().Matches(File.ReadAllText(Repository.PathOf("eng", "package", "packages.slnf"))).Select(static m => m.Value)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Decisions_AreNumberedWithoutGaps()
    {
        var numbers = Directory.EnumerateFiles(Repository.PathOf("docs", "decisions"), "*.md")
            .Select(static path => Path.GetFileName(path)[..4]).Order(StringComparer.Ordinal);

        Assert.Equal(
            Enumerable.Range(1, numbers.Count()).Select(static n => n.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)),
            numbers);
    }

    private static bool IsTest(string place) => place.StartsWith("tests" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>References of the project file: ours without their common prefix, packages by their id.</summary>
    private static IEnumerable<string> Known(string project)
    {
        var file = XDocument.Load(Repository.PathOf("src", project, project + ".csproj"));
        string[] known =
        [
            .. file.Descendants("ProjectReference")
                .Select(static r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)
                    .Replace("Redaction.", "", StringComparison.Ordinal)),
            .. file.Descendants("PackageReference").Select(static r => r.Attribute("Include")!.Value),
        ];
        return known.Length > 0 ? known : ["nothing"];
    }

    private static IEnumerable<string> Sources() =>
        ((string[])["src", "tests", "benchmarks", "eng", "models"])
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains("node_modules", StringComparison.Ordinal));

    [GeneratedRegex(
        """"^\s*(?:[A-Za-z =.(>]*\$*""" |\+? ?\$*"|\[InlineData|[{[" <\]])"""", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Data();

    [GeneratedRegex(@"^\| `src/(?<project>[A-Za-z.]+)` \| (?<knows>[^|]+?) \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ProjectRow();

    [GeneratedRegex(@"src/[A-Za-z./]+\.csproj", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ProjectFile();
}
