using System.Collections.Immutable;
using Redaction.Audio;

namespace Redaction;

/// <summary>What a policy says about calls besides its rules. What it does not say is null.</summary>
internal sealed record CallSettings
{
    /// <summary>The most minutes that a transcriber may be given: a week.</summary>
    public const double MostMinutes = 7 * 24 * 60;

    /// <summary>A policy that says nothing.</summary>
    public static CallSettings None { get; } = new();

    /// <summary>The voice that is no other one.</summary>
    public const string KeptVoice = "keep";

    /// <summary>Whether speakers get other voices, and which; see <see cref="VoiceDisguise"/> for what that is worth.</summary>
    public string? Voice { get; init; }

    /// <summary>On which channel a speaker is recorded; what others say is masked on all channels.</summary>
    public ImmutableArray<SpeakerChannel>? Channels { get; init; }

    /// <summary>A recording without a transcript is released with all speech silenced.</summary>
    /// <value>Null: such a recording is refused.</value>
    public bool? SilencesWithoutTranscript { get; init; }

    /// <summary>The command of a program that makes the transcript of a recording that has none.</summary>
    public string? Transcriber { get; init; }

    /// <summary>The command of a program that listens to redacted recordings.</summary>
    public string? Listener { get; init; }

    /// <summary>How many minutes such a program may run for a recording.</summary>
    public double? TranscriberMinutes { get; init; }

    /// <summary>These settings, and those of <paramref name="basis"/> where these say nothing.</summary>
    internal CallSettings Over(CallSettings basis) => new()
    {
        Voice = Voice ?? basis.Voice,
        Channels = Channels ?? basis.Channels,
        SilencesWithoutTranscript = SilencesWithoutTranscript ?? basis.SilencesWithoutTranscript,
        Transcriber = Transcriber ?? basis.Transcriber,
        Listener = Listener ?? basis.Listener,
        TranscriberMinutes = TranscriberMinutes ?? basis.TranscriberMinutes,
    };
}
