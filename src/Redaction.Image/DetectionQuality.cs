namespace Redaction.Image;

/// <summary>How much time image detectors take.</summary>
public enum DetectionQuality
{
    /// <summary>One model a thing, once over the image.</summary>
    Fast,

    /// <summary>More models and views: slower by several times, finds more.</summary>
    Accurate,
}
