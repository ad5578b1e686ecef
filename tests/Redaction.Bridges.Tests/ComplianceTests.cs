using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Redaction.Extensions.Compliance;
using Xunit;

namespace Redaction.Bridges.Tests;

public partial class ComplianceTests
{
    [Fact]
    public void Redactor_OfAClassification_IsTheEngine()
    {
        using var services = Services();
        var redactor = services.GetRequiredService<IRedactorProvider>().GetRedactor(FreeTextAttribute.FreeText);

        Assert.Equal("Write to [email]", redactor.Redact("Write to mia@example.com"));
        Assert.Equal("Write to [email]", redactor.Redact("Write to mia@example.com".AsSpan()));
        Assert.Equal("", redactor.Redact((string?)null));
        var buffer = new char[7];
        Assert.Equal(7, redactor.Redact("mia@example.com", buffer));
        Assert.Equal("[email]", new string(buffer));
        Assert.Equal(7, redactor.GetRedactedLength("mia@example.com"));
        Assert.Equal(2, redactor.Redact("ok", buffer)); // not what the length was asked of
        Assert.Throws<ArgumentException>(() => redactor.Redact("mia@example.com", new char[3]));
    }

    [Fact]
    public void Classifications_AreDataTypesToThePolicy()
    {
        using var services = Services();
        var redactor = services.GetRequiredService<IRedactorProvider>().GetRedactor(new HealthAttribute().Classification);

        Assert.Equal("Write to ###", redactor.Redact("Write to mia@example.com"));
    }

    [Fact]
    public void OtherClassifications_AndSetsOfThem_AreErased()
    {
        using var services = Services();
        var provider = services.GetRequiredService<IRedactorProvider>();

        Assert.Equal("", provider.GetRedactor(new DataClassification("test", "other")).Redact("hello"));
        Assert.Equal("", provider.GetRedactor(new([FreeTextAttribute.FreeText, new("test", "other")])).Redact("hello"));
    }

    [Fact]
    public void Failure_LeavesNothing_AndDoesNotThrow()
    {
        using var services = new ServiceCollection()
            .AddRedactionEngine(static b => b.WithDetectors("patterns").AddDetector(new FailingDetector()))
            .AddRedaction(static b => b.SetRedactionEngine<FreeTextAttribute>())
            .BuildServiceProvider();

        Assert.Equal("", services.GetRequiredService<IRedactorProvider>().GetRedactor(FreeTextAttribute.FreeText).Redact("hello"));
    }

    [Fact]
    public void FreeTextFieldOfALogMessage_IsRead_WithoutItsValues()
    {
        var collector = new FakeLogCollector(Microsoft.Extensions.Options.Options.Create(new FakeLogCollectorOptions()));
        using var services = Services(s => s.AddLogging(
            b => b.EnableRedaction(static o => o.ApplyDiscriminator = false).AddProvider(new FakeLoggerProvider(collector))));

        NoteTaken(services.GetRequiredService<ILoggerFactory>().CreateLogger("test"), 7, "call mia@example.com back");

        Assert.Equal("Note 7: call [email] back", collector.LatestRecord.Message);
    }

    [LoggerMessage(1, LogLevel.Information, "Note {Number}: {Note}")]
    private static partial void NoteTaken(ILogger logger, int number, [FreeText] string note);

    private static ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddRedactionEngine(static b => b.WithDetectors("patterns")
            .Extend("default", new PolicyRule("label") { DataType = new Glob("Health"), With = new([new("template", "###")]) }));
        services.AddRedaction(static b => b.SetRedactionEngine<FreeTextAttribute>().SetRedactionEngine<HealthAttribute>());
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private sealed class HealthAttribute() : DataClassificationAttribute(new DataClassification("test", "Health"));

    private sealed class FailingDetector : ITextDetector
    {
        public DetectorInfo Info { get; } = new("test.fails", new EntityType("test"));

        public void Detect(TextSource source, FindingSink<TextSpan> findings) =>
            throw new InvalidOperationException(source.Text.ToString());
    }
}
