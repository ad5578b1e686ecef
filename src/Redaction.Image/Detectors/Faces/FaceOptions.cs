namespace Redaction.Image;

/// <summary>How closely the face detector looks.</summary>
internal sealed record FaceOptions
{
    /// <summary>Looks for faces of about 12 pixels and more.</summary>
    public static FaceOptions Default { get; } = new();

    /// <summary>The smallest of the overlapping tiles, in pixels: 320 finds the smallest faces, 512 takes half the time,
    /// 1024 suits large photographs of few persons.</summary>
    /// <value>320.</value>
    public int SmallestTile { get; init; } = 320;

    /// <summary>Fast runs a net of ours, on images of more than 1,280 pixels a little coarser than they are, and, for near faces,
    /// BlazeFace; accurate runs BlazeFace at all sizes and a third, larger model beside them.</summary>
    /// <value>Fast.</value>
    public DetectionQuality Quality { get; init; } = DetectionQuality.Fast;
}
