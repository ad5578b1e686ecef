using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Redaction.TestKit;

/// <summary>What a program did that could tell the world about this machine, as strace saw it.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Sockets">Calls that name an internet address family.</param>
/// <param name="Identities">Looks at what tells one machine from another.</param>
/// <param name="Files">Calls that name a file of the telemetry client.</param>
public sealed partial record TracedRun(int Status, string Error, string[] Sockets, string[] Identities, string[] Files)
{
    /// <summary>All three kinds of calls together.</summary>
    public IEnumerable<string> Words => [.. Sockets, .. Identities, .. Files];

    /// <summary>Runs a .NET program with a home, a temporary and a working folder of its own and none of the variables by which build
    /// machines are known. Sockets are refused to it, so that nothing leaves whatever the outcome.</summary>
    /// <param name="folder">Where its folders are made.</param>
    /// <param name="stay">How long its standard input is kept open.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="command">The program and its arguments.</param>
    public static TracedRun Of(TemporaryFolder folder, TimeSpan stay, string input, params string[] command)
    {
        var trace = folder.PathOf("trace");
        string[] watch = ["-f", "-qq", "--seccomp-bpf", "-e", "trace=network,%file", "-e", "inject=socket:error=EAFNOSUPPORT", "-o", trace];
        var start = new ProcessStartInfo("strace", [.. watch, "dotnet", .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateDirectory(folder.PathOf("work")).FullName,
        };
        var path = start.Environment["PATH"];
        var root = start.Environment.TryGetValue("DOTNET_ROOT", out var given) ? given : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        if (root is not null) start.Environment["DOTNET_ROOT"] = root;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["HOME"] = Directory.CreateDirectory(folder.PathOf("home")).FullName;
        start.Environment["TMPDIR"] = Directory.CreateDirectory(folder.PathOf("temporary")).FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Flush();
        Thread.Sleep(stay);
        process.StandardInput.Close();
        process.WaitForExit();
        _ = output.Result;
        return From(process.ExitCode, error.Result, File.ReadAllLines(trace));
    }

    private static TracedRun From(int status, string error, string[] calls) => new(
        status,
        error,
        [.. calls.Where(static c => c.Contains("AF_INET", StringComparison.Ordinal))],
        [.. calls.Where(static c => Identity().IsMatch(c))],
        [.. calls.Where(static c => TelemetryFile().IsMatch(c))]);

    [GeneratedRegex("machine-id|/dmi/|product_uuid|board_serial|deviceid", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"mat-debug|onnxruntime\.db|\.onnxruntime/|/\.ses""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelemetryFile();
}
