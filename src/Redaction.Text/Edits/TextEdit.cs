namespace Redaction.Text;

/// <summary>One replacement: where the value was and where what replaces it is. It holds no content.</summary>
/// <param name="Original">The value's place in the original text.</param>
/// <param name="Redacted">The place in the redacted text of what was written for it; empty where it was erased.</param>
/// <param name="Type">What the value is.</param>
/// <param name="Rule">Index of the policy rule that decided.</param>
/// <param name="Operator">Id of the operator that wrote.</param>
public readonly record struct TextEdit(TextSpan Original, TextSpan Redacted, EntityType Type, int Rule, string Operator);
