namespace Redaction.Text;

/// <summary>What a sequence of words stands for.</summary>
/// <param name="Type">The type of the finding that it gives.</param>
/// <param name="Score">The score of the finding.</param>
/// <param name="Form">How it must be written.</param>
internal readonly record struct Mention(EntityType Type, float Score, MentionForm Form = MentionForm.Any);
