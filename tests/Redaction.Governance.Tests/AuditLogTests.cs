using System.Collections.Immutable;
using System.Text;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class AuditLogTests : IDisposable
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redaction-audit-");

    private string LogPath => Path.Combine(_folder.FullName, "audit.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Log_Untouched_IsIntact()
    {
        using var signer = AuditSigner.Derive(s_key, "acme");
        for (var run = 0; run < 3; run++)
        {
            using var log = AuditLog.Open(LogPath, signer);
            for (var i = 0; i < 5; i++) log.Append(Entry(i));
        }

        using var check = AuditSigner.FromPublicKey(signer.PublicKey);
        var report = AuditVerifier.VerifyFile(LogPath, check);

        Assert.Empty(report.Problems);
        Assert.Equal((18, 3, 3), (report.Head!.Size, report.Checkpoints, report.Signatures));
    }

    [Fact]
    public void Lines_AreCanonicalJson()
    {
        using (var log = AuditLog.Open(LogPath)) log.Append(Entry(1) with { Actor = "wörker \"1\"", Subject = "s", Artefact = "a" });

        foreach (var line in File.ReadAllLines(LogPath))
        {
            using var parsed = System.Text.Json.JsonDocument.Parse(line);
            Assert.Equal(line, Encoding.UTF8.GetString(CanonicalJson.Of(parsed.RootElement)));
        }
    }

    [Theory]
    [InlineData(AuditProblemKind.Edited, 3)]
    [InlineData(AuditProblemKind.Deleted, 3)]
    [InlineData(AuditProblemKind.Reordered, 4)]
    [InlineData(AuditProblemKind.Inserted, 4)]
    [InlineData(AuditProblemKind.Truncated, 6)]
    [InlineData(AuditProblemKind.Malformed, 3)]
    public void Verify_OneChange_SaysWhatAndWhere(AuditProblemKind kind, int line)
    {
        using (var log = AuditLog.Open(LogPath))
            for (var i = 0; i < 5; i++) log.Append(Entry(i));
        var lines = File.ReadAllLines(LogPath).ToList();
        switch (kind)
        {
            case AuditProblemKind.Edited: lines[2] = lines[2].Replace("\"items\":2", "\"items\":7", StringComparison.Ordinal); break;
            case AuditProblemKind.Deleted: lines.RemoveAt(2); break;
            case AuditProblemKind.Reordered: (lines[2], lines[3]) = (lines[3], lines[2]); break;
            case AuditProblemKind.Inserted: lines.Insert(3, lines[2]); break;
            case AuditProblemKind.Truncated: lines.RemoveAt(5); break;
            default: lines[2] = "{}"; break;
        }

        var report = AuditVerifier.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

        Assert.Contains(report.Problems, p => p.Kind == kind && p.Line == line);
    }

    [Fact]
    public void Verify_TwoBranches_AreAFork()
    {
        var (one, other) = (LogPath, LogPath + ".copy");
        using (var log = AuditLog.Open(one))
            for (var i = 0; i < 3; i++) log.Append(Entry(i));
        File.Copy(one, other);
        using (var log = AuditLog.Open(one)) log.Append(Entry(10));
        using (var log = AuditLog.Open(other)) log.Append(Entry(11));

        var fork = AuditVerifier.Compare(File.ReadAllBytes(one), File.ReadAllBytes(other));
        var joined = AuditVerifier.Verify([.. File.ReadAllBytes(one), .. Encoding.UTF8.GetBytes(File.ReadAllLines(other)[4] + "\n")]);

        Assert.Equal((AuditProblemKind.Forked, 5), (fork!.Kind, fork.Line));
        Assert.Contains(joined.Problems, p => p.Kind == AuditProblemKind.Forked);
    }

    [Fact]
    public void Verify_RewrittenByAnother_FailsItsSignature()
    {
        using var signer = AuditSigner.Derive(s_key, "acme");
        using var other = AuditSigner.Derive(s_key, "apex");
        using (var log = AuditLog.Open(LogPath, other)) log.Append(Entry(1));

        Assert.Equal(AuditProblemKind.BadCheckpoint, Assert.Single(AuditVerifier.VerifyFile(LogPath, signer).Problems).Kind);
    }

    [Fact]
    public void Verify_CutAtACheckpoint_ShowsAgainstTheKeptHead()
    {
        AuditHead kept;
        using (var log = AuditLog.Open(LogPath))
        {
            log.Append(Entry(1));
            log.Checkpoint();
            log.Append(Entry(2));
            log.Checkpoint();
            kept = log.Head;
        }
        var lines = File.ReadAllLines(LogPath);
        var cut = Encoding.UTF8.GetBytes(string.Join('\n', lines[..2]) + "\n");

        Assert.Empty(AuditVerifier.Verify(cut).Problems);
        Assert.Equal(AuditProblemKind.Truncated, Assert.Single(AuditVerifier.Verify(cut, null, kept).Problems).Kind);
        Assert.Empty(AuditVerifier.Verify(File.ReadAllBytes(LogPath), null, kept).Problems);
    }

    [Fact]
    public void Open_UnfinishedLine_IsCutOffAndTheLogGoesOn()
    {
        using (var log = AuditLog.Open(LogPath)) log.Append(Entry(1));
        File.AppendAllText(LogPath, "{\"actor\":\"unfin");

        using (var log = AuditLog.Open(LogPath)) log.Append(Entry(2));

        Assert.Empty(AuditVerifier.VerifyFile(LogPath).Problems);
        Assert.Equal(4, File.ReadAllLines(LogPath).Length);
    }

    [Fact]
    public void Open_ChangedLog_IsRefused()
    {
        using (var log = AuditLog.Open(LogPath)) log.Append(Entry(1));
        File.WriteAllText(LogPath, File.ReadAllText(LogPath).Replace("\"items\":1", "\"items\":2", StringComparison.Ordinal));

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => AuditLog.Open(LogPath)).Code);
    }

    [Fact]
    public void Append_ManyThreads_GivesOneChain()
    {
        using (var log = AuditLog.Open(LogPath)) Parallel.For(0, 2000, i => log.Append(Entry(i)));

        Assert.Empty(AuditVerifier.VerifyFile(LogPath).Problems);
    }

    [Fact]
    public void RandomLogs_WithOneRandomChange_AreAlwaysFound()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("REDACTION_AUDIT_ROUNDS") ?? "400",
            System.Globalization.CultureInfo.InvariantCulture);
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            File.Delete(LogPath);
            AuditHead head;
            using (var log = AuditLog.Open(LogPath))
            {
                for (var i = random.Next(2, 9); i > 0; i--) log.Append(Entry(random.Next(100)));
                log.Checkpoint();
                head = log.Head;
            }
            var bytes = File.ReadAllBytes(LogPath);
            var changed = Change(bytes, random, out var what);

            Assert.True(AuditVerifier.Verify(bytes, null, head).IsIntact, $"seed {seed}: found where nothing is");
            Assert.False(changed.SequenceEqual(bytes), $"seed {seed}: {what} changed nothing");
            Assert.False(AuditVerifier.Verify(changed, null, head).IsIntact, $"seed {seed}: {what} not found");
        }
    }

    private static byte[] Change(byte[] log, Random random, out string what)
    {
        var lines = Encoding.UTF8.GetString(log).TrimEnd('\n').Split('\n').ToList();
        var at = random.Next(lines.Count);
        var kind = random.Next(6);
        what = $"change {kind} at {at}";
        switch (kind)
        {
            case 0:
                var flipped = log.ToArray();
                flipped[random.Next(log.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1: lines.RemoveAt(at); break;
            case 2: var to = (at + 1) % lines.Count; (lines[at], lines[to]) = (lines[to], lines[at]); break;
            case 3: lines.Insert(random.Next(lines.Count + 1), lines[at]); break;
            case 4: lines.RemoveRange(lines.Count - 1 - at % (lines.Count - 1), 1 + at % (lines.Count - 1)); break;
            default: return log[..random.Next(log.Length)];
        }
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private static AuditEvent Entry(int number) => new(AuditEvents.Transform)
    {
        Actor = "worker-1",
        Artefact = new string('a', 64),
        Counts = ImmutableSortedDictionary<string, long>.Empty.Add("items", number),
        Details = ImmutableSortedDictionary<string, string>.Empty.Add("kind", "text"),
    };
}
