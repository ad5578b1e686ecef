using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>The plans of the pieces of a long document, in a file beside the output, so that work that was stopped does not search
/// again what was searched. It holds places and types and nothing of the document, and counts only for the very same pieces.</summary>
/// <remarks>Thread-safe. What was written survives the process; an entry that was not written to its end counts for nothing.</remarks>
internal sealed class PlanTape : IDisposable
{
    private const int DigestBytes = 16;
    private const int HeaderBytes = 8 + 4 + DigestBytes;
    private readonly Dictionary<long, (long Offset, int Length, byte[] Digest)> _entries = [];
    private readonly FileStream _file;
    private readonly Lock _lock = new();
    private readonly byte[] _stamp;
    private readonly string _policyId;

    /// <summary>Opens a tape or makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stamp">Everything that decides besides the document; a tape with another stamp is begun anew.</param>
    /// <param name="policyId">The policy that decides.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public PlanTape(string path, string stamp, string policyId)
    {
        _policyId = policyId;
        _stamp = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(stamp));
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        Load();
    }

    /// <summary>The plans of a piece, or a log for those that are to be made.</summary>
    /// <param name="index">Number of the piece.</param>
    /// <param name="content">The piece.</param>
    public PlanLog Open(long index, ReadOnlySpan<byte> content)
    {
        byte[] bytes;
        lock (_lock)
        {
            if (!_entries.TryGetValue(index, out var entry) || !entry.Digest.AsSpan().SequenceEqual(Digest(content))) return new();
            bytes = new byte[entry.Length];
            _file.Position = entry.Offset;
            _file.ReadExactly(bytes);
            _file.Position = _file.Length;
        }
        return new(PlanRecord.Read(bytes, _policyId));
    }

    /// <summary>Keeps the plans of a piece.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Keep(long index, ReadOnlySpan<byte> content, PlanLog log)
    {
        if (log.IsKnown) return;
        var plans = PlanRecord.Write(log.Plans);
        var entry = new byte[HeaderBytes + plans.Length + DigestBytes];
        BinaryPrimitives.WriteInt64LittleEndian(entry, index);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), plans.Length);
        Digest(content).CopyTo(entry.AsSpan(12));
        plans.CopyTo(entry, HeaderBytes);
        Digest(entry.AsSpan(0, HeaderBytes + plans.Length)).CopyTo(entry.AsSpan(HeaderBytes + plans.Length));
        lock (_lock) _file.Write(entry);
    }

    public void Dispose() => _file.Dispose();

    private void Load()
    {
        var stamp = new byte[_stamp.Length];
        if (_file.Length < stamp.Length || _file.ReadAtLeast(stamp, stamp.Length, throwOnEndOfStream: false) < stamp.Length
            || !stamp.AsSpan().SequenceEqual(_stamp))
        {
            _file.SetLength(0);
            _file.Write(_stamp);
            return;
        }
        var end = _file.Position;
        while (ReadEntry() is { } length) end += length;
        _file.SetLength(end);
        _file.Position = end;
    }

    private long? ReadEntry()
    {
        var header = new byte[HeaderBytes];
        if (_file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return null;
        var (offset, length) = (_file.Position, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)));
        if (length < 0 || offset + length + DigestBytes > _file.Length) return null;
        var entry = new byte[HeaderBytes + length + DigestBytes];
        header.CopyTo(entry, 0);
        _file.ReadExactly(entry.AsSpan(HeaderBytes));
        if (!Digest(entry.AsSpan(0, HeaderBytes + length)).AsSpan().SequenceEqual(entry.AsSpan(HeaderBytes + length))) return null;
        _entries[BinaryPrimitives.ReadInt64LittleEndian(header)] = (offset, length, header[12..HeaderBytes]);
        return entry.Length;
    }

    private static byte[] Digest(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..DigestBytes];
}
