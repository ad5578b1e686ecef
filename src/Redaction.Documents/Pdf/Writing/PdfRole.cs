namespace Redaction.Documents.Pdf;

/// <summary>What something is, by the key that leads to it.</summary>
internal enum PdfRole
{
    /// <summary>Nothing special.</summary>
    Any,

    /// <summary>Operators that show something.</summary>
    Content,

    /// <summary>What the standard defines and no reader shows: fonts, their tables, colour profiles, functions.</summary>
    Structure,

    /// <summary>XMP.</summary>
    Metadata,

    /// <summary>A program or a text.</summary>
    Script,

    /// <summary>An attached file.</summary>
    Attachment,
}
