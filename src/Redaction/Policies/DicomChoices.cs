using Redaction.Documents.Dicom;

namespace Redaction;

/// <summary>What a policy says about DICOM files. What it does not say is null.</summary>
internal sealed record DicomChoices
{
    /// <summary>A policy that says nothing.</summary>
    public static DicomChoices None { get; } = new();

    public bool? RetainUids { get; init; }

    public bool? RetainDevice { get; init; }

    public bool? RetainInstitution { get; init; }

    public bool? RetainCharacteristics { get; init; }

    public bool? RetainSafePrivate { get; init; }

    public DicomDates? Dates { get; init; }

    public bool? CleanDescriptors { get; init; }

    public bool? CleanStructuredContent { get; init; }

    public bool? CleanGraphics { get; init; }

    public bool? CleanPixels { get; init; }

    /// <summary>The settings of a run under this policy.</summary>
    public DicomSettings Options
    {
        get
        {
            var basis = DicomSettings.Default;
            return new()
            {
                RetainUids = RetainUids ?? basis.RetainUids,
                RetainDevice = RetainDevice ?? basis.RetainDevice,
                RetainInstitution = RetainInstitution ?? basis.RetainInstitution,
                RetainCharacteristics = RetainCharacteristics ?? basis.RetainCharacteristics,
                RetainSafePrivate = RetainSafePrivate ?? basis.RetainSafePrivate,
                Dates = Dates ?? basis.Dates,
                CleanDescriptors = CleanDescriptors ?? basis.CleanDescriptors,
                CleanStructuredContent = CleanStructuredContent ?? basis.CleanStructuredContent,
                CleanGraphics = CleanGraphics ?? basis.CleanGraphics,
                CleanPixels = CleanPixels ?? basis.CleanPixels,
            };
        }
    }

    /// <summary>These choices, and those of <paramref name="basis"/> where these say nothing.</summary>
    public DicomChoices Over(DicomChoices basis) => new()
    {
        RetainUids = RetainUids ?? basis.RetainUids,
        RetainDevice = RetainDevice ?? basis.RetainDevice,
        RetainInstitution = RetainInstitution ?? basis.RetainInstitution,
        RetainCharacteristics = RetainCharacteristics ?? basis.RetainCharacteristics,
        RetainSafePrivate = RetainSafePrivate ?? basis.RetainSafePrivate,
        Dates = Dates ?? basis.Dates,
        CleanDescriptors = CleanDescriptors ?? basis.CleanDescriptors,
        CleanStructuredContent = CleanStructuredContent ?? basis.CleanStructuredContent,
        CleanGraphics = CleanGraphics ?? basis.CleanGraphics,
        CleanPixels = CleanPixels ?? basis.CleanPixels,
    };
}
