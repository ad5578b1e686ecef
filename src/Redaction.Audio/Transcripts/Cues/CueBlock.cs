namespace Redaction.Audio;

/// <summary>Where in a WebVTT file a line stands.</summary>
internal enum CueBlock
{
    /// <summary>Between two blocks.</summary>
    None,

    /// <summary>Under the first line.</summary>
    Header,

    /// <summary>Rules for how cues look (STYLE, REGION).</summary>
    Style,

    /// <summary>A comment.</summary>
    Note,
}
