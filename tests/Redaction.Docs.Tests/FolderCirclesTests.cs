using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>Rooms of a project do not need each other in a circle: each can be read after those that it stands on.</summary>
public class FolderCirclesTests
{
    public static TheoryData<string> Projects =>
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("src")).Where(HasProject)
            .Select(static f => Path.GetFileName(f)!).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Projects))]
    public void Folders_OfAProject_FormNoCircle(string project)
    {
        var circle = FolderGraph.Of(Repository.PathOf("src", project)).FindCircle();

        Assert.True(circle is null, $"{project}: {circle}");
    }

    private static bool HasProject(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any();
}
