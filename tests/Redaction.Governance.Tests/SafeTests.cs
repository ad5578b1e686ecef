using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

/// <summary>The safe of a store: no row can be changed, taken out, added or moved without the store noticing, many processes write it, and
/// what is forgotten is gone.</summary>
public sealed class SafeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    private string Store => _folder.PathOf("store");

    public static TheoryData<string, string> Changes() => new()
    {
        { "seals edited", "UPDATE seals SET type = 'date' WHERE id = 2" },
        { "seals deleted", "DELETE FROM seals WHERE id = 2" },
        { "seals moved", "UPDATE seals SET owner = 4 - owner" },
        { "seals repeated",
            "INSERT INTO seals (token, type, owner, content) SELECT 'bbbbbbbbbbbbbbbb', type, owner, content FROM seals WHERE id = 1" },
        { "keys edited", "UPDATE identities SET type = 'date' WHERE id = 1" },
        { "keys destroyed", "UPDATE identities SET wrapped = zeroblob(40) WHERE id = 1" },
        { "keys deleted", "DELETE FROM identities WHERE id = 3" },
        { "keys moved", "UPDATE identities SET wrapped = (SELECT wrapped FROM identities WHERE id = 2) WHERE id = 1" },
        { "classes added", "INSERT INTO classes SELECT 'date', wrapped FROM classes WHERE type = 'email'" },
        { "classes emptied", "DELETE FROM classes" },
        { "sightings edited", "UPDATE sightings SET line = 2" },
        { "sightings deleted", "DELETE FROM sightings WHERE file = 1" },
        { "sightings moved", "UPDATE files SET source = 'x' WHERE id = 1" },
        { "files deleted", "DELETE FROM files" },
        { "artefacts edited", "UPDATE artefacts SET retain_until = NULL, bytes = 9" },
        { "artefacts deleted", "DELETE FROM artefacts WHERE source = '1.txt'" },
        { "artefacts all deleted", "DELETE FROM artefacts" },
        { "holds added", "INSERT INTO holds VALUES ('others', 'why')" },
        { "holds lifted", "DELETE FROM holds" },
        { "sums deleted", "DELETE FROM state" },
        { "sums edited", "UPDATE state SET sealed = zeroblob(220)" },
        { "tables gone", "DROP TABLE sightings" },
    };

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Open_ChangedFile_IsRefused(string what, string sql)
    {
        Fill("acme", "store");

        SafeDatabase.Run(Store, sql);

        var refusal = Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key, "acme"));
        Assert.True(refusal.Code == ErrorCodes.Integrity, what);
    }

    [Fact]
    public void Open_SumsOfAnotherStore_IsRefused()
    {
        Fill("acme", "store");
        Fill("acme", "other");

        SafeDatabase.Run(Store,
            $"ATTACH '{_folder.PathOf("other/safe.db")}' AS other; UPDATE state SET sealed = (SELECT sealed FROM other.state)");

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key, "acme")).Code);
    }

    [Fact]
    public void Open_WhatIsNoSafe_IsRefusedWithAReason()
    {
        _folder.Write("old/seals.jsonl", "{}\n");
        _folder.Write("file", "x");
        _folder.Write("garbage/safe.db", new string('x', 5000));
        Fill("acme", "store");
        SafeDatabase.Run(Store, "PRAGMA user_version = 7");

        Assert.Contains("earlier version", Assert.Throws<ArgumentException>(() => ProjectStore.Open(_folder.PathOf("old"), _key)).Message,
            StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<ArgumentException>(() => ProjectStore.Open(_folder.PathOf("file"), _key)).Message,
            StringComparison.Ordinal);
        Assert.Contains("another version", Assert.Throws<ArgumentException>(() => ProjectStore.Open(Store, _key, "acme")).Message,
            StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.Integrity,
            Assert.Throws<RedactionException>(() => ProjectStore.Open(_folder.PathOf("garbage"), _key)).Code);
    }

    [Fact]
    public void Destroy_Keys_LeavesTheirBytesInNoFile()
    {
        const int Values = 3000;
        using var store = ProjectStore.Open(Store, _key);
        using var second = ProjectStore.Open(Store, _key); // keeps the write-ahead log open
        using (store.Seals.Defer())
            for (var i = 0; i < Values; i++) store.Seals.TokenFor(EntityTypes.Email, $"p{i}@x.example");
        var wrapped = SafeDatabase.Read<byte[]>(Store, "SELECT wrapped FROM identities ORDER BY id");
        Assert.Equal(Values, Stands(wrapped));
        var gone = Enumerable.Range(0, Values).Where(static i => i % 7 == 0).ToArray();

        store.Seals.Destroy(gone.Select(i => store.Seals.IdentityOf(EntityTypes.Email, $"p{i}@x.example")));

        Assert.Equal(0, Stands([.. gone.Select(i => wrapped[i])]));
        Assert.Equal(Values - gone.Length, Stands([.. wrapped.Where(static (_, i) => i % 7 != 0)]));
        Assert.False(second.Seals.TryReveal(second.Seals.TokenFor(EntityTypes.Email, "p7@x.example"), out _));
        Assert.True(second.Seals.TryReveal(second.Seals.TokenFor(EntityTypes.Email, "p8@x.example"), out _));
    }

    [Fact]
    public async Task Write_ManyProcesses_LoseNothing()
    {
        const int Writers = 4, Values = 120;
        // half of all twice
        var lines = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(w => Task.Run(() => Lines(w * Values / 2, w * Values / 2 + Values))));

        using var key = new RedactionKey(new byte[32]);
        using var store = ProjectStore.Open(Store, key);
        var tokens = lines.SelectMany(static l => l).Select(static l => l.Split(' ')).ToArray();
        Assert.Equal(Writers * Values, tokens.Length);
        Assert.All(tokens, t => Assert.True(store.Seals.TryReveal(t[1], out var value) && value == $"value {t[0]}"));
        Assert.Equal((Writers + 1) * Values / 2, store.Seals.Count);
        var report = AuditVerifier.VerifyFile(store.LogPath, store.Signer);
        Assert.Empty(report.Problems);
        Assert.Equal(Writers * Values, AuditLog.ReadEvents(store.LogPath).Count(static e => e.Event == AuditEvents.Transform));
    }

    [Fact]
    public void Forget_WhileAnotherProcessReads_TellsThatKeysAreLeft()
    {
        Fill("acme", "store");
        using var store = ProjectStore.Open(Store, _key, "acme");
        var identity = store.Seals.IdentityOf(EntityTypes.Email, "p1@x.example");
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Store, "safe.db")};Pooling=False"))
        {
            connection.Open();
            using var reading = connection.CreateCommand();
            reading.CommandText = "BEGIN; SELECT * FROM seals";
            using var rows = reading.ExecuteReader();
            rows.Read();
            Assert.Equal(identity, Assert.Single(store.Seals.Destroy([identity])));
            Assert.Equal(1, store.Seals.KeysLeft([identity]));
        }

        Assert.Equal(0, store.Seals.KeysLeft([identity]));
    }

    [Fact]
    public void Open_AfterAddingRotatingAndDestroying_GoesOn()
    {
        Fill("acme", "store");
        Fill("acme", "store");
        using (var store =
            ProjectStore.Open(_folder.PathOf("store"), _key, "acme")) Assert.Single(
                store.Seals.Destroy([store.Seals.IdentityOf(EntityTypes.Email, "p1@x.example")]));
        using var rotated =
            new RedactionKey(new byte[32]) { Retired = [new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray())] };
        string token;
        using (var store = ProjectStore.Open(_folder.PathOf("store"), rotated, "acme")) token =
            store.Seals.TokenFor(EntityTypes.Email, "new@x.example");

        using var again = ProjectStore.Open(_folder.PathOf("store"), rotated, "acme");

        Assert.True(again.Seals.TryReveal(token, out _));
        Assert.False(again.Seals.TryReveal(again.Seals.TokenFor(EntityTypes.Email, "p1@x.example"), out _));
        Assert.Equal(3, again.Artefacts.All.Length);
    }

    [Fact]
    public void ClassKeys_AfterTheirEnd_OpenNothing()
    {
        Fill("acme", "store");
        var (path, end) = (_folder.PathOf("few.keys"), DateTimeOffset.UnixEpoch.AddDays(10));
        using (var store = ProjectStore.Open(_folder.PathOf("store"), _key, "acme"))
        using (var few = store.Seals.Classes.Only([new("email")])) few.Save(path, end);

        ClassKeys.Read(path, new FixedTime(end)).Dispose();
        Assert.Equal(ErrorCodes.NotGranted,
            Assert.Throws<RedactionException>(() => ClassKeys.Read(path, new FixedTime(end.AddSeconds(1)))).Code);

        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("1970-01-11", "1990-01-11", StringComparison.Ordinal));
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ClassKeys.Read(path, new FixedTime(end))).Code);
        File.WriteAllText(path, text.Replace("\"notAfter\"", "\"never\"", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => ClassKeys.Read(path, new FixedTime(end)));
    }

    [Fact]
    public void RollUp_BindsTheEndOfAWorkersLog()
    {
        var (worker, main) = (_folder.PathOf("worker.jsonl"), _folder.PathOf("main.jsonl"));
        AuditHead head;
        using (var log = AuditLog.Open(worker))
        {
            log.Append(new(AuditEvents.Transform));
            head = log.Checkpoint();
        }
        using (var log = AuditLog.Open(main)) log.RollUp(head);

        Assert.True(AuditVerifier.VerifyFile(main).IsIntact);
        using var rolled = System.Text.Json.JsonDocument.Parse(File.ReadLines(main).First());
        Assert.Equal(head.Root, rolled.RootElement.GetProperty("details").GetProperty("root").GetString());
        Assert.True(AuditVerifier.VerifyFile(worker, null, head).IsIntact);
        var changed = Encoding.UTF8.GetBytes(File.ReadAllText(worker).Replace("transform", "ingest", StringComparison.Ordinal));
        Assert.False(AuditVerifier.Verify(changed, null, head).IsIntact);
    }

    private void Fill(string project, string folder)
    {
        using var store = ProjectStore.Open(_folder.PathOf(folder), _key, project, new FixedTime(DateTimeOffset.UnixEpoch));
        for (var i = 0; i < 3; i++)
        {
            var value = $"p{i}@x.example";
            store.Seals.TokenFor(EntityTypes.Email, value);
            store.Subjects.Add("mails", $"{i}.txt",
                [new("mails", $"{i}.txt", 1, "email", store.Seals.IdentityOf(EntityTypes.Email, value))]);
            if (i == 0) store.Artefacts.Hold("calls", "case 12");
            store.Artefacts.Add(
                new(_folder.PathOf($"out/{i}.txt"), "mails", $"{i}.txt", "text", new string('a', 64), 10 + i, DateTimeOffset.UnixEpoch));
        }
    }

    private int Stands(List<byte[]> keys)
    {
        var bytes = Directory.EnumerateFiles(Store).Where(static f => !f.EndsWith("-shm", StringComparison.Ordinal)).Select(ReadShared)
            .ToArray();
        return keys.Count(key => bytes.Any(b => b.AsSpan().IndexOf(key) >= 0));
    }

    /// <remarks>By a copy: closing the file itself would end the locks that connections of this process hold.</remarks>
    private byte[] ReadShared(string file)
    {
        using var copy = System.Diagnostics.Process.Start("cp", [file, _folder.PathOf("copy")]);
        copy.WaitForExit();
        return File.ReadAllBytes(_folder.PathOf("copy"));
    }

    private List<string> Lines(int from, int to)
    {
        var writer = Path.Combine(AppContext.BaseDirectory, "Redaction.CrashWriter.dll");
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("dotnet", [writer, _folder.Root, $"{from}", $"{to}"])
            {
                RedirectStandardOutput =
                true
            })!;
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line) lines.Add(line);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return lines;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
