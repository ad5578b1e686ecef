namespace Redaction.Serilog;

/// <summary>An exception as a log may have it: its text without what the policy takes out.</summary>
/// <param name="type">The full name of the original's type.</param>
/// <param name="message">The redacted message.</param>
/// <param name="text">The redacted text, with the stack trace and inner exceptions.</param>
internal sealed class RedactedException(string type, string message, string text) : Exception(message)
{
    /// <summary>The full name of the original's type.</summary>
    public string OriginalType { get; } = type;

    /// <inheritdoc/>
    public override string? StackTrace => null;

    /// <inheritdoc/>
    public override string ToString() => text;

    /// <summary>The redacted form of an exception; null for none.</summary>
    public static RedactedException? Of(Exception? exception, RedactionEngine engine, RedactionContext context) =>
        exception is null ? null : new(
            exception.GetType().FullName ?? nameof(Exception),
            engine.Text.Redact(exception.Message, context), engine.Text.Redact(exception.ToString(), context));
}
