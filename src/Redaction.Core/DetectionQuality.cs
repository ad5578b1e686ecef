namespace Redaction;

/// <summary>How much time detectors with models take. A detector with two models takes the cheaper one for
/// <see cref="Balanced"/>.</summary>
public enum DetectionQuality
{
    /// <summary>The small models, once over an image: for previews and video.</summary>
    Fast,

    /// <summary>The small model of names; images at the size that suits them.</summary>
    Balanced,

    /// <summary>The larger model of names; several sizes of an image. Slower by several times, finds more.</summary>
    Accurate,
}
