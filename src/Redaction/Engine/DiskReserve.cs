namespace Redaction;

/// <summary>Room that a run keeps on the disk of its output, so that manifest, log and report can be written when the disk is full. Once it
/// is given up, nothing else is written any more.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class DiskReserve : IDisposable
{
    private const long Least = 256 * 1024;
    private readonly Lock _lock = new();
    private readonly string _path;
    private FileStream? _file;

    /// <param name="path">The file that takes the room.</param>
    /// <param name="bytes">How much.</param>
    /// <exception cref="RedactionException">There is no such room (<see cref="ErrorCodes.DiskFull"/>), or no file can be made.</exception>
    public DiskReserve(string path, long bytes)
    {
        _path = path;
        try
        {
            _file = new(path, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
                PreallocationSize = bytes,
                BufferSize = 0,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }

    /// <summary>True once the room was given up.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Gives the room up when little else is left.</summary>
    public void Watch()
    {
        try
        {
            if (!IsGone && new DriveInfo(_path).AvailableFreeSpace < Least) Free();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Not every file system tells.
        }
    }

    /// <summary>Gives the room up.</summary>
    public void Free()
    {
        lock (_lock)
        {
            IsGone = true;
            _file?.Dispose();
            _file = null;
        }
    }

    /// <exception cref="RedactionException">The room was given up.</exception>
    public void Require()
    {
        if (IsGone) throw new RedactionException(ErrorCodes.DiskFull, "output", "Free some space and run again.");
    }

    public void Dispose() => _file?.Dispose();
}
