namespace Redaction.Audio;

/// <summary>How much the neighbours of a part must speak for it.</summary>
internal enum AtomDoubt
{
    /// <summary>It is never anything else.</summary>
    None,
    /// <summary>A word for zero that is also an interjection or a letter.</summary>
    Oh,
    /// <summary>An everyday word that sounds like a digit.</summary>
    Homophone,
    /// <summary>A word of a spelling alphabet, or a letter's name.</summary>
    Name,
    /// <summary>A letter that is also a word, such as <c>a</c>.</summary>
    Article,
    /// <summary>An everyday word that sounds like a letter.</summary>
    LetterWord,
}
