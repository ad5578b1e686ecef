using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Redaction.Extensions.AspNetCore;

/// <summary>Failures as problem details.</summary>
internal sealed class FailureProblems : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RedactionException failure || httpContext.Response.HasStarted) return false;
        await WriteAsync(httpContext, failure);
        return true;
    }

    /// <summary>The answer to a request that failed so.</summary>
    public static async Task WriteAsync(HttpContext context, RedactionException failure)
    {
        context.Response.Clear();
        var problem = new ProblemDetails
        {
            Status = StatusOf(failure.Code),
            Title = "The content could not be redacted; nothing of it was released.",
            Detail = failure.Advice,
            Extensions = { ["code"] = failure.Code, ["component"] = failure.Component },
        };
        context.Response.StatusCode = problem.Status.Value;
        var service = context.RequestServices.GetService<IProblemDetailsService>();
        if (service is not null && await service.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem })) return;
        await Results.Problem(problem).ExecuteAsync(context);
    }

    /// <summary>Who can mend it: the one who sent it (4xx), or the one who runs the application (5xx).</summary>
    private static int StatusOf(string code) => code switch
    {
        ErrorCodes.UnsupportedFormat => StatusCodes.Status415UnsupportedMediaType,
        ErrorCodes.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorCodes.NotGranted or ErrorCodes.OnHold => StatusCodes.Status403Forbidden,
        ErrorCodes.ComponentFailed or ErrorCodes.Integrity or ErrorCodes.Unwritable or ErrorCodes.NoKey or ErrorCodes.ProgramFailed =>
            StatusCodes.Status500InternalServerError,
        ErrorCodes.MissingDependency => StatusCodes.Status501NotImplemented,
        ErrorCodes.DiskFull => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
