using Redaction.Audio;

namespace Redaction;

/// <summary>A transcript without its audio.</summary>
internal sealed class TranscriptItem(ITranscriptFormat format) : IFileItem
{
    public string Kind => ItemKinds.Transcript;

    public IFileFormat Format => format;

    public void Redact(RedactionEngine engine, IItemWork work) =>
        engine.Calls.RedactTranscript(work.Read(0), format, work.Write(0), work.Context, work.Observer, work.Cancellation);
}
