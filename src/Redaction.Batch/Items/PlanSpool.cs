using System.Buffers;

namespace Redaction.Batch;

/// <summary>Holds what is written about one item until its turn in the order comes: in memory while small, then in a temporary file, so
/// that a file with millions of findings does not take memory in proportion.</summary>
internal sealed class PlanSpool(string folder, string name) : IBufferWriter<byte>, IDisposable
{
    private const int InMemory = 64 * 1024;
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private FileStream? _file;

    public bool IsEmpty => _file is null && _buffer.WrittenCount == 0;

    public void Advance(int count)
    {
        _buffer.Advance(count);
        if (_buffer.WrittenCount < InMemory) return;
        // The folder is asked for late, so that a run with small plans never makes it.
        _file ??= Open();
        Spill();
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public void CopyTo(Stream output)
    {
        if (_file is null)
        {
            output.Write(_buffer.WrittenSpan);
            return;
        }
        Spill();
        _file.Position = 0;
        _file.CopyTo(output);
    }

    public void Dispose()
    {
        _file?.Dispose();
        _buffer.Clear();
    }

    private void Spill()
    {
        _file!.Write(_buffer.WrittenSpan);
        _buffer.Clear();
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(folder);
        return new(Path.Combine(folder, name), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
    }
}
