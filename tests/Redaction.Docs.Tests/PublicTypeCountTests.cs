using System.Reflection;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Docs.Tests;

/// <summary>What a user can name stays small enough to be learnt: see the files PublicAPI.Shipped.txt for what it is.</summary>
public class PublicTypeCountTests
{
    private const int MostPublicTypes = 200;

    [Fact]
    public void Packages_HaveAtMost200PublicTypes()
    {
        var counts = Assemblies().Select(static a => (a.GetName().Name, Count: a.GetExportedTypes().Length)).ToArray();

        var total = counts.Sum(static c => c.Count);
        Assert.True(total <= MostPublicTypes, $"{total}: {string.Join(", ", counts.Select(static c => $"{c.Name} {c.Count}"))}");
    }

    /// <summary>One assembly for each project of <c>src</c>; the test project references the outermost.</summary>
    private static IEnumerable<Assembly> Assemblies() =>
        Directory.EnumerateDirectories(Repository.PathOf("src")).Select(static folder => Path.GetFileName(folder)!)
            .Where(static name => name != "Redaction.Cli" && File.Exists(Repository.PathOf("src", name, name + ".csproj")))
            .Select(static name => Assembly.Load(new AssemblyName(name)));
}
