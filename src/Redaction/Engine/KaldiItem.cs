using Redaction.Audio;

namespace Redaction;

/// <summary>A Kaldi data directory, whose files are redacted together.</summary>
internal sealed class KaldiItem : IFileItem
{
    private const long MaximumFile = 256L * 1024 * 1024;

    public string Kind => ItemKinds.Transcript;

    public IFileFormat Format => KaldiDirectory.Format;

    public void Redact(RedactionEngine engine, IItemWork work)
    {
        KaldiFile[] files = [.. Enumerable.Range(0, work.Count).Select(i => ReadFile(work.NameOf(i), work.Read(i)))];
        var redacted = engine.Calls.RedactKaldi(files, work.Context, work.Observer, work.Cancellation);
        for (var i = 0; i < redacted.Length; i++) work.Write(i).Write(redacted[i].Content);
    }

    /// <summary>Reads a file of the directory, whole and within a limit.</summary>
    /// <exception cref="RedactionException">It is larger than the limit.</exception>
    public static KaldiFile ReadFile(string name, Stream content)
    {
        if (content.Length > MaximumFile)
            throw new RedactionException(ErrorCodes.TooLarge, "kaldi", "A file of a Kaldi directory may have 256 MiB.");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new(Path.GetFileName(name), bytes);
    }
}
