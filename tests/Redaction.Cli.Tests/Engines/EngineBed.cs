using System.Diagnostics;
using System.Globalization;
using Redaction.TestKit;

namespace Redaction.Cli.Tests;

/// <summary>A folder in which the recipes run: with this build's command under its own name, and records.</summary>
internal sealed class EngineBed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EngineBed()
    {
        Directory.CreateDirectory(PathOf("bin"));
        File.WriteAllText(PathOf("bin/redact"),
            $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "redact.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathOf("bin/redact"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public static string Recipe(string name) => Repository.PathOf("docs", "recipes", name);

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes records and returns what one local worker makes of them.</summary>
    public byte[] WriteRecords(string name, int count)
    {
        var records = string.Concat(Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture,
            $"{{\"id\":{i},\"text\":\"order {i} was late, write to p{i % 70}@example.com, please\"}}\n")));
        _folder.Write(name, records);
        return System.Text.Encoding.UTF8.GetBytes(
            CommandRun.Fed(records, CancellationToken.None, "worker", "--detectors", "patterns").Output);
    }

    /// <summary>Writes files and returns the folder of one local run over them.</summary>
    public SortedDictionary<string, byte[]> WriteFiles(string name, int count)
    {
        for (var i = 0; i < count; i++)
            _folder.Write($"{name}/{i:000}.txt", string.Create(CultureInfo.InvariantCulture, $"{i}: write to p{i}@example.com today\n"));
        CommandRun.Of("run", PathOf(name), "--out", PathOf("whole"), "--detectors", "patterns", "--manifest", "summary");
        return Outputs("whole");
    }

    /// <summary>What a run wrote, without its logs and its report.</summary>
    public SortedDictionary<string, byte[]> Outputs(string folder) => new(_folder.Snapshot(folder)
        .Where(static f => f.Key is not ("audit.jsonl" or "report.html") && !f.Key.StartsWith("logs/", StringComparison.Ordinal))
        .ToDictionary(static f => f.Key, static f => f.Value), StringComparer.Ordinal);

    /// <summary>Runs a program to its end, with the command on its path.</summary>
    public (int Status, string Told) Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = PathOf(""),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = PathOf("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["PYTHONPATH"] = Repository.PathOf("python", "src") + ":" + Repository.PathOf("docs", "recipes");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new Timer(_ => process.Kill(entireProcessTree: true), null, TimeSpan.FromMinutes(4), Timeout.InfiniteTimeSpan);
        var error = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, told + error.GetAwaiter().GetResult());
    }
}
