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
}
