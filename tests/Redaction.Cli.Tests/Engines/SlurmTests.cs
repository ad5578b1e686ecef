using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class SlurmTests : IDisposable
{
    private readonly EngineBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [SlurmFact]
    public void JobArray_OneTaskKilledMidway_GivesTheBytesOfOneRun()
    {
        var expected = _bed.WriteFiles("in", 300);
        using var cluster = new SlurmCluster(_bed);
        var (input, parts, output) = (_bed.PathOf("in"), _bed.PathOf("parts"), _bed.PathOf("out"));
        Directory.CreateDirectory(parts);
        cluster.Submit("slurm_shard.sh", ["--array=1-2"], input, parts, "2");
        var wasKilled = KillTask(parts + "/shard-2");
        cluster.Wait();
        Assert.True(!wasKilled || !File.Exists(parts + "/shard-2/_SUCCESS"));

        var again = cluster.Submit("slurm_shard.sh", ["--array=2"], input, parts, "2");
        cluster.Submit("slurm_merge.sh", [$"--dependency=afterok:{again}"], parts, output);
        cluster.Wait();

        Assert.True(File.Exists(output + "/_SUCCESS"),
            string.Concat(Directory.GetFiles(_bed.PathOf(""), "job-*").Select(File.ReadAllText)));
        var actual = _bed.Outputs("out");
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, content) in expected) Assert.True(content.AsSpan().SequenceEqual(actual[path]), path);
    }

    /// <summary>Kills the process that writes into a folder, once it has begun.</summary>
    private static bool KillTask(string folder)
    {
        var waiting = Stopwatch.StartNew();
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.txt").Length < 3)
            if (waiting.Elapsed > TimeSpan.FromSeconds(40)) return false;
        foreach (var process in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
            try
            {
                var arguments = Encoding.UTF8.GetString(File.ReadAllBytes(process + "/cmdline")).Split('\0');
                if (!arguments.Contains(folder) || !arguments[0].EndsWith("dotnet", StringComparison.Ordinal)) continue;
                Process.GetProcessById(id).Kill();
                return true;
            }
            catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
            {
                // it has ended
            }
        }
        return false;
    }
}
