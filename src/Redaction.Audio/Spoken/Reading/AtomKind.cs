namespace Redaction.Audio;

/// <summary>What a spoken part of a value is.</summary>
internal enum AtomKind
{
    /// <summary>One digit, or one said with double or triple.</summary>
    Digit,
    /// <summary>10 to 99.</summary>
    Pair,
    /// <summary>With hundred or thousand.</summary>
    Scaled,
    /// <summary>Three digits or more, or letters and digits, already in writing.</summary>
    Literal,
    Letter,
    Symbol,
}
