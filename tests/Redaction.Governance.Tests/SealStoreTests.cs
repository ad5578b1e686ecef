using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

[Collection(SerialTests.Name)] // one of them measures the heap, which is that of all tests
public sealed class SealStoreTests : IDisposable
{
    private static readonly EntityType s_person = new("person");
    private static readonly EntityType s_email = new("email");
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    private string Store => _folder.PathOf("store");

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TokenFor_SameValue_IsTheSameAfterReopeningAndOpensAgain()
    {
        string token;
        using (var seals = ProjectStore.Open(Store, _key)) token = seals.Seals.TokenFor(s_person, "Ana Roth");
        foreach (var file in Directory.EnumerateFiles(Store))
        {
            Assert.DoesNotContain("Roth", File.ReadAllText(file), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        using var again = ProjectStore.Open(Store, _key);

        Assert.Equal(token, again.Seals.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.Seals.TryReveal(token, out var value));
        Assert.Equal("Ana Roth", value);
        Assert.NotEqual(token, again.Seals.TokenFor(s_person, "Ana  Roth"));
        Assert.Equal(again.Seals.IdentityOf(s_person, "Ana Roth"), again.Seals.IdentityOf(s_person, "ANA ROTH"));
    }

    [Fact]
    public void ClassKeys_OfOneType_OpenNoOther()
    {
        string person, email;
        var file = _folder.PathOf("reviewer.keys");
        using (var seals = ProjectStore.Open(Store, _key))
        {
            (person, email) = (seals.Seals.TokenFor(s_person, "Ana Roth"), seals.Seals.TokenFor(s_email, "ana@x.example"));
            using var few = seals.Seals.Classes.Only([new("person")]);
            few.Save(file, DateTimeOffset.MaxValue);
        }

        using var reviewer = SealStore.Open(Store, ClassKeys.Read(file));

        Assert.True(reviewer.TryReveal(person, out _));
        Assert.False(reviewer.TryReveal(email, out _));
        Assert.Equal(ErrorCodes.NoKey, Assert.Throws<RedactionException>(() => reviewer.TokenFor(s_person, "Bo")).Code);
    }

    [Fact]
    public void Destroy_Identity_MakesAllItsWritingsUnreadableForEver()
    {
        using var seals = ProjectStore.Open(Store, _key);
        string[] tokens = [.. new[] { "Ana Roth", "ANA ROTH", "Bo Lind" }.Select(v => seals.Seals.TokenFor(s_person, v))];
        var identity = seals.Seals.IdentityOf(s_person, "Ana Roth");

        Assert.Equal(identity, Assert.Single(seals.Seals.Destroy([identity, "unknown"])));
        Assert.Empty(seals.Seals.Destroy([identity]));

        Assert.Equal([false, false, true], tokens.Select(t => seals.Seals.TryReveal(t, out _)));
        Assert.Equal(tokens[0], seals.Seals.TokenFor(s_person, "Ana Roth"));
        Assert.False(seals.Seals.TryReveal(tokens[0], out _));
    }

    [Fact]
    public void Open_OtherKeyOrChangedFile_IsRefused()
    {
        string token;
        ClassKeys classes;
        using (var seals = ProjectStore.Open(Store, _key))
        {
            token = seals.Seals.TokenFor(s_person, "Ana Roth");
            classes = seals.Seals.Classes.Only([new("person")]);
        }
        using var other = new RedactionKey(new byte[32]);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, other)).Code);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key, "another project")).Code);
        SafeDatabase.Run(Store, "UPDATE seals SET content = zeroblob(length(content))");

        using (var changed = ProjectStore.Open(Store, _key))
            Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => changed.Seals.TryReveal(token, out _)).Code);
        SafeDatabase.Run(Store, "UPDATE seals SET type = 'date'");
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => ProjectStore.Open(Store, _key)).Code);
        using var reader = SealStore.Open(Store, classes); // cannot check the rows, and still opens no changed value
        Assert.False(reader.TryReveal(token, out _));
    }

    [Fact]
    public void Open_AfterRotation_ReadsWhatTheRetiredKeySealed()
    {
        string token;
        using (var seals = ProjectStore.Open(Store, _key)) token = seals.Seals.TokenFor(s_person, "Ana Roth");
        using var rotated =
            new RedactionKey(new byte[32]) { Retired = [new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray())] };

        using var again = ProjectStore.Open(Store, rotated);

        Assert.True(again.Seals.TryReveal(token, out _));
        Assert.Equal(token, again.Seals.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.Seals.TryReveal(again.Seals.TokenFor(new("ip"), "10.0.0.1"), out _));
    }

    [Fact]
    public void TokenFor_ManyThreads_GivesOneTokenAValue()
    {
        using var seals = ProjectStore.Open(Store, _key);
        var tokens = new System.Collections.Concurrent.ConcurrentBag<(int, string)>();

        Parallel.For(0, 2000, i => tokens.Add((i % 100, seals.Seals.TokenFor(s_person, $"Person {i % 100}"))));

        Assert.Equal(100, tokens.Distinct().Count());
        Assert.Equal(100, seals.Seals.Count);
    }

    [Fact]
    public void Defer_Values_AreInTheFileWhenFlushReturns()
    {
        using var seals = ProjectStore.Open(Store, _key);
        using var other = ProjectStore.Open(Store, _key);
        string token, late;
        using (seals.Seals.Defer())
        {
            token = seals.Seals.TokenFor(s_person, "Ana Roth");
            Assert.False(other.Seals.TryReveal(token, out _));
            seals.Seals.Flush();
            Assert.True(other.Seals.TryReveal(token, out _));
            late = seals.Seals.TokenFor(s_person, "Bo Lind");
            Assert.True(seals.Seals.TryReveal(late, out _)); // who asks for it sees it
            late = seals.Seals.TokenFor(s_person, "Cy Moss");
        }

        Assert.True(other.Seals.TryReveal(late, out _));
    }

    [Fact]
    public void Open_LargeStore_HoldsNoValues()
    {
        using (var seals = ProjectStore.Open(Store, _key))
        using (seals.Seals.Defer())
            for (var i = 0; i < 20_000; i++) seals.Seals.TokenFor(s_person, $"Person number {i} of many");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var again = ProjectStore.Open(Store, _key);

        Assert.Equal(20_000, again.Seals.Count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -8_000_000, 1_000_000);
    }
}
