using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Redaction;

/// <summary>Registers redaction with a container.</summary>
public static class RedactionServices
{
    /// <summary>Registers one <see cref="Redactor"/>, made at its first use.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets policy, detectors and key.</param>
    public static IServiceCollection AddRedaction(this IServiceCollection services, Action<RedactionBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(_ =>
        {
            var builder = new RedactionBuilder();
            configure?.Invoke(builder);
            return builder.Build();
        });
        return services;
    }
}
