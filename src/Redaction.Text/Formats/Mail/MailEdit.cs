namespace Redaction.Text;

/// <summary>A piece of a field's value and what stands there instead.</summary>
/// <param name="Place">Where in the value.</param>
/// <param name="Text">The new text.</param>
internal readonly record struct MailEdit(TextSpan Place, string Text);
