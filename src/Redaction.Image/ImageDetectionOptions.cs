namespace Redaction.Image;

/// <summary>How closely images are looked at.</summary>
public sealed record ImageDetectionOptions
{
    /// <summary>Balanced; identifiers in written text.</summary>
    public static ImageDetectionOptions Default { get; } = new();

    /// <summary>Speed against finding more.</summary>
    /// <value>Balanced.</value>
    public DetectionQuality Quality { get; init; } = DetectionQuality.Balanced;

    /// <summary>What of the written text is reported.</summary>
    /// <value>Identifiers.</value>
    public WrittenTextMode WrittenText { get; init; } = WrittenTextMode.Identifiers;

    /// <summary>Whether lines that read like the number of a vehicle are reported as plates.</summary>
    /// <value>True.</value>
    public bool WrittenPlates { get; init; } = true;
}
