using System.IO.Compression;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class PythonPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact]
    public void Package_ItsTests_Pass()
    {
        var (status, told) = PythonFactAttribute.Run(["-m", "unittest", "discover", "-s", Repository.PathOf("python", "tests")]);

        Assert.True(status == 0, told);
    }

    [PythonFact("setuptools, wheel, pip")]
    public void Wheel_BuiltWithoutNetwork_HoldsThePackageOnly()
    {
        var source = _folder.PathOf("source");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("python"), "*", SearchOption.AllDirectories)
            .Where(static f => !f.Contains("__pycache__", StringComparison.Ordinal)))
        {
            var place = Path.Combine(source, Path.GetRelativePath(Repository.PathOf("python"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }

        var (status, told) = PythonFactAttribute.Run(
            ["-m", "pip", "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-q", "-w", _folder.PathOf("wheels"), source]);

        Assert.True(status == 0, told);
        using var wheel = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder.PathOf("wheels"), "*-py3-none-any.whl")));
        Assert.Equal(["redaction/__init__.py", "redaction/frames.py", "redaction/worker.py"],
            wheel.Entries.Select(static e => e.FullName).Where(static n => n.EndsWith(".py", StringComparison.Ordinal)).Order());
    }
}
