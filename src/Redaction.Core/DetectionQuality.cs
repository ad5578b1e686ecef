namespace Redaction;

/// <summary>How much time detectors with models take.</summary>
public enum DetectionQuality
{
    /// <summary>The small model of names; one model a thing, once over an image.</summary>
    Fast,

    /// <summary>The larger model of names; more models and views of an image. Slower by several times, finds more.</summary>
    Accurate,
}
