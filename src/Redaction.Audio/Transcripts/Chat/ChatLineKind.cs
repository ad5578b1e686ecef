namespace Redaction.Audio;

/// <summary>What a line of a CHAT file is.</summary>
internal enum ChatLineKind
{
    /// <summary><c>@</c>: about the transcript and the speakers.</summary>
    Header,
    /// <summary><c>*</c>: what somebody said.</summary>
    Utterance,
    /// <summary><c>%</c>: about the utterance before it.</summary>
    Tier,
}
