using Redaction.Documents.Pdf;

namespace Redaction;

/// <summary>What a policy says about PDF files. What it does not say is null.</summary>
internal sealed record PdfChoices
{
    /// <summary>A policy that says nothing.</summary>
    public static PdfChoices None { get; } = new();

    public PdfRasterise? Rasterise { get; init; }

    public int? Resolution { get; init; }

    /// <summary>The settings of a run under this policy.</summary>
    public PdfSettings Options => new()
    {
        Rasterise = Rasterise ?? PdfSettings.Default.Rasterise,
        Resolution = Resolution ?? PdfSettings.Default.Resolution,
    };

    /// <summary>These choices, and those of <paramref name="basis"/> where these say nothing.</summary>
    public PdfChoices Over(PdfChoices basis) => new()
    {
        Rasterise = Rasterise ?? basis.Rasterise,
        Resolution = Resolution ?? basis.Resolution,
    };
}
