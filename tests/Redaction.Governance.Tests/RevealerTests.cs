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
        var log = File.ReadAllText(_folder.PathOf("audit.jsonl"));
        Assert.Contains("\"why\":\"appeal\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", log, StringComparison.Ordinal);
        Assert.Empty(AuditVerifier.VerifyFile(_folder.PathOf("audit.jsonl"), _signer).Problems);
    }

    [Fact]
    public void Reveal_Tokens_ComeFromTheStore()
    {
        using var seals = SealStore.Open(_folder.PathOf("store"), s_key, "acme");
        var redactor = new TextRedactor(new("test", new PolicyRule("token")), TextDetectors.All, new Token(seals));

        Assert.Equal("To jane@example.com", Reveal(redactor.Redact("To jane@example.com"), Grant(), "ana", seals));
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("other-account")]
    [InlineData("not-signed")]
    [InlineData("used-up")]
    public void Reveal_WithoutLeave_IsRefusedAndLogged(string fault)
    {
        var grant = fault switch
        {
            "ended" => Grant(s_now.AddHours(-1)),
            "not-signed" => Grant() with { MaxUses = 99 }, // changed after it was signed
            _ => Grant(),
        };
        if (fault == "used-up") Reveal("nothing", grant, "ana");

        var refusal = Assert.Throws<RedactionException>(() => Reveal("nothing", grant, fault == "other-account" ? "bob" : "ana"));

        Assert.Equal(ErrorCodes.NotGranted, refusal.Code);
        Assert.Contains($"\"fault\":\"{fault}\"", File.ReadAllText(_folder.PathOf("audit.jsonl")), StringComparison.Ordinal);
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

    private string Reveal(string text, RevealGrant grant, string who, SealStore? seals = null)
    {
        var path = _folder.PathOf("audit.jsonl");
        var clock = new FixedTime(s_now);
        using var log = AuditLog.Open(path, _signer, clock);
        return new Revealer(s_key, "acme", log, Revealer.CountUses(path), _signer, seals, clock).Reveal(text, grant, who);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
