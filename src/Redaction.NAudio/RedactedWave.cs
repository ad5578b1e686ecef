using NAudio.Wave;

namespace Redaction.NAudio;

/// <summary>A redacted recording in a temporary file that goes with it.</summary>
internal sealed class RedactedWave(FileStream file) : WaveStream
{
    private readonly WaveFileReader _reader = new(file);

    public override WaveFormat WaveFormat => _reader.WaveFormat;

    public override long Length => _reader.Length;

    public override long Position { get => _reader.Position; set => _reader.Position = value; }

    public override int Read(byte[] buffer, int offset, int count) => _reader.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _reader.Read(buffer);

    /// <summary>A file that only this user may read, and that is removed when it is closed.</summary>
    public static FileStream NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 64 * 1024,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"redacted-{Path.GetRandomFileName()}.wav"), options);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
            file.Dispose();
        }
        base.Dispose(disposing);
    }
}
