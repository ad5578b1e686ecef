using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Redaction.Extensions.AspNetCore;

/// <summary>Redaction as a part of a web application.</summary>
public static class RedactionHttp
{
    /// <summary>Answers a <see cref="RedactionException"/> with problem details (RFC 9457) in place of "500": a status by its code, and the
    /// code and the advice in the body. Nothing of the request's content stands there.</summary>
    /// <param name="services">The container's services; the application needs <c>app.UseExceptionHandler()</c> too.</param>
    public static IServiceCollection AddRedactionProblems(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddProblemDetails();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IExceptionHandler, FailureProblems>());
        return services;
    }

    /// <summary>Maps an endpoint that answers a file with the same file, redacted.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="key">Null, or the key of an engine among several.</param>
    /// <returns>For what every endpoint can have, such as authorisation and limits of its rate.</returns>
    /// <remarks>
    /// The body is the file, and <c>Content-Type</c> says what it is; or it is a form (<c>multipart/form-data</c>) with one file. Every
    /// kind is read that <see cref="FileRedactor"/> reads from a stream. Nothing is written before all of the file was worked through, so
    /// that a failure is an answer of its own, and the name of an uploaded file, which may be a person's, is not given back.
    /// </remarks>
    public static IEndpointConventionBuilder MapRedaction(this IEndpointRouteBuilder endpoints, string pattern, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        return endpoints.MapPost(pattern, (HttpContext context) => UploadedFile.AnswerAsync(context, Engine(context, key)))
            .WithDisplayName($"redaction {pattern}");
    }

    private static RedactionEngine Engine(HttpContext context, string? key) => key is null
        ? context.RequestServices.GetRequiredService<RedactionEngine>()
        : context.RequestServices.GetRequiredKeyedService<RedactionEngine>(key);
}
