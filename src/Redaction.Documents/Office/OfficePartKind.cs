namespace Redaction.Documents.Office;

/// <summary>What is done with a part of a package.</summary>
internal enum OfficePartKind
{
    /// <summary>Nobody knows what it is.</summary>
    Unknown,
    /// <summary>The media types of all parts.</summary>
    Types,
    /// <summary>What belongs to what.</summary>
    Relationships,
    /// <summary>XML with texts.</summary>
    Text,
    /// <summary>A sheet of cells.</summary>
    Sheet,
    /// <summary>The texts of cells.</summary>
    Strings,
    /// <summary>A picture.</summary>
    Picture,
    /// <summary>A file of its own: a document, sound, a video.</summary>
    File,
    /// <summary>It never leaves: thumbnails, macros, printer settings, fonts, signatures.</summary>
    Dropped,
}
