namespace Redaction.Documents.Office;

/// <summary>What a token of XML is.</summary>
internal enum OfficeXmlKind
{
    /// <summary>It goes on behind what was read.</summary>
    Incomplete,
    /// <summary>A start tag, or one that closes itself.</summary>
    Start,
    /// <summary>An end tag.</summary>
    End,
    /// <summary>Characters and references.</summary>
    Text,
    /// <summary>A CDATA section.</summary>
    Literal,
    /// <summary>A comment.</summary>
    Comment,
    /// <summary>A processing instruction or the declaration.</summary>
    Instruction,
}
