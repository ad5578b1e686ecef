using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Redaction.Extensions.Hosting;

/// <summary>Registers engines as the configuration has them.</summary>
public static class RedactionHosting
{
    /// <summary>Registers a <see cref="RedactionEngine"/> from a section; see <see cref="RedactionEngineOptions"/> for its keys.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="section">The section; when it changes, who asks for an engine from then on gets one by the new policy.</param>
    /// <param name="configure">Adds in code what a configuration cannot hold, such as detectors or a key from a vault.</param>
    /// <param name="key">Null, or the key of an engine among several: <c>[FromKeyedServices("research")] RedactionEngine</c>.</param>
    /// <remarks>The engine is made when the host starts: a section that cannot be meant stops it with an
    /// <see cref="OptionsValidationException"/> that tells all mistakes. Later changes that cannot be meant are logged and not
    /// taken.</remarks>
    public static IServiceCollection AddRedactionEngine(
        this IServiceCollection services, IConfigurationSection section,
        Action<IServiceProvider, RedactionEngineBuilder>? configure = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var name = key ?? Options.DefaultName;
        services.AddOptions<RedactionEngineOptions>(name).Configure(options => SectionReader.Read(section, options));
        services.AddSingleton<IOptionsChangeTokenSource<RedactionEngineOptions>>(
            new ConfigurationChangeTokenSource<RedactionEngineOptions>(name, section));
        services.TryAddKeyedSingleton(name, (provider, _) => new EngineSource(
            name, provider, provider.GetRequiredService<IOptionsMonitor<RedactionEngineOptions>>(),
            LoggerOf<EngineSource>(provider), configure));
        services.AddSingleton<IHostedService>(provider => new EngineStart(
            name, () => SourceOf(provider, name), LoggerOf<EngineStart>(provider)));
        if (key is null) services.TryAddTransient(provider => SourceOf(provider, name).Engine);
        else services.TryAddKeyedTransient(key, (provider, _) => SourceOf(provider, name).Engine);
        return services;
    }

    /// <summary>Checks that the engine of a section redacts, and that it is as the configuration has it.</summary>
    /// <param name="builder">What <c>services.AddHealthChecks()</c> gives.</param>
    /// <param name="key">The key of the engine; null: the one without.</param>
    /// <param name="name">The name of the check.</param>
    public static IHealthChecksBuilder AddRedactionEngine(this IHealthChecksBuilder builder, string? key = null, string name = "redaction")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new(name, provider => new EngineHealth(() => SourceOf(provider, key ?? Options.DefaultName)), null, null));
    }

    private static ILogger<TOwner> LoggerOf<TOwner>(IServiceProvider provider) =>
        provider.GetService<ILogger<TOwner>>() ?? NullLogger<TOwner>.Instance;

    private static EngineSource SourceOf(IServiceProvider provider, string name) => provider.GetRequiredKeyedService<EngineSource>(name);
}
