namespace Redaction;

/// <summary>Describes an option that a policy may set on an operator.</summary>
/// <param name="Name">camelCase name.</param>
/// <param name="Kind">What a value looks like: <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>character</c>, <c>text</c>,
/// <c>path</c> (from the policy file's folder), or choices as <c>a|b</c>.</param>
/// <param name="Default">The value taken when the policy does not set it.</param>
/// <param name="Description">One sentence for help texts.</param>
public sealed record OperatorOption(string Name, string Kind, string Default, string Description);
