using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

/// <summary>The files of a store: no line can be changed, left out, added or moved without the store noticing.</summary>
public sealed class StoreFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    public static TheoryData<string, string> Changes()
    {
        var changes = new TheoryData<string, string>();
        foreach (var file in (string[])["seals", "identity-keys", "subjects", "register"])
            foreach (var change in (string[])["edited", "deleted", "moved", "repeated", "unsigned", "foreign"]) changes.Add(file, change);
        return changes;
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Open_ChangedFile_IsRefused(string file, string change)
    {
        Fill("acme", "store");
        var path = _folder.PathOf($"store/{file}.jsonl");
        var lines = File.ReadAllLines(path).ToList();
        switch (change)
        {
            case "edited": lines[1] = lines[1].Replace("1", "2", StringComparison.Ordinal).Replace("a", "b", StringComparison.Ordinal); break;
            case "deleted": lines.RemoveAt(1); break;
            case "moved": (lines[0], lines[1]) = (lines[1], lines[0]); break;
            case "repeated": lines.Add(lines[^1]); break;
            case "unsigned": lines[1] = lines[1][..lines[1].LastIndexOf(",\"mac\"", StringComparison.Ordinal)] + "}"; break;
            default:
                Fill("another project", "other");
                lines.Add(File.ReadLines(_folder.PathOf($"other/{file}.jsonl")).Last());
                break;
        }
        File.WriteAllText(path, string.Join('\n', lines) + "\n");

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(_folder.PathOf("store"), _key, "acme")).Code);
    }

    [Fact]
    public void Open_AfterAddingRotatingAndDestroying_GoesOn()
    {
        Fill("acme", "store");
        Fill("acme", "store");
        using (var store = ProjectStore.Open(_folder.PathOf("store"), _key, "acme")) Assert.Single(store.Seals.Destroy([store.Seals.IdentityOf(EntityTypes.Email, "p1@x.example")]));
        using var rotated = new RedactionKey(new byte[32]) { Retired = [new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray())] };
        string token;
        using (var store = ProjectStore.Open(_folder.PathOf("store"), rotated, "acme")) token = store.Seals.TokenFor(EntityTypes.Email, "new@x.example");

        using var again = ProjectStore.Open(_folder.PathOf("store"), rotated, "acme");

        Assert.True(again.Seals.TryReveal(token, out _));
        Assert.False(again.Seals.TryReveal(again.Seals.TokenFor(EntityTypes.Email, "p1@x.example"), out _));
        Assert.Equal(3, again.Artefacts.All.Length);
    }

    [Fact]
    public void Open_CutInTheLastLine_KeepsTheOthers()
    {
        Fill("acme", "store");
        var path = _folder.PathOf("store/register.jsonl");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^7]);

        using (var store = ProjectStore.Open(_folder.PathOf("store"), _key, "acme")) Assert.Equal(2, store.Artefacts.All.Length);
        Fill("acme", "store");

        using var again = ProjectStore.Open(_folder.PathOf("store"), _key, "acme");
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
        Assert.Equal(ErrorCodes.NotGranted, Assert.Throws<RedactionException>(() => ClassKeys.Read(path, new FixedTime(end.AddSeconds(1)))).Code);

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
            store.Subjects.Add("mails", $"{i}.txt", [new("mails", $"{i}.txt", 1, "email", store.Seals.IdentityOf(EntityTypes.Email, value))]);
            store.Artefacts.Add(new(_folder.PathOf($"out/{i}.txt"), "mails", $"{i}.txt", "text", new string('a', 64), 10 + i, DateTimeOffset.UnixEpoch));
        }
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
