namespace Redaction.Documents.Dicom;

/// <summary>Which options of the Basic Profile (PS3.15 section E.3) hold.</summary>
internal sealed record DicomSettings
{
    /// <summary>The Basic Profile with cleaned descriptors, structured content, graphics and pixels, and moved dates.</summary>
    public static DicomSettings Default { get; } = new();

    /// <summary>Unique identifiers stay (E.3.9).</summary>
    public bool RetainUids { get; init; }

    /// <summary>What identifies the device stays (E.3.8).</summary>
    public bool RetainDevice { get; init; }

    /// <summary>What identifies the institution stays (E.3.12).</summary>
    public bool RetainInstitution { get; init; }

    /// <summary>Age, sex, size, weight and the like stay (E.3.7).</summary>
    public bool RetainCharacteristics { get; init; }

    /// <summary>Private attributes that are known to be safe stay (E.3.10).</summary>
    public bool RetainSafePrivate { get; init; } = true;

    /// <summary>Dates and times (E.3.6).</summary>
    public DicomDates Dates { get; init; }

    /// <summary>Descriptions and comments stay without what the detectors find (E.3.5), instead of going.</summary>
    public bool CleanDescriptors { get; init; } = true;

    /// <summary>Reports and other structured content likewise (E.3.4).</summary>
    public bool CleanStructuredContent { get; init; } = true;

    /// <summary>Overlays and annotations likewise (E.3.3).</summary>
    public bool CleanGraphics { get; init; } = true;

    /// <summary>Pixels are searched for written text, which is taken out (E.3.1).</summary>
    public bool CleanPixels { get; init; } = true;

    /// <summary>Whether the option of a column of the action table holds.</summary>
    public bool Has(string option) => option switch
    {
        "rtnUIDsOpt" => RetainUids,
        "rtnDevIdOpt" => RetainDevice,
        "rtnInstIdOpt" => RetainInstitution,
        "rtnPatCharsOpt" => RetainCharacteristics,
        "rtnLongFullDatesOpt" => Dates == DicomDates.Keep,
        "rtnLongModifDatesOpt" => Dates == DicomDates.Shift,
        "cleanDescOpt" => CleanDescriptors,
        "cleanStructContOpt" => CleanStructuredContent,
        "cleanGraphOpt" => CleanGraphics,
        "rtnSafePrivOpt" => RetainSafePrivate,
        _ => throw new ArgumentOutOfRangeException(nameof(option)),
    };
}
