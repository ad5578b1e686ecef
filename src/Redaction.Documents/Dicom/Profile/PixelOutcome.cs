namespace Redaction.Documents.Dicom;

/// <summary>What is known of the pixels of a file.</summary>
internal enum PixelOutcome
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Every frame was searched, and what was found taken out.</summary>
    Searched,

    /// <summary>They were erased.</summary>
    Erased,

    /// <summary>Some stayed without a search.</summary>
    Unsearched,
}
