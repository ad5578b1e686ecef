namespace Redaction.Cli;

/// <summary>A file that is made before work begins whose outcome it is to hold; without an outcome it is taken away again.</summary>
internal sealed class NewFile : IDisposable
{
    private const int Reserved = 64 * 1024; // so that a full disk is told before
    private readonly string _path;
    private readonly FileStream _file;
    private bool _isKept;

    /// <exception cref="IOException">It cannot be made, or is there already.</exception>
    public NewFile(string path)
    {
        (_path, _file) = (path, new(path, FileMode.CreateNew, FileAccess.Write));
        try
        {
            _file.Write(new byte[Reserved]);
            _file.Flush(flushToDisk: true);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes the outcome, to the disk.</summary>
    public void Keep(ReadOnlySpan<byte> content)
    {
        _file.Position = 0;
        _file.Write(content);
        _file.SetLength(content.Length);
        _file.Flush(flushToDisk: true);
        _isKept = true;
    }

    public void Dispose()
    {
        _file.Dispose();
        if (!_isKept) File.Delete(_path);
    }
}
