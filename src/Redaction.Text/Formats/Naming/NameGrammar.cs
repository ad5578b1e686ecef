namespace Redaction.Text;

/// <summary>What a name may look like.</summary>
internal enum NameGrammar
{
    /// <summary>Any text: a key of JSON, a column.</summary>
    Free,

    /// <summary>Letters, digits, hyphen, underscore and dot, a letter first: an element, a header field, a boundary.</summary>
    Identifier,
}
