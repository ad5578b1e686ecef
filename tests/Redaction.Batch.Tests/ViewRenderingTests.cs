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
        using var seals = ProjectStore.Open(_folder.PathOf("store"), _key);
        var text = $"To [person:{seals.Seals.TokenFor(s_person, "Ana Roth")}], born [date:{seals.Seals.TokenFor(new("date"), "12 May 1961")}], "
            + $"[email:{seals.Seals.TokenFor(s_email, "ana@x.example")}] [person:bbbbbbbbbbbbbbbb]";
        var views = new ViewPolicy("v",
            new PolicyRule("raw") { Role = new("reviewer"), Entities = [new("person")] },
            new PolicyRule("generalised") { Entities = [new("date")] },
            new PolicyRule("omitted") { Role = new("annotator"), Entities = [new("email")] });

        Assert.Equal("To Ana Roth, born 1961, [email] [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "reviewer" }, seals.Seals));
        Assert.Equal("To [person], born 1961,  [person:bbbbbbbbbbbbbbbb]", views.Render(text, new() { Role = "annotator" }, seals.Seals));
        Assert.Throws<ArgumentException>(static () => new ViewPolicy("v", new PolicyRule("hash")));
        seals.Seals.Destroy([seals.Seals.IdentityOf(s_person, "Ana Roth")]);
        Assert.StartsWith("To [person], born 1961", views.Render(text, new() { Role = "reviewer" }, seals.Seals), StringComparison.Ordinal);
    }
}
