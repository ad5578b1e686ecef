namespace Redaction;

/// <summary>How bytes are written in a text.</summary>
internal enum OpaqueForm
{
    /// <summary>Base64 (RFC 4648) with either alphabet, or hexadecimal.</summary>
    Base64,

    /// <summary>Escaped bytes of a URI (RFC 3986).</summary>
    Percent,

    /// <summary>Lines of <c>uuencode</c> (POSIX).</summary>
    Uuencode,

    /// <summary>ASCII85 between <c>&lt;~</c> and <c>~></c> (Adobe).</summary>
    Ascii85,
}
