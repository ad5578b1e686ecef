namespace Redaction.Audio;

/// <summary>What a member of a timed entry is, as its name says.</summary>
internal enum TimedName
{
    /// <summary>Its name says nothing.</summary>
    None,

    /// <summary>When it begins.</summary>
    Start,

    /// <summary>When it ends.</summary>
    End,

    /// <summary>How long it lasts.</summary>
    Length,

    /// <summary>What is said.</summary>
    Text,

    /// <summary>Perhaps what is said.</summary>
    Content,

    /// <summary>Who says it.</summary>
    Speaker,

    /// <summary>Something that is neither said nor a time.</summary>
    Other,
}
