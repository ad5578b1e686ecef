using System.Security.Cryptography;

namespace Redaction;

/// <summary>An output that exists either whole or not at all: written beside its place under another name, then renamed.</summary>
internal sealed class OutputFile : IItemTarget
{
    private const string Suffix = ".redact-tmp";
    private readonly string _temporary;
    private readonly OutputStream _stream;
    private volatile bool _released, _abandoned;

    /// <summary>Its name while it is written.</summary>
    public static string TemporaryOf(string destination) =>
        Path.Combine(Path.GetDirectoryName(destination)!, "." + Path.GetFileName(destination) + Suffix);

    /// <summary>Is given the file under its temporary name where it was not released; null: it is deleted.</summary>
    public Action<string>? Rescue { get; init; }

    /// <param name="destination">Its name in the end.</param>
    /// <param name="reserve">Room that is given up when the disk is full; null where there is none.</param>
    /// <param name="usesReserve">True for what is written into that room.</param>
    public OutputFile(string destination, DiskReserve? reserve = null, bool usesReserve = false)
    {
        Destination = destination;
        try
        {
            var folder = Path.GetDirectoryName(destination)!;
            Directory.CreateDirectory(folder);
            _temporary = TemporaryOf(destination);
            _stream = new(new FileStream(_temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None,
                usesReserve ? 0 : 64 * 1024), reserve, usesReserve);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }

    public string Destination { get; }

    public Stream Stream => _stream;

    /// <summary>Ends the writing; the file still has its temporary name.</summary>
    /// <returns>Digest and length of what was written.</returns>
    public FileDigest Finish()
    {
        _stream.Flush();
        _stream.Position = 0;
        var digest = new FileDigest(Convert.ToHexStringLower(SHA256.HashData(_stream)), _stream.Length);
        _stream.Dispose();
        return digest;
    }

    /// <summary>Gives the file its name.</summary>
    public void Release()
    {
        try
        {
            File.Move(_temporary, Destination, overwrite: true);
            _released = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IoFailure.OnWrite(e);
        }
    }

    /// <summary>Removes the file although it is still being written. From then on its temporary name is that of another run.</summary>
    public void Abandon()
    {
        _abandoned = true;
        try
        {
            File.Delete(_temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run replaces it.
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        finally
        {
            if (_released || _abandoned) { }
            else if (Rescue is not null && File.Exists(_temporary)) Rescue(_temporary);
            else File.Delete(_temporary);
        }
    }
}
