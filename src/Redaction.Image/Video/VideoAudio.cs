namespace Redaction.Image;

/// <summary>What happens to the sound of a video.</summary>
public enum VideoAudio
{
    /// <summary>It is left out: voices are personal data, and nothing listens to them here.</summary>
    Drop,

    /// <summary>It is copied as it is, unredacted.</summary>
    Keep,

    /// <summary>What the caller makes of it takes its place, see <see cref="VideoSound"/>;
    /// a video whose sound cannot be redacted fails.</summary>
    Redact,
}
