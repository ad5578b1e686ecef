using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

/// <summary>Files of an earlier time cannot be put back into a store one by one, nor emptied: each is bound to the others.</summary>
public sealed class StoreBindingTests : IDisposable
{
    private static readonly EntityType s_person = new("person");
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    private string Store => _folder.PathOf("store");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string> Files() => new() { "safe.db", "audit.jsonl" };

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_OneOldFilePutBack_IsRefused(string name)
    {
        var token = FillAndKeepACopy();
        Forget();

        File.Copy(_folder.PathOf($"old/{name}"), Path.Combine(Store, name), overwrite: true);

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key)).Code);
        Assert.Equal(16, token.Length);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_EmptiedOrMissingFile_IsRefused(string name)
    {
        FillAndKeepACopy();
        var path = Path.Combine(Store, name);

        File.WriteAllText(path, "");
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key)).Code);
        File.Delete(path);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key)).Code);
        Assert.Equal(name == "audit.jsonl", File.Exists(Path.Combine(Store, "safe.db")));
    }

    [Fact]
    public void Open_LogWithoutItsLastRecords_IsRefused()
    {
        FillAndKeepACopy();
        Forget();
        var path = Path.Combine(Store, "audit.jsonl");
        var lines = File.ReadAllLines(path);
        for (var kept = lines.Length - 1; kept >= 0; kept--)
        {
            File.WriteAllLines(path, lines.Take(kept));

            Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key)).Code);
        }
    }

    [Fact]
    public void OpenWithClassKeys_OldTables_IsRefused()
    {
        string token;
        ClassKeys classes;
        using (var store = ProjectStore.Open(Store, _key))
        {
            token = store.Seals.TokenFor(s_person, "Ana Roth");
            classes = store.Seals.Classes.Only([new("person")]);
        }
        Copy("old");
        using (var reader = SealStore.Open(Store, classes)) Assert.True(reader.TryReveal(token, out _));
        Forget();

        File.Copy(_folder.PathOf("old/safe.db"), Path.Combine(Store, "safe.db"), overwrite: true);

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, classes)).Code);
    }

    [Fact]
    public void Open_AllFilesOfAnEarlierTime_IsToldByAHeadKeptElsewhere()
    {
        FillAndKeepACopy();
        Forget();
        var path = Path.Combine(Store, "audit.jsonl");
        var head = AuditVerifier.VerifyFile(path).Head;
        foreach (var name in (string[])["safe.db", "audit.jsonl"])
            File.Copy(_folder.PathOf($"old/{name}"), Path.Combine(Store, name), overwrite: true);

        using (ProjectStore.Open(Store, _key))
        {
            // nothing in the store itself can tell
        }
        Assert.Contains(AuditVerifier.VerifyFile(path, null, head).Problems, static p => p.Kind == AuditProblemKind.Truncated);
    }

    [Fact]
    public void Open_AfterAWriterWasStopped_GoesOn()
    {
        FillAndKeepACopy();
        using (var store = ProjectStore.Open(Store, _key))
        {
            store.Seals.TokenFor(s_person, "Bo Lind");
            Copy("stopped"); // as the files are when the process ends here
        }

        using var again = ProjectStore.Open(_folder.PathOf("stopped"), _key);

        Assert.Equal(2, again.Seals.Count);
        Assert.Empty(AuditVerifier.VerifyFile(again.LogPath, again.Signer).Problems);
    }

    [Fact]
    public void Verify_FreshStore_IsIntact()
    {
        using (ProjectStore.Open(Store, _key))
        {
            // made and closed
        }

        var report = AuditVerifier.VerifyFile(Path.Combine(Store, "audit.jsonl"));

        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Open_Twice_WritesNothingMore()
    {
        FillAndKeepACopy();
        var before = File.ReadAllText(Path.Combine(Store, "audit.jsonl"));

        ProjectStore.Open(Store, _key).Dispose();

        Assert.Equal(before, File.ReadAllText(Path.Combine(Store, "audit.jsonl")));
    }

    private string FillAndKeepACopy()
    {
        string token;
        using (var store = ProjectStore.Open(Store, _key)) token = store.Seals.TokenFor(s_person, "Ana Roth");
        Copy("old");
        return token;
    }

    private void Forget()
    {
        using var store = ProjectStore.Open(Store, _key);
        Assert.NotNull(store.Forget(store.Identify(s_person, "Ana Roth"), "dpo", "r1"));
    }

    /// <remarks>By another process: closing the file here would end the locks of open connections.</remarks>
    private void Copy(string name)
    {
        using var copy = System.Diagnostics.Process.Start("cp", ["-r", Store, _folder.PathOf(name)]);
        copy.WaitForExit();
    }
}
