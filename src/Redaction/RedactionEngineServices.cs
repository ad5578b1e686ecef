using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Redaction;

/// <summary>Registers redaction with a container.</summary>
public static class RedactionEngineServices
{
    /// <summary>Registers one <see cref="RedactionEngine"/>, made at its first use.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets policy, detectors and key.</param>
    public static IServiceCollection AddRedactionEngine(this IServiceCollection services, Action<RedactionEngineBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(_ =>
        {
            var builder = new RedactionEngineBuilder();
            configure?.Invoke(builder);
            return builder.Build();
        });
        return services;
    }
}
