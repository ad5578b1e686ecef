using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Redaction.Cli.Tests;

/// <summary>A cluster of one node, started in a folder of its own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private readonly EngineBed _bed;
    private readonly List<Process> _daemons = [];

    public SlurmCluster(EngineBed bed)
    {
        _bed = bed;
        var (host, folder) = (Dns.GetHostName().Split('.')[0], bed.PathOf("slurm"));
        foreach (var name in (string[])["state", "spool"]) Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(Settings, $"""
            ClusterName=one
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/none
            CredType=cred/none
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/controller.pid
            SlurmdPidFile={folder}/node.pid
            SlurmctldLogFile={folder}/controller.log
            SlurmdLogFile={folder}/node.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            MpiDefault=none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP

            """);
        foreach (var program in (string[])["/usr/sbin/slurmctld", "/usr/sbin/slurmd"])
            _daemons.Add(Process.Start(new ProcessStartInfo(program, ["-D", "-f", Settings])
            {
                RedirectStandardError = true, // which stays empty: they have logs
            })!);
        while (!Run("sinfo", "-h", "-o", "%T").Contains("idle", StringComparison.Ordinal)) Thread.Sleep(100);
    }

    private string Settings => _bed.PathOf("slurm/slurm.conf");

    /// <summary>Submits a script and returns the number of the job.</summary>
    public string Submit(string script, IEnumerable<string> options, params IEnumerable<string> arguments) =>
        Run("sbatch", ["--parsable", "-o", _bed.PathOf("job-%A-%a.log"), .. options, EngineBed.Recipe(script), .. arguments]).Trim();

    /// <summary>Waits until no job is left.</summary>
    public void Wait()
    {
        while (Run("squeue", "-h").Trim().Length > 0) Thread.Sleep(200);
    }

    public string Run(string program, params IEnumerable<string> arguments) =>
        _bed.Run("/usr/bin/" + program, arguments, ("SLURM_CONF", Settings)).Told;

    public void Dispose()
    {
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            daemon.Kill();
            daemon.WaitForExit();
            daemon.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
