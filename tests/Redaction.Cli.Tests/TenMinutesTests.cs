using System.Diagnostics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class TenMinutesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GovernanceInTenMinutes_ItsCommands_DoWhatItSays()
    {
        if (OperatingSystem.IsWindows()) return; // the page is written for a POSIX shell
        var script = _folder.Write("page.sh",
            $"set -eu\nredact() {{ echo \"redact $*\" >&2; dotnet '{Path.Combine(AppContext.BaseDirectory, "redact.dll")}' \"$@\"; }}\n"
                + Commands());
        var work = Directory.CreateDirectory(_folder.PathOf("work")).FullName;

        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", [script])
            {
                WorkingDirectory = work,
                RedirectStandardError = true,
                RedirectStandardOutput =
                true
            })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, $"{output}\n{await errors}");
        Assert.Contains("kitesurf61@example.com", Read("for-reviewers/one.txt"), StringComparison.Ordinal);
        Assert.Contains("2021", Read("for-reviewers/one.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("12 May", Read("for-reviewers/one.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("kitesurf61", Read("for-annotators/one.txt"), StringComparison.Ordinal);
        Assert.Contains("bo.lind@example.com", Read("again/two.jsonl"), StringComparison.Ordinal);
        Assert.Contains("crypto-erase", Read("r-7.json"), StringComparison.Ordinal);

        string Read(string name) => File.ReadAllText(Path.Combine(work, name));
    }

    private static string Commands()
    {
        var blocks = File.ReadAllText(Repository.PathOf("docs", "governance-in-ten-minutes.md")).Split("```sh\n").Skip(1)
            .Select(static b => b.Split("\n```")[0]);
        return string.Join('\n', blocks) + "\n";
    }
}
