namespace Redaction.Text;

/// <summary>How far a field's name tells what its value is.</summary>
internal enum FieldKind
{
    /// <summary>The value, if it looks like one of its type at all, is a finding as a whole.</summary>
    Whole,
    /// <summary>As <see cref="Whole"/>, but the name alone may mean other things (<c>name</c>, <c>contact</c>):
    /// the value must look like a name.</summary>
    Likely,
    /// <summary>The value holds a number or code of the type.</summary>
    Code,
    /// <summary>A time at which a system did something.</summary>
    Timestamp,
    /// <summary>A number or code that a system made.</summary>
    Technical,
}
