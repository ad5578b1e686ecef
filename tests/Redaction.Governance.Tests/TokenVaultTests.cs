using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class TokenVaultTests : IDisposable
{
    private static readonly EntityType s_person = new("person");
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private readonly TemporaryFolder _folder = new();

    private string VaultPath => _folder.PathOf("vault.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TokenFor_Value_IsTheSameAgainAndAfterReopening()
    {
        string jane, john;
        using (var vault = TokenVault.Open(VaultPath, s_key, "acme"))
        {
            (jane, john) = (vault.TokenFor(s_person, "Jane Doe"), vault.TokenFor(s_person, "John Doe"));
            Assert.NotEqual(jane, john);
            Assert.NotEqual(jane, vault.TokenFor(new("email"), "Jane Doe"));
        }
        using var reopened = TokenVault.Open(VaultPath, s_key, "acme");

        Assert.Equal(jane, reopened.TokenFor(s_person, "Jane Doe"));
        Assert.Equal("John Doe", reopened.Reveal(john));
        Assert.Equal(3, reopened.Count);
    }

    [Fact]
    public void File_HoldsNoValue_AndBelongsToItsOwner()
    {
        using (var vault = TokenVault.Open(VaultPath, s_key)) vault.TokenFor(s_person, "Canary Person");

        Assert.DoesNotContain("Canary", File.ReadAllText(VaultPath), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(VaultPath));
    }

    [Fact]
    public void Open_OtherKeyProjectOrChange_IsRefused()
    {
        using (var vault = TokenVault.Open(VaultPath, s_key, "acme"))
            for (var i = 0; i < 3; i++) vault.TokenFor(s_person, $"Person {i}");
        var lines = File.ReadAllLines(VaultPath);

        Refused(s_key, "apex");
        Refused(new RedactionKey(new byte[32]), "acme");
        Write([lines[0], lines[2], lines[1], lines[3]]); // reordered
        Refused(s_key, "acme");
        Write([lines[0], lines[1], lines[3]]); // deleted
        Refused(s_key, "acme");
        Write([lines[0], lines[1].Replace("\"person\"", "\"date\"", StringComparison.Ordinal), lines[2], lines[3]]);
        Refused(s_key, "acme");
    }

    [Fact]
    public void Open_CutAnywhere_KeepsEveryWholeLine()
    {
        var tokens = new List<string>();
        using (var vault = TokenVault.Open(VaultPath, s_key))
            for (var i = 0; i < 8; i++) tokens.Add(vault.TokenFor(s_person, $"Person {i}"));
        var bytes = File.ReadAllBytes(VaultPath);
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var cut = random.Next(bytes.Length + 1);
            File.WriteAllBytes(VaultPath, bytes[..cut]);
            var whole = Math.Max(0, bytes.AsSpan(0, cut).Count((byte)'\n') - 1);

            using var vault = TokenVault.Open(VaultPath, s_key);

            Assert.Equal(whole, vault.Count);
            for (var i = 0; i < whole; i++) Assert.Equal($"Person {i}", vault.Reveal(tokens[i]));
            Assert.Equal("Person 9", vault.Reveal(vault.TokenFor(s_person, "Person 9")));
        }
    }

    [Fact]
    public void TokenFor_ManyThreads_GivesOneTokenAValue()
    {
        using var vault = TokenVault.Open(VaultPath, s_key);
        var tokens = new System.Collections.Concurrent.ConcurrentBag<(int, string)>();

        Parallel.For(0, 2000, i => tokens.Add((i % 100, vault.TokenFor(s_person, $"Person {i % 100}"))));

        Assert.Equal(100, tokens.Distinct().Count());
    }

    private void Refused(RedactionKey key, string project) =>
        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => TokenVault.Open(VaultPath, key, project)).Code);

    private void Write(string[] lines) => File.WriteAllText(VaultPath, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
}
