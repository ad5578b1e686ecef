using System.Security.Cryptography;

namespace Redaction;

/// <summary>An input file, held open while it is worked on, so that what was hashed is what is redacted.</summary>
internal sealed class InputContent : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _path;
    private readonly (long Length, DateTime Written) _state;

    public InputContent(string path)
    {
        _path = path;
        try
        {
            if (!FileNature.IsRegular(path)) throw new RedactionException(ErrorCodes.NotAFile, "input");
            _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
            _state = State();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnRead(e);
        }
    }

    public Stream Stream => _stream;

    /// <exception cref="RedactionException">The file was changed since it was opened.</exception>
    public void EnsureUnchanged()
    {
        if (State() != _state) throw new RedactionException(ErrorCodes.InputChanged, "input");
    }

    public FileDigest Digest()
    {
        _stream.Position = 0;
        var digest = new FileDigest(Convert.ToHexStringLower(SHA256.HashData(_stream)), _stream.Length);
        _stream.Position = 0;
        return digest;
    }

    public byte[] Head()
    {
        var head = Head(_stream);
        _stream.Position = 0;
        return head;
    }

    public static byte[] Head(Stream stream)
    {
        var head = new byte[(int)Math.Min(FileFormats.HeadLength, stream.Length)];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return length == head.Length ? head : head[..length];
    }

    private (long Length, DateTime Written) State() => (_stream.Length, File.GetLastWriteTimeUtc(_path));

    public void Dispose() => _stream.Dispose();
}
