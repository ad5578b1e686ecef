namespace Redaction.Text;

/// <summary>A redacted text, the plan that was carried out and the way back to the places of the original.</summary>
/// <param name="Text">The redacted text.</param>
/// <param name="Plan">What was decided.</param>
/// <param name="Edits">Which ranges were replaced by which, in UTF-16 code units; <see cref="TextEditMap.In"/> gives other units.</param>
public sealed record RedactedText(string Text, RedactionPlan<TextSpan> Plan, TextEditMap Edits)
{
    /// <summary>Lengths only, so that no text reaches a log.</summary>
    public override string ToString() => $"RedactedText({Text.Length} characters, {Edits.Edits.Length} edits)";
}
