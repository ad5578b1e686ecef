using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>The command opens no internet socket, leaves no telemetry file and asks for no machine id, however long it runs.</summary>
public sealed class OfflineCommandTests : IDisposable
{
    private static readonly string s_command = Path.Combine(AppContext.BaseDirectory, "redact.dll");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [StraceFact]
    public void A_long_run_over_photographs_mails_and_calls_tells_nobody()
    {
        var calls = Repository.PathOf("samples", "calls");
        var mail = Directory.GetFiles(Repository.PathOf("samples", "mail"));
        _folder.Write("in/long.txt", string.Concat(Enumerable.Repeat(File.ReadAllText(mail[0]), 40)));
        foreach (var photo in Directory.GetFiles(Repository.PathOf("samples", "photos"), "*.jpg"))
            for (var copy = 0; copy < 4; copy++)
                _folder.Write($"in/{copy}-{Path.GetFileName(photo)}", File.ReadAllBytes(photo));

        var run = TracedRun.Of(_folder, TimeSpan.Zero, "", s_command, "run", _folder.PathOf("in"), calls, "--out", _folder.PathOf("out"));

        Assert.True(run.Status == 0, run.Error);
        Assert.True(File.Exists(_folder.PathOf("out/manifest.jsonl")));
        Assert.Empty(run.Words);
    }

    [StraceFact]
    public void A_worker_that_waits_past_the_first_upload_tells_nobody()
    {
        const string record = "{\"text\":\"Write to Jane Doe, jane.doe@example.com\"}\n";

        var run = TracedRun.Of(_folder, Offline.PastTheFirstUpload, record, s_command, "worker");

        Assert.True(run.Status == 0, run.Error);
        Assert.Empty(run.Words);
    }
}
