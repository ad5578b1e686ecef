using System.Buffers;

namespace Redaction.Text;

/// <summary>Cuts a document into pieces of whole lines, whatever the size of the document.</summary>
internal sealed class RecordPieces(Stream input) : IDisposable
{
    private const int PieceLength = 1 << 16;
    private byte[] _rest = [];
    private int _restLength;
    private long _count;

    /// <summary>True once the last piece was read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The next lines; null at the end.</summary>
    /// <exception cref="RedactionException">A line is too long.</exception>
    public RecordPiece? Read()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(PieceLength, _restLength + 1));
        try
        {
            var length = _restLength;
            _rest.AsSpan(0, length).CopyTo(buffer);
            while (true)
            {
                length += input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
                IsAtEnd = length < buffer.Length;
                var end = IsAtEnd ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
                if (end > 0) return Piece(buffer, end, length);
                if (IsAtEnd) break;
                Json.Grow(ref buffer, length);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            throw;
        }
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return null;
    }

    public void Dispose()
    {
        if (_rest.Length > 0) ArrayPool<byte>.Shared.Return(_rest, clearArray: true);
        _rest = [];
    }

    private RecordPiece Piece(byte[] buffer, int end, int length)
    {
        _restLength = length - end;
        if (_rest.Length < _restLength)
        {
            Dispose();
            _rest = ArrayPool<byte>.Shared.Rent(_restLength);
        }
        buffer.AsSpan(end, _restLength).CopyTo(_rest);
        return new(buffer, end, _count++);
    }
}
