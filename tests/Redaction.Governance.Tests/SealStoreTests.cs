using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

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
        using (var seals = SealStore.Open(Store, _key)) token = seals.TokenFor(s_person, "Ana Roth");
        foreach (var file in Directory.EnumerateFiles(Store))
        {
            Assert.DoesNotContain("Roth", File.ReadAllText(file), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        using var again = SealStore.Open(Store, _key);

        Assert.Equal(token, again.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.TryReveal(token, out var value));
        Assert.Equal("Ana Roth", value);
        Assert.NotEqual(token, again.TokenFor(s_person, "Ana  Roth"));
        Assert.Equal(again.IdentityOf(s_person, "Ana Roth"), again.IdentityOf(s_person, "ANA ROTH"));
    }

    [Fact]
    public void ClassKeys_OfOneType_OpenNoOther()
    {
        string person, email;
        var file = _folder.PathOf("reviewer.keys");
        using (var seals = SealStore.Open(Store, _key))
        {
            (person, email) = (seals.TokenFor(s_person, "Ana Roth"), seals.TokenFor(s_email, "ana@x.example"));
            using var few = seals.Classes.Only([new("person")]);
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
        using var seals = SealStore.Open(Store, _key);
        var tokens =
            new[] { seals.TokenFor(s_person, "Ana Roth"), seals.TokenFor(s_person, "ANA ROTH"), seals.TokenFor(s_person, "Bo Lind") };
        var identity = seals.IdentityOf(s_person, "Ana Roth");

        Assert.Equal(identity, Assert.Single(seals.Destroy([identity, "unknown"])));
        Assert.Empty(seals.Destroy([identity]));

        Assert.Equal([false, false, true], tokens.Select(t => seals.TryReveal(t, out _)));
        Assert.Equal(tokens[0], seals.TokenFor(s_person, "Ana Roth"));
        Assert.False(seals.TryReveal(tokens[0], out _));
    }

    [Fact]
    public void Open_OtherKeyOrChangedFile_IsRefused()
    {
        string token;
        ClassKeys classes;
        using (var seals = SealStore.Open(Store, _key))
        {
            token = seals.TokenFor(s_person, "Ana Roth");
            classes = seals.Classes.Only([new("person")]);
        }
        using var other = new RedactionKey(new byte[32]);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, other)).Code);
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, _key, "another project")).Code);
        SafeDatabase.Run(Store, "UPDATE seals SET content = zeroblob(length(content))");

        using (var changed = SealStore.Open(Store, _key))
            Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => changed.TryReveal(token, out _)).Code);
        SafeDatabase.Run(Store, "UPDATE seals SET type = 'date'");
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => SealStore.Open(Store, _key)).Code);
        using var reader = SealStore.Open(Store, classes); // cannot check the rows, and still opens no changed value
        Assert.False(reader.TryReveal(token, out _));
    }

    [Fact]
    public void Open_AfterRotation_ReadsWhatTheRetiredKeySealed()
    {
        string token;
        using (var seals = SealStore.Open(Store, _key)) token = seals.TokenFor(s_person, "Ana Roth");
        using var rotated =
            new RedactionKey(new byte[32]) { Retired = [new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray())] };

        using var again = SealStore.Open(Store, rotated);

        Assert.True(again.TryReveal(token, out _));
        Assert.Equal(token, again.TokenFor(s_person, "Ana Roth"));
        Assert.True(again.TryReveal(again.TokenFor(new("ip"), "10.0.0.1"), out _));
    }

    [Fact]
    public void TokenFor_ManyThreads_GivesOneTokenAValue()
    {
        using var seals = SealStore.Open(Store, _key);
        var tokens = new System.Collections.Concurrent.ConcurrentBag<(int, string)>();

        Parallel.For(0, 2000, i => tokens.Add((i % 100, seals.TokenFor(s_person, $"Person {i % 100}"))));

        Assert.Equal(100, tokens.Distinct().Count());
        Assert.Equal(100, seals.Count);
    }

    [Fact]
    public void Defer_Values_AreInTheFileWhenFlushReturns()
    {
        using var seals = SealStore.Open(Store, _key);
        using var other = SealStore.Open(Store, _key);
        string token, late;
        using (seals.Defer())
        {
            token = seals.TokenFor(s_person, "Ana Roth");
            Assert.False(other.TryReveal(token, out _));
            seals.Flush();
            Assert.True(other.TryReveal(token, out _));
            late = seals.TokenFor(s_person, "Bo Lind");
            Assert.True(seals.TryReveal(late, out _)); // who asks for it sees it
            late = seals.TokenFor(s_person, "Cy Moss");
        }

        Assert.True(other.TryReveal(late, out _));
    }

    [Fact]
    public void Open_LargeStore_HoldsNoValues()
    {
        using (var seals = SealStore.Open(Store, _key))
        using (seals.Defer())
            for (var i = 0; i < 20_000; i++) seals.TokenFor(s_person, $"Person number {i} of many");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var again = SealStore.Open(Store, _key);

        Assert.Equal(20_000, again.Count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -8_000_000, 1_000_000);
    }
}
