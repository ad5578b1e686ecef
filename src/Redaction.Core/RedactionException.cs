namespace Redaction;

/// <summary>A failure after which nothing of the item was released. Carries codes and ids,
/// never content and never an inner exception.</summary>
public sealed class RedactionException : Exception
{
    /// <summary>Describes a failure.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>, or a code of the caller's own.</param>
    /// <param name="component">Id of the detector, operator, format or codec that failed.</param>
    /// <param name="advice">What a person can do about it; must not hold content of the input.</param>
    /// <param name="cause">Type of the original exception.</param>
    public RedactionException(string code, string component, string? advice = null, Type? cause = null)
        : base($"{component}: {code}{(cause is null ? "" : $" ({cause.Name})")}; nothing was released."
            + $"{(advice is null ? "" : " " + advice)}")
    {
        Code = code;
        Component = component;
        Advice = advice;
        CauseType = cause;
    }

    /// <summary>Stable lower-case code, such as <c>truncated</c>.</summary>
    public string Code { get; }

    /// <summary>Id of the detector, operator, format or codec that failed.</summary>
    public string Component { get; }

    /// <summary>What a person can do about it.</summary>
    public string? Advice { get; }

    /// <summary>Type of the original exception.</summary>
    public Type? CauseType { get; }
}
