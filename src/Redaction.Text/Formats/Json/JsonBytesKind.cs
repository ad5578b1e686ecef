namespace Redaction.Text;

/// <summary>What a list of small numbers is.</summary>
internal enum JsonBytesKind
{
    /// <summary>Numbers.</summary>
    None,

    /// <summary>That shows only with more of the document.</summary>
    Incomplete,

    /// <summary>Characters of a text.</summary>
    Text,

    /// <summary>A file that is no text.</summary>
    Opaque,
}
