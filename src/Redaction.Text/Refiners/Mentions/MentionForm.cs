namespace Redaction.Text;

/// <summary>How a mention must be written to count.</summary>
internal enum MentionForm
{
    /// <summary>Anyhow: the words say enough.</summary>
    Any,
    /// <summary>One word of a name: not an ordinary word, unless capitalised within a sentence.</summary>
    Single,
    /// <summary>As <see cref="Single"/>, of a word that was found by itself: not in capitals only,
    /// which would be an abbreviation or a constant.</summary>
    Lone,
    /// <summary>As <see cref="Single"/>, of a person whom the caller named: capitalised it counts wherever it stands.</summary>
    KnownSingle,
    /// <summary>Initials with dots: J.S.</summary>
    Initials,
    /// <summary>An initial, then the family name: J. Smith.</summary>
    InitialFirst,
    /// <summary>The family name, then an initial: Smith J.</summary>
    InitialLast,
    /// <summary>Capitals only.</summary>
    Capitals,
    /// <summary>A capitalised word.</summary>
    Capitalised,
    /// <summary>A word in small letters that is no part of a longer one, nor of an address.</summary>
    Account,
}
