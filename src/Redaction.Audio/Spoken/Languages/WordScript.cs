namespace Redaction.Audio;

/// <summary>A script, or a mixture of scripts, that tells languages apart.</summary>
internal enum WordScript
{
    Latin,
    Cyrillic,
    Devanagari,
    Arabic,
    /// <summary>Chinese characters without kana.</summary>
    Han,
    /// <summary>Kana, with Chinese characters or without.</summary>
    Kana,
}
