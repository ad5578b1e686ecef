namespace Redaction.Image;

/// <summary>What of the text written in images is reported.</summary>
public enum WrittenTextMode
{
    /// <summary>What the text detectors find in it: addresses, numbers, names.</summary>
    Identifiers,

    /// <summary>Every line.</summary>
    All,

    /// <summary>Nothing: images are not read.</summary>
    Off,
}
