namespace Redaction.Batch;

/// <summary>How findings are written.</summary>
public sealed record ScanOptions
{
    /// <summary>Writes the found text beside each finding. It is personal data: mind where it goes.</summary>
    /// <value>False.</value>
    public bool ShowValues { get; init; }

    /// <summary>What <c>start</c> and <c>end</c> count.</summary>
    /// <value><see cref="OffsetUnit.Utf16"/>.</value>
    public OffsetUnit Offsets { get; init; }

    /// <summary>Writes beside each finding in text why it was found and which rule of the policy takes it.</summary>
    /// <value>False.</value>
    public bool Explain { get; init; }

    /// <summary>Whose names of entities are written: null for the library's own, else one of <see cref="EntityTaxonomy.Names"/>.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>The annotators' format in which findings in images are written instead of JSON lines: <c>coco</c>, <c>yolo</c>, <c>cvat</c>
    /// or <c>label-studio</c>. Findings in other files are left out.</summary>
    /// <value>Null: JSON lines.</value>
    public string? Format { get; init; }

    /// <summary>The folder for the labels of <c>yolo</c>, which are a file an image.</summary>
    public string? Folder { get; init; }
}
