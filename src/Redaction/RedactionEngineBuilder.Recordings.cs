using Redaction.Audio;

namespace Redaction;

/// <content>What is said of recordings.</content>
public sealed partial class RedactionEngineBuilder
{
    private ITranscriber? _transcriber, _listener;
    private bool? _silencesWithoutTranscript;
    private string? _voice;

    /// <summary>Gives the speakers of recordings other voices: see <see cref="Audio.VoiceDisguise"/> for what that is worth.
    /// Needs <see cref="UseKey"/>.</summary>
    /// <param name="voice">What changes: <c>disguise</c> (McAdams), <c>formant</c> or <c>pitch</c>.</param>
    /// <exception cref="ArgumentException">There is no such voice.</exception>
    public RedactionEngineBuilder WithVoiceDisguise(string voice = "disguise")
    {
        ArgumentNullException.ThrowIfNull(voice);
        if (!VoiceDisguise.Voices.Contains(voice))
            throw Choices.Unknown("voice", voice, VoiceDisguise.Voices,
                $"There is no voice '{voice}' ({Choices.Valid(voice, VoiceDisguise.Voices)}).");
        _voice = voice;
        return this;
    }

    /// <summary>Has a program, which is started without a shell, make the transcripts of recordings that have none.</summary>
    /// <param name="command">Name or path with arguments: it reads <c>{input}</c>, WAV of 16 kHz and one channel, or <c>{recording}</c>,
    /// as it is, and writes a transcript of any format with times to <c>{output}</c>, into <c>{folder}</c>, or to standard output.</param>
    /// <param name="limit">How long it may run for a recording; null: ten minutes, and four times the recording's length.</param>
    /// <exception cref="ArgumentException">The command is empty, names no recording or an unknown place, or a quote is open.</exception>
    public RedactionEngineBuilder UseTranscriber(string command, TimeSpan? limit = null) =>
        UseTranscriber(new RecogniserCommand(command, limit));

    /// <summary>Has another program listen to redacted recordings; the manifest tells which values and digits it still hears.</summary>
    /// <exception cref="ArgumentException">As for <see cref="UseTranscriber(string, TimeSpan?)"/>.</exception>
    public RedactionEngineBuilder UseListener(string command, TimeSpan? limit = null) =>
        UseListener(new RecogniserCommand(command, limit));

    /// <summary>Releases recordings without a transcript with everything silenced that is speech, or refuses them.</summary>
    public RedactionEngineBuilder SilenceWithoutTranscript(bool silences = true)
    {
        _silencesWithoutTranscript = silences;
        return this;
    }

    /// <summary>Has a recogniser make the transcripts of recordings that have none.</summary>
    internal RedactionEngineBuilder UseTranscriber(ITranscriber transcriber)
    {
        _transcriber = transcriber;
        return this;
    }

    /// <summary>Has another recogniser listen to redacted recordings.</summary>
    internal RedactionEngineBuilder UseListener(ITranscriber listener)
    {
        _listener = listener;
        return this;
    }
}
