using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Redaction.Extensions.Hosting;
using Xunit;

namespace Redaction.Bridges.Tests;

public class HostingTests
{
    private const string Text = "Write to mia@example.com or call +1 415 555 0132";

    [Fact]
    public void Section_MakesTheEngine()
    {
        using var services = Services(Memory(("Detectors", "patterns"), ("Entities:0", "email"), ("Allow:0", "hotline@example.com")));

        var engine = services.GetRequiredService<RedactionEngine>();

        Assert.Equal("Write to [email] or call +1 415 555 0132", engine.Text.Redact(Text));
        Assert.Equal("hotline@example.com", engine.Text.Redact("hotline@example.com"));
    }

    [Fact]
    public async Task Mistakes_AreAllTold_WhenTheHostStarts()
    {
        using var services = Services(Memory(
            ("Policy", "gdrp"), ("MinScore", "2"), ("SecondLook", "maybe"), ("Detectors", "emial"), ("Entities", "fone"),
            ("Locales", "xx"), ("KeyFile", "/nowhere/key"), ("Warmup", "false"), ("Polices", "gdpr")));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(services));

        foreach (var mistake in (string[])["gdrp", "MinScore", "SecondLook", "emial", "fone", "'xx'", "KeyFile", "Polices"])
            Assert.Contains(failure.Failures, f => f.Contains(mistake, StringComparison.Ordinal));
        Assert.Equal(8, failure.Failures.Count());
    }

    [Fact]
    public async Task Change_IsTaken_AndOneThatCannotBeMeantIsLoggedAndNot()
    {
        var configuration = Memory(("Detectors", "patterns"), ("Entities", "email"));
        using var services = Services(configuration);
        await Start(services);
        var before = services.GetRequiredService<RedactionEngine>();

        Change(configuration, "Entities", "phone");
        var after = services.GetRequiredService<RedactionEngine>();
        Change(configuration, "MinScore", "much");
        var still = services.GetRequiredService<RedactionEngine>();

        Assert.Equal("Write to [email] or call +1 415 555 0132", before.Text.Redact(Text));
        Assert.Equal("Write to mia@example.com or call [phone]", after.Text.Redact(Text));
        Assert.Same(after, still);
        var logged = services.GetRequiredService<FakeLogCollector>().GetSnapshot();
        Assert.Contains(logged, static r => r.Level == LogLevel.Error && r.Message.Contains("engine:MinScore", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, static r => r.Message.Contains("mia", StringComparison.Ordinal));
        Assert.Equal(HealthStatus.Degraded, await Health(services));
        Change(configuration, "MinScore", "0.4");
        Assert.Equal(HealthStatus.Healthy, await Health(services));
    }

    [Fact]
    public void KeyedEngines_HaveTheirOwnPolicies_AndKeysComeFromTheContainer()
    {
        var configuration = Memory(("Detectors", "patterns"));
        using var key = new RedactionKey(new byte[32].Select(static (_, i) => (byte)i).ToArray());
        using var services = new ServiceCollection()
            .AddSingleton(key)
            .AddRedactionEngine(configuration.GetSection("engine"))
            .AddRedactionEngine(configuration.GetSection("engine"), static (provider, builder) => builder
                .UseKey(provider.GetRequiredService<RedactionKey>()).Extend("default", new PolicyRule("pseudonym")), "research")
            .AddKeyedRedactionEngine("logs", static (_, builder) => builder.WithDetectors("email"))
            .BuildServiceProvider();

        var (plain, research, logs) = (services.GetRequiredService<RedactionEngine>(),
            services.GetRequiredKeyedService<RedactionEngine>("research"), services.GetRequiredKeyedService<RedactionEngine>("logs"));

        Assert.Equal("Write to [email] or call [phone]", plain.Text.Redact(Text));
        Assert.Equal("Write to [email] or call +1 415 555 0132", logs.Text.Redact(Text));
        Assert.DoesNotContain("[", research.Text.Redact(Text), StringComparison.Ordinal);
        Assert.Same(logs, services.GetRequiredKeyedService<RedactionEngine>("logs"));
    }

    [Fact]
    public async Task Meter_CountsItemsAndFindings_WithoutValues()
    {
        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, l) =>
        {
            if (instrument.Meter.Name == "Redaction") l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value, tags));
        listener.Start();
        var engine = new RedactionEngineBuilder()
            .UsePolicy(new RedactionPolicy("metered", new PolicyRule("label"))).WithDetectors("email").Build();

        await engine.Files.RedactAsync(new MemoryStream("""["mia@example.com"]"""u8.ToArray()), Stream.Null, "a.json");
        await Assert.ThrowsAsync<RedactionException>(
            () => engine.Files.RedactAsync(new MemoryStream("""["mia"""u8.ToArray()), Stream.Null, "a.json"));
        listener.Dispose();

        Assert.Contains("redaction.findings email text", seen.Keys);
        Assert.Equal(19, seen["redaction.item.size metered json"]);
        Assert.Contains("redaction.item.duration metered json", seen.Keys);
        Assert.Contains(
            seen.Keys, static k => k is "redaction.item.duration metered truncated" or "redaction.item.duration metered malformed");
        Assert.DoesNotContain(seen.Keys, static k => k.Contains("mia", StringComparison.Ordinal));

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var name = instrument.Name;
            foreach (var (_, tag) in tags) name += " " + tag;
            lock (seen) seen[name] = value;
        }
    }

    private static IConfigurationRoot Memory(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static v => KeyValuePair.Create("engine:" + v.Key, (string?)v.Value))).Build();

    private static void Change(IConfigurationRoot configuration, string key, string value)
    {
        configuration["engine:" + key] = value;
        configuration.Reload();
    }

    private static ServiceProvider Services(IConfigurationRoot configuration)
    {
        var services = new ServiceCollection();
        services.AddFakeLogging();
        services.AddRedactionEngine(configuration.GetSection("engine"));
        services.AddHealthChecks().AddRedactionEngine();
        return services.BuildServiceProvider();
    }

    private static async Task Start(IServiceProvider services)
    {
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
    }

    private static async Task<HealthStatus> Health(IServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;
}
