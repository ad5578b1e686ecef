using System.Diagnostics;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>A test that runs Python; skipped where there is none, or a module that it needs is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>The interpreter of the system, which has its packaged modules.</summary>
    public const string Program = "/usr/bin/python3";

    public PythonFactAttribute(string modules = "json")
    {
        if (!File.Exists(Program) || Run(["-c", $"import {modules}"]).Status != 0) Skip = $"Needs {Program} with {modules}.";
    }

    /// <summary>Runs it in a folder of the repository, with the package and the command of this build.</summary>
    public static (int Status, string Told) Run(IEnumerable<string> arguments, string? folder = null)
    {
        var command = $"dotnet {Path.Combine(AppContext.BaseDirectory, "redact.dll")}";
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["REDACTION_COMMAND"] = command,
                ["PYTHONPATH"] = TestKit.Repository.PathOf("python", "src"),
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, told);
    }
}
