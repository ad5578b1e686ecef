using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Governance.Tests;

public sealed class RevealerTests : IDisposable
{
    private static readonly RedactionKey s_key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly DateTimeOffset s_now = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly AuditSigner _signer = AuditSigner.Derive(s_key, "acme");

    private string Store => _folder.PathOf("store");

    private string LogPath => _folder.PathOf("store/audit.jsonl");

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Reveal_UnderAGrant_ShowsItsTypesOnlyAndLogsIt()
    {
        var text = Redacted("Write to jane@example.com from 10.1.2.3 [see: note].");

        var shown = Reveal(text, Grant(), "ana");

        Assert.Equal("Write to jane@example.com from [ip] [see: note].", shown);
        var log = File.ReadAllText(LogPath);
        Assert.Contains("\"why\":\"appeal\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", log, StringComparison.Ordinal);
        Assert.Empty(AuditVerifier.VerifyFile(LogPath, _signer).Problems);
    }

    [Fact]
    public void Reveal_Tokens_ComeFromTheStore()
    {
        string text;
        using (var store = Open(s_now))
        {
            var redactor = new TextRedactor(new("test", new PolicyRule("token")), TextDetectors.All, new Token(store.Seals));
            text = redactor.Redact("To jane@example.com");
        }

        Assert.Equal("To jane@example.com", Reveal(text, Grant(), "ana"));
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("other-account")]
    [InlineData("not-signed")]
    [InlineData("used-up")]
    [InlineData("revoked")]
    public void Reveal_WithoutLeave_IsRefusedAndLogged(string fault)
    {
        var grant = fault switch
        {
            "ended" => Grant(s_now.AddHours(-1)),
            "not-signed" => Grant() with { MaxUses = 99 }, // changed after it was signed
            _ => Grant(),
        };
        if (fault == "used-up") Reveal("nothing", grant, "ana");
        if (fault == "revoked")
            using (var store = Open(s_now)) store.Revoke(grant.Id, "lead");

        var refusal = Assert.Throws<RedactionException>(() => Reveal("nothing", grant, fault == "other-account" ? "bob" : "ana"));

        Assert.Equal(ErrorCodes.NotGranted, refusal.Code);
        Assert.Contains($"\"fault\":\"{fault}\"", File.ReadAllText(LogPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Reveal_ClockSetBack_DoesNotMakeAGrantLonger()
    {
        var grant = Grant() with { MaxUses = 9 };
        grant = grant.Sign(_signer);
        Reveal("nothing", grant, "ana");
        using (Open(s_now.AddHours(2)))
        {
            // the store sees a later time
        }
        using (var store = Open(s_now.AddHours(2))) store.Revoke("another", "lead");

        var refusal = Assert.Throws<RedactionException>(() => Reveal("nothing", grant, "ana"));
        Assert.Contains("ended", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reveal_TablesOfBeforeTheUsePutBack_IsRefused()
    {
        using (Open(s_now))
        {
            // made
        }
        File.Copy(_folder.PathOf("store/safe.db"), _folder.PathOf("old.db"));
        Reveal("nothing", Grant(), "ana");

        File.Copy(_folder.PathOf("old.db"), _folder.PathOf("store/safe.db"), overwrite: true);

        Assert.Equal(ErrorCodes.Integrity, Assert.Throws<RedactionException>(() => Reveal("nothing", Grant(), "ana")).Code);
    }

    [Fact]
    public void Grant_WrittenAndRead_IsStillSigned()
    {
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes)) Grant().Write(json);

        Assert.True(RevealGrant.Parse(bytes.ToArray()).IsSignedBy(_signer));
        Assert.Throws<ArgumentException>(() => RevealGrant.Parse("{}"u8.ToArray()));
    }

    private static string Redacted(string text) =>
        new TextRedactor(new("test", new PolicyRule("encrypt")), TextDetectors.All, TextOperators.WithKey(s_key, "acme")).Redact(text);

    private RevealGrant Grant(DateTimeOffset? end = null) =>
        new RevealGrant("case-7", "ana", "appeal", [new("email"), new("person")], end ?? s_now.AddHours(1), 1).Sign(_signer);

    private ProjectStore Open(DateTimeOffset now) => ProjectStore.Open(Store, s_key, "acme", new FixedTime(now));

    private string Reveal(string text, RevealGrant grant, string who)
    {
        using var store = Open(s_now);
        return store.Reveal(text, grant, who);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
