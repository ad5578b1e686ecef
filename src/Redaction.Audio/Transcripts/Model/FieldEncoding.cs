namespace Redaction.Audio;

/// <summary>How the characters of a field are written in the file.</summary>
internal enum FieldEncoding
{
    /// <summary>UTF-8 as it is, on one line.</summary>
    Plain,
    /// <summary>Between the quotes of a JSON string (RFC 8259).</summary>
    Json,
    /// <summary>WebVTT cue text: <c>&amp;lt;</c>, <c>&amp;gt;</c>, <c>&amp;amp;</c>, <c>&amp;nbsp;</c>,
    /// <c>&amp;lrm;</c>, <c>&amp;rlm;</c>.</summary>
    Cue,
    /// <summary>Character data or an attribute value of XML 1.0.</summary>
    Xml,
    /// <summary>Between the quotes of a Praat text: a quote is written twice.</summary>
    Quoted,
    /// <summary>A part of a line that is cut at spaces: a replacement keeps to one word.</summary>
    Column,
    /// <summary>A cell of a table without quotes: a replacement holds no delimiter.</summary>
    Cell,
}
