using Whisper.net;

namespace Redaction.Audio.Whisper;

/// <summary>Whisper as a recogniser: one recording after another, all of it in this process.</summary>
internal sealed class WhisperRecogniser : ITranscriber, IDisposable
{
    private const int MostThreads = 8; // whisper.cpp gains nothing from more

    private readonly WhisperModel _model;
    private readonly string? _language;
    private readonly int _threads;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Makes a recogniser of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">What is spoken; null: the model tells.</param>
    /// <param name="threads">How many threads listen.</param>
    public WhisperRecogniser(WhisperModel model, string? language, int? threads)
    {
        (_model, _language) = (model, language);
        _threads = threads ?? Math.Min(MostThreads, Environment.ProcessorCount);
        Id = $"whisper {model.Name} {model.Sha256}" + (language is null ? "" : " " + language);
    }

    /// <summary>The name of the model's file and its SHA-256, and the language that was asked for.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    /// <exception cref="RedactionException">The model cannot be loaded, does not know the language, or fails.</exception>
    public byte[] Transcribe(Stream wav, CancellationToken cancellationToken)
    {
        var samples = SpeechSamples.Read(wav, cancellationToken);
        _turn.Wait(cancellationToken);
        try
        {
            return WhisperTranscript.Write(ListenAsync(samples, cancellationToken).GetAwaiter().GetResult());
        }
        finally
        {
            _turn.Release();
            Array.Clear(samples);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Returns the name of the model.</summary>
    public override string ToString() => $"WhisperRecogniser({_model})";

    private async Task<List<HeardSegment>> ListenAsync(float[] samples, CancellationToken ct)
    {
        var heard = new List<HeardSegment>();
        if (samples.Length == 0) return heard;
        var processor = Processor();
        await using (processor.ConfigureAwait(false))
            await foreach (var segment in processor.ProcessAsync(samples, ct).ConfigureAwait(false))
                heard.Add(HeardSegment.Of(segment));
        ct.ThrowIfCancellationRequested();
        return heard;
    }

    private WhisperProcessor Processor()
    {
        var builder = _model.Factory.CreateBuilder().WithThreads(_threads).WithTokenTimestamps();
        if (_language is null) return builder.WithLanguageDetection().Build();
        // an unknown one would be taken for English without a word
        if (!WhisperFactory.GetSupportedLanguages().Contains(_language, StringComparer.Ordinal))
            throw new RedactionException(ErrorCodes.ComponentFailed, WhisperModel.Component,
                "Whisper does not know the language: name it by its code, such as en, de or ja.");
        return builder.WithLanguage(_language).Build();
    }
}
