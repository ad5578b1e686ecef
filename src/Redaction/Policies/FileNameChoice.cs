namespace Redaction;

/// <summary>What happens to an item of which the name, or the name of a folder above it, holds what the policy takes out.</summary>
internal enum FileNameChoice
{
    /// <summary>A number stands for the name in outputs, manifests, logs and reports.</summary>
    Redact,

    /// <summary>The name stays.</summary>
    Keep,

    /// <summary>The item is refused (<see cref="ErrorCodes.PersonalName"/>).</summary>
    Refuse,
}
