namespace Redaction.Documents.Dicom;

/// <summary>A file of PS3.10, read in full.</summary>
internal sealed class DicomFile
{
    /// <summary>The file.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>What the offsets of <see cref="Dataset"/> point into: the file, or what it holds deflated.</summary>
    public required byte[] Source { get; init; }

    /// <summary>Bytes before the meta information: preamble and prefix.</summary>
    public required int HeadLength { get; init; }

    /// <summary>The meta information; null where the file has none.</summary>
    public required DicomDataset? Meta { get; init; }

    /// <summary>Where the data set begins in the file.</summary>
    public required int BodyStart { get; init; }

    public required DicomDataset Dataset { get; init; }

    /// <summary>The encoding of the data set.</summary>
    public required DicomSyntax Syntax { get; set; }

    /// <summary>True for the directory of a medium.</summary>
    public bool IsDirectory => Dataset.Find(0x00041220) is not null;
}
