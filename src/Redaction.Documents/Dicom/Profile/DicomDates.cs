namespace Redaction.Documents.Dicom;

/// <summary>What happens to dates and times.</summary>
internal enum DicomDates
{
    /// <summary>They are moved by a secret number of days, the same for all of a patient: intervals stay.</summary>
    Shift,

    /// <summary>They go, as the Basic Profile says.</summary>
    Remove,

    /// <summary>They stay.</summary>
    Keep,
}
