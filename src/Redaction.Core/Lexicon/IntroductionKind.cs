namespace Redaction;

/// <summary>How words introduce a name.</summary>
internal enum IntroductionKind
{
    /// <summary>A title stands before the name: <c>Mr</c>.</summary>
    Title,
    /// <summary>A person says a name: <c>my name is</c>.</summary>
    Name,
    /// <summary>Somebody or something has the name: <c>name is</c>; the word before tells which, as
    /// <see cref="Introduction.Owner"/>.</summary>
    Named,
    /// <summary>A person in a conversation: <c>this is</c>.</summary>
    Call,
    /// <summary>A letter greets: <c>dear</c>.</summary>
    Greeting,
    /// <summary>A letter ends, and its writer signs: <c>regards,</c>.</summary>
    Closing,
    /// <summary>What somebody is: <c>patient</c>.</summary>
    Role,
    /// <summary>What somebody is, and that the name follows: <c>patient named</c>.</summary>
    NamedRole,
    /// <summary>A legal record: <c>deposition of</c>.</summary>
    Heading,
    /// <summary>A person or a thing: <c>results for</c>.</summary>
    Work,
}
