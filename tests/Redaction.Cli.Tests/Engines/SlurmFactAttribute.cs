using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>A test that starts a SLURM cluster of one node; skipped where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute()
    {
        string[] programs = ["/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/bin/sbatch"];
        if (!programs.All(File.Exists) || Environment.UserName != "root") Skip = "Needs slurm-wlm, and root to start it.";
    }
}
