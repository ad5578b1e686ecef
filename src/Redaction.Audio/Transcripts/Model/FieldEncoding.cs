namespace Redaction.Audio;

/// <summary>How the characters of a field are written in the file.</summary>
internal enum FieldEncoding
{
    /// <summary>UTF-8 as it is.</summary>
    Plain,
    /// <summary>Between the quotes of a JSON string (RFC 8259).</summary>
    Json,
    /// <summary>WebVTT cue text: <c>&amp;lt;</c>, <c>&amp;gt;</c>, <c>&amp;amp;</c>, <c>&amp;nbsp;</c>, <c>&amp;lrm;</c>, <c>&amp;rlm;</c>.</summary>
    Cue,
}
