namespace Redaction.Text;

/// <summary>Kinds of stretches of markup.</summary>
internal enum MarkupTokenKind
{
    /// <summary>Text that is shown.</summary>
    Text,

    /// <summary>A tag that does not interrupt a line of text.</summary>
    InlineTag,

    /// <summary>A tag that begins a new line, or one whose nature is not known.</summary>
    BlockTag,

    /// <summary>Text apart from the flow: a comment, a script, a declaration.</summary>
    Aside,

    /// <summary>Something that the window cuts off.</summary>
    Incomplete,
}
