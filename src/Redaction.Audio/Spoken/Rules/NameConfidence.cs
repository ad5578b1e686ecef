namespace Redaction.Audio;

/// <summary>How much the words before a place say that a name follows.</summary>
internal enum NameConfidence
{
    /// <summary>A well-known name only.</summary>
    Weak,
    /// <summary>A well-known name, or a word that no dictionary holds.</summary>
    Likely,
    /// <summary>Any word that is no everyday word.</summary>
    Sure,
}
