namespace Redaction.Image;

/// <summary>How closely the face detector looks.</summary>
public sealed record FaceOptions
{
    /// <summary>Looks for faces of about 20 pixels and more.</summary>
    public static FaceOptions Default { get; } = new();

    /// <summary>The smallest of the overlapping tiles, in pixels: 320 finds the smallest faces, 512 takes half the time,
    /// 1024 suits large photographs of few persons.</summary>
    /// <value>320.</value>
    public int SmallestTile { get; init; } = 320;

    /// <summary>Fast runs BlazeFace; accurate runs a second, larger model beside it.</summary>
    /// <value>Fast.</value>
    public DetectionQuality Quality { get; init; } = DetectionQuality.Fast;
}
