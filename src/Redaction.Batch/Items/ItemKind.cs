namespace Redaction.Batch;

/// <summary>How a file is worked through.</summary>
public enum ItemKind
{
    /// <summary>It cannot be: no format reads it.</summary>
    Unknown,
    /// <summary>A text document.</summary>
    Text,
    /// <summary>A transcript without its audio.</summary>
    Transcript,
    /// <summary>Audio with its transcript.</summary>
    Call,
    /// <summary>An image.</summary>
    Image,
    /// <summary>A video.</summary>
    Video,
}
