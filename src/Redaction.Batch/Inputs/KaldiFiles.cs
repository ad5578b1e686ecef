using Redaction.Audio;

namespace Redaction.Batch;

/// <summary>Reads the files of a Kaldi directory, whole and within a limit.</summary>
internal static class KaldiFiles
{
    private const long Maximum = 256L * 1024 * 1024;

    /// <exception cref="RedactionException">The file is larger than the limit.</exception>
    public static KaldiFile Read(string path, Stream content)
    {
        if (content.Length > Maximum)
            throw new RedactionException(ErrorCodes.TooLarge, "kaldi", "A file of a Kaldi directory may have 256 MiB.");
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new(Path.GetFileName(path), bytes);
    }
}
