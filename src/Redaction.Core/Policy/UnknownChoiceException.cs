namespace Redaction;

/// <summary>A name was given that names nothing there is: tells what was given, and what is closest to it.</summary>
public sealed class UnknownChoiceException : ArgumentException
{
    /// <summary>Describes the mistake.</summary>
    /// <param name="kind">What was to be named, such as <c>entity</c>.</param>
    /// <param name="given">What was given.</param>
    /// <param name="closest">The valid name that is closest; null when none is close.</param>
    /// <param name="message">The mistake for people, with what is valid.</param>
    public UnknownChoiceException(string kind, string given, string? closest, string message)
        : base(message) => (Kind, Given, Closest) = (kind, given, closest);

    /// <summary>What was to be named: <c>detector</c>, <c>entity</c>, <c>locale</c>, <c>field</c>, <c>data type</c>, <c>purpose</c> or
    /// <c>role</c>.</summary>
    public string Kind { get; }

    /// <summary>What was given.</summary>
    public string Given { get; }

    /// <summary>The valid name that is closest; null when none is close.</summary>
    public string? Closest { get; }
}
