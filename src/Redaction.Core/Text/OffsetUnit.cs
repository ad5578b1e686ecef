namespace Redaction;

/// <summary>What offsets into a text count.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units, as .NET, Java and JavaScript count.</summary>
    Utf16,

    /// <summary>Unicode code points, as Python counts.</summary>
    CodePoint,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,
}
