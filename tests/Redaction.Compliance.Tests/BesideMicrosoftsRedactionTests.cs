using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Redaction;
using Xunit;

namespace ComplianceTests;

/// <summary>One file that uses both libraries, as an application that classifies its logs and redacts its documents does.</summary>
public class BesideMicrosoftsRedactionTests
{
    private static readonly DataClassification s_private = new("test", "private");

    [Fact]
    public void AddRedaction_AndAddRedactionEngine_ResolveToTheirOwn()
    {
        using var services = new ServiceCollection()
            .AddRedaction(static redaction => redaction.SetRedactor<ErasingRedactor>(s_private))
            .AddRedactionEngine(static engine => engine.WithDetectors("patterns"))
            .BuildServiceProvider();

        Redactor microsofts = services.GetRequiredService<IRedactorProvider>().GetRedactor(s_private);
        RedactionEngine ours = services.GetRequiredService<RedactionEngine>();

        Assert.IsType<ErasingRedactor>(microsofts);
        Assert.Equal("", microsofts.Redact("mia@example.com"));
        Assert.Equal("Write to [email]", ours.Text.Redact("Write to mia@example.com"));
    }

    [Fact]
    public void AddRedactionEngine_Alone_BringsNoneOfMicrosofts()
    {
        using var services = new ServiceCollection().AddRedactionEngine().BuildServiceProvider();

        Assert.Null(services.GetService<IRedactorProvider>());
    }
}
