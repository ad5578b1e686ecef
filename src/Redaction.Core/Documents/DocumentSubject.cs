namespace Redaction;

/// <summary>The person whom the record is about that is being worked on, kept in the <see cref="DocumentMemory"/> of its
/// document.</summary>
internal sealed class DocumentSubject
{
    /// <summary>What tells the person from others, such as the id of a patient; null where nobody knows.</summary>
    public string? Id { get; set; }
}
