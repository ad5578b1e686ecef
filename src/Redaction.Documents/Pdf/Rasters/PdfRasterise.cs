namespace Redaction.Documents.Pdf;

/// <summary>Which files are written as pictures of their pages.</summary>
internal enum PdfRasterise
{
    /// <summary>None.</summary>
    Never,

    /// <summary>Those in which a font says of three or more glyphs of a page not what they read.</summary>
    Unreadable,

    /// <summary>All.</summary>
    Always,
}
