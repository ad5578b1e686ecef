using Redaction.Governance;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

public sealed class ViewRenderingTests : IDisposable
{
    private static readonly EntityType s_person = new("person");
    private static readonly EntityType s_email = new("email");
    private readonly TemporaryFolder _folder = new();
    private readonly RedactionKey _key = new(Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray());

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Render_Roles_SeeWhatTheirViewsSay()
    {
        using var seals = SealStore.Open(_folder.PathOf("store"), _key);
        var text = $"To [person:{seals.TokenFor(s_person, "Ana Roth")}], born [date:{seals.TokenFor(new("date"), "12 May 1961")}], "
            + $"[email:{seals.TokenFor(s_email, "ana@x.example")}] [person:bbbbbbbbbbbbbbbb]";
        var views = new ViewPolicy("v",
            new PolicyRule("raw") { Role = new("reviewer"), Entities = [new("person")] },
            new PolicyRule("generalised") { Entities = [new("date")] },
            new PolicyRule("omitted") { Role = new("annotator"), Entities = [new("email")] });

        Assert.Equal("To Ana Roth, born 1961, [email] [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "reviewer" }, seals));
        Assert.Equal("To [person], born 1961,  [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "annotator" }, seals));
        Assert.Throws<ArgumentException>(static () => new ViewPolicy("v", new PolicyRule("hash")));
        seals.Destroy([seals.IdentityOf(s_person, "Ana Roth")]);
        Assert.StartsWith("To [person], born 1961", views.Render(text, new() { Role = "reviewer" }, seals), StringComparison.Ordinal);
    }
}
