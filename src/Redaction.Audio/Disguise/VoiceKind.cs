namespace Redaction.Audio;

/// <summary>How voices are changed.</summary>
internal enum VoiceKind
{
    /// <summary>By the coefficient of McAdams.</summary>
    Disguise,

    /// <summary>As by a longer or shorter vocal tract; the pitch stays.</summary>
    Formant,

    /// <summary>Higher or lower; the formants stay.</summary>
    Pitch,
}
