using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Redaction.Extensions.Hosting;

/// <summary>Healthy where texts can be redacted; degraded where the last change of the configuration was not taken.</summary>
internal sealed class EngineHealth(Func<EngineSource> source) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check(cancellationToken));

    private HealthCheckResult Check(CancellationToken cancellation)
    {
        try
        {
            var engine = source().Engine;
            engine.Text.Plan("Is anybody there?", cancellationToken: cancellation);
            var data = new Dictionary<string, object> { ["policy"] = engine.Policy.Policy.Id, ["sha256"] = engine.Policy.Sha256 };
            return source().Mistakes == 0
                ? HealthCheckResult.Healthy("Texts are redacted.", data)
                : HealthCheckResult.Degraded("The last change of the configuration was not taken; the log says why.", data: data);
        }
        catch (Exception e) when (e is RedactionException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            return HealthCheckResult.Unhealthy($"Texts cannot be redacted ({e.GetType().Name}).");
        }
    }
}
