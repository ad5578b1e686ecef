using System.Diagnostics;
using System.Globalization;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class CrashTests : IDisposable
{
    private const int RoundsPerFolder = 10;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <remarks>A few rounds here; REDACTION_CRASH_ROUNDS=500 for all. A round goes on with the files of the one before,
    /// so recovery is recovered from too.</remarks>
    [Fact]
    public void Writer_KilledAtAnyPoint_LosesNothingAcknowledged()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("REDACTION_CRASH_ROUNDS") ?? "4", CultureInfo.InvariantCulture);
        var acknowledged = new Dictionary<int, string>();
        var random = new Random(7);
        for (var round = 0; round < rounds; round++)
        {
            var folder = Directory.CreateDirectory(_folder.PathOf($"{round / RoundsPerFolder}")).FullName;
            if (round % RoundsPerFolder == 0) acknowledged.Clear();
            WriteUntilKilled(folder, random, acknowledged);
            Check(folder, acknowledged, round);
        }
    }

    private static void WriteUntilKilled(string folder, Random random, Dictionary<int, string> acknowledged)
    {
        var writer = Path.Combine(AppContext.BaseDirectory, "Redaction.CrashWriter.dll");
        using var process =
            Process.Start(new ProcessStartInfo("dotnet", [writer, folder, $"{acknowledged.Count}"]) { RedirectStandardOutput = true })!;
        for (var left = random.Next(1, 150); left > 0 && process.StandardOutput.ReadLine() is { } line; left--) Note(line);
        for (var until = Stopwatch.GetTimestamp() + random.Next(3000) * Stopwatch.Frequency / 1_000_000; Stopwatch.GetTimestamp() < until;)
            Thread.SpinWait(10);
        process.Kill(); // SIGKILL
        process.WaitForExit();
        while (process.StandardOutput.ReadLine() is { } line) Note(line);

        void Note(string line)
        {
            // The last line may itself be cut off: what it says then was not acknowledged.
            if (line.Split(' ') is [var number, { Length: 16 } token])
                acknowledged[int.Parse(number, CultureInfo.InvariantCulture)] = token;
        }
    }

    private static void Check(string folder, Dictionary<int, string> acknowledged, int round)
    {
        using var key = new RedactionKey(new byte[32]);
        using (var seals = ProjectStore.Open(Path.Combine(folder, "store"), key))
        {
            foreach (var (number, token) in acknowledged)
            {
                var value = "value " + number.ToString(CultureInfo.InvariantCulture);
                Assert.True(seals.Seals.TryReveal(token, out var found) && found == value, $"round {round}: store lost {number}");
            }
        }
        var path = Path.Combine(folder, "audit.jsonl");
        using (AuditLog.Open(path))
        {
            // what was never finished is cut off
        }
        Assert.Empty(AuditVerifier.VerifyFile(path).Problems);
        var logged = File.ReadLines(path).Count(static l => l.Contains("\"event\":\"transform\"", StringComparison.Ordinal));
        Assert.True(logged >= acknowledged.Count, $"round {round}: log lost {acknowledged.Count - logged}");
    }
}
