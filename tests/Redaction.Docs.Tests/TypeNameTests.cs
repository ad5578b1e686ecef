using System.Text.RegularExpressions;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>A name says one thing in the whole source: no two types are called alike. A country's types are named with it
/// (<c>De.TaxId</c>).</summary>
public partial class TypeNameTests
{
    private static readonly (string Name, string? Country)[] s_types = [.. Types()];

    [Fact]
    public void Types_HaveANameOfTheirOwn()
    {
        var twice = s_types.Select(static t => t.Country is null ? t.Name : $"{t.Country}.{t.Name}").GroupBy(static n => n)
            .Where(static g => g.Count() > 1).Select(static g => g.Key).Order(StringComparer.Ordinal);

        Assert.Empty(twice);
    }

    [Fact]
    public void TypesOfACountry_AreNotCalledLikeOthers() =>
        Assert.Empty(s_types.Where(static t => t.Country is not null).Select(static t => t.Name)
            .Intersect(s_types.Where(static t => t.Country is null).Select(static t => t.Name)));

    /// <summary>The types that stand in no other; one with and one without type parameters are two names.</summary>
    private static IEnumerable<(string Name, string? Country)> Types()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(path);
            var country = Country().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
            foreach (Match type in Declaration().Matches(text))
                if (!type.Value.Contains("partial", StringComparison.Ordinal) || IsFirstPart(path, type.Groups[1].Value))
                    yield return (type.Groups[1].Value, country);
        }
    }

    /// <summary>A type in several files counts where the file has its name.</summary>
    private static bool IsFirstPart(string path, string name) => Path.GetFileNameWithoutExtension(path) == name.Split('<')[0];

    [GeneratedRegex(@"^namespace Redaction\.Text\.Locales\.(\w+);", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Country();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|unsafe|ref) )*" +
        @"(?:class|interface|enum|struct|record(?: struct| class)?|delegate \S+(?: \S+)??) (\w+(?:<[\w, ]+>)?)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declaration();
}
