namespace Redaction;

/// <summary>How far a name tells what its value is.</summary>
internal enum FieldKind
{
    /// <summary>The value, if it looks like one of its type at all, is a finding as a whole.</summary>
    Whole,

    /// <summary>As <see cref="Whole"/>, but the name alone may mean other things (<c>name</c>, <c>contact</c>):
    /// the value must look like a name.</summary>
    Likely,

    /// <summary>As <see cref="Likely"/>, and one word is enough (<c>patient</c>).</summary>
    Single,

    /// <summary>The value is one word, with or without digits (<c>username</c>).</summary>
    Word,

    /// <summary>The value holds a number or code of the type.</summary>
    Code,

    /// <summary>A word before a number that names it in running text; as the name of a field it tells nothing.</summary>
    Lead,

    /// <summary>The value is a number of some kind (<c>identifier</c>): what passes a check is believed.</summary>
    Checked,

    /// <summary>A time at which a system did something.</summary>
    Timestamp,

    /// <summary>A number or code that a system made.</summary>
    Technical,
}
