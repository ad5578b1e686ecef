namespace Redaction;

/// <summary>Gives whatever stopped the work on a file its code; nothing else of it is kept.</summary>
internal static class FileFailure
{
    /// <param name="exception">What was thrown; no cancellation.</param>
    /// <param name="component">Who worked.</param>
    public static RedactionException Of(Exception exception, string component) => exception switch
    {
        RedactionException failure => failure,
        IOException or UnauthorizedAccessException => IoFailure.OnRead(exception),
        _ => new RedactionException(ErrorCodes.ComponentFailed, component, cause: exception.GetType()),
    };
}
