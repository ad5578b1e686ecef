using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Redaction;

/// <summary>Registers redaction with a container.</summary>
public static class RedactionEngineServices
{
    /// <summary>Registers one <see cref="RedactionEngine"/>, made at its first use.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets policy, detectors and key.</param>
    public static IServiceCollection AddRedactionEngine(
        this IServiceCollection services, Action<RedactionEngineBuilder>? configure = null) =>
        services.AddRedactionEngine((_, builder) => configure?.Invoke(builder));

    /// <summary>Registers one <see cref="RedactionEngine"/>, made at its first use.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets policy, detectors and key, with what the container has, such as a key from a vault.</param>
    public static IServiceCollection AddRedactionEngine(
        this IServiceCollection services, Action<IServiceProvider, RedactionEngineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider => Build(provider, configure));
        return services;
    }

    /// <summary>Registers a <see cref="RedactionEngine"/> under a key, for applications with several policies.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="key">What consumers ask for: <c>[FromKeyedServices("research")] RedactionEngine engine</c>.</param>
    /// <param name="configure">Sets policy, detectors and key, with what the container has.</param>
    public static IServiceCollection AddKeyedRedactionEngine(
        this IServiceCollection services, object key, Action<IServiceProvider, RedactionEngineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddKeyedSingleton(key, (provider, _) => Build(provider, configure));
        return services;
    }

    private static RedactionEngine Build(IServiceProvider provider, Action<IServiceProvider, RedactionEngineBuilder> configure)
    {
        var builder = new RedactionEngineBuilder();
        configure(provider, builder);
        return builder.Build();
    }
}
