namespace Redaction.Audio.Whisper;

/// <summary>Lets Whisper listen to recordings, in this process and without a network.</summary>
public static class WhisperRedaction
{
    /// <summary>Has Whisper make the transcripts of recordings that have none.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="model">A model of whisper.cpp, such as <c>ggml-small.bin</c>. It is read now for its SHA-256, which stands in
    /// manifests, and loaded at the first recording.</param>
    /// <param name="language">What is spoken, by Whisper's code (<c>en</c>, <c>de</c>); null: the model tells, for each recording.</param>
    /// <param name="threads">How many threads listen; null: as many as there are processors, and eight at most.</param>
    /// <remarks>Nothing is downloaded, ever. Recordings are listened to one after another, and the model stays loaded as long as the engine
    /// is used. What Whisper does not hear is not found: speech without words near it falls silent.</remarks>
    /// <exception cref="ArgumentException">The path or the language is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no thread at all.</exception>
    /// <exception cref="RedactionException">There is no such file (<see cref="ErrorCodes.Unreadable"/>), or it is no model of whisper.cpp
    /// (<see cref="ErrorCodes.UnsupportedFormat"/>). Recordings are refused with <see cref="ErrorCodes.MissingDependency"/> where the
    /// application has no native library of Whisper.</exception>
    public static RedactionEngineBuilder UseWhisper(
        this RedactionEngineBuilder builder, string model, string? language = null, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseTranscriber(Recogniser(model, language, threads));
    }

    /// <summary>Has Whisper listen to redacted recordings; the manifest tells which values and digits it still hears.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="model">A model of whisper.cpp; another one than made the transcripts.</param>
    /// <param name="language">What is spoken; null: the model tells, for each recording.</param>
    /// <param name="threads">How many threads listen; null: as many as there are processors, and eight at most.</param>
    /// <exception cref="ArgumentException">As for <see cref="UseWhisper"/>.</exception>
    /// <exception cref="RedactionException">As for <see cref="UseWhisper"/>.</exception>
    public static RedactionEngineBuilder UseWhisperListener(
        this RedactionEngineBuilder builder, string model, string? language = null, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseListener(Recogniser(model, language, threads));
    }

    private static WhisperRecogniser Recogniser(string model, string? language, int? threads)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        if (language is not null) ArgumentException.ThrowIfNullOrWhiteSpace(language);
        if (threads is { } count) ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threads));
        return new(new WhisperModel(model), language, threads);
    }
}
