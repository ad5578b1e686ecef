namespace Redaction.Audio;

/// <summary>What a part of an XML document is.</summary>
internal enum XmlPartKind
{
    /// <summary>Start of an element; its attributes follow.</summary>
    Start,
    /// <summary>End of an element.</summary>
    End,
    /// <summary>An attribute of the element that has just started.</summary>
    Attribute,
    /// <summary>Character data.</summary>
    Text,
    /// <summary>A comment or an instruction to a program.</summary>
    Aside,
}

/// <summary>A part of an XML document at its place in the bytes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Local name of the element or attribute.</param>
/// <param name="Start">First byte of the content: the value of an attribute, the characters of a text.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Encoding">How the characters are written.</param>
internal readonly record struct XmlPart(XmlPartKind Kind, string Name, int Start, int Length, FieldEncoding Encoding)
{
    /// <summary>True for the parts that hold text of their own.</summary>
    public bool HasText => Kind is XmlPartKind.Attribute or XmlPartKind.Text or XmlPartKind.Aside;

    public override string ToString() => $"XmlPart({Kind}, {Length})";
}
