using System.Buffers;

namespace Redaction.Text;

/// <summary>Cuts a table into pieces of whole records, whatever its size.</summary>
internal sealed class CsvPieces(StreamReader reader) : IDisposable
{
    /// <summary>Characters of a piece, unless a record is longer.</summary>
    public const int PieceLength = 1 << 16;

    private readonly CsvRecord _record = new();
    private char[] _rest = [];
    private int _restLength;
    private long _count;

    /// <summary>The delimiter of the table; it is told once the first piece was read.</summary>
    public char? Delimiter { get; set; }

    /// <summary>True once the last piece was read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The next records; without any at the end of an empty table.</summary>
    /// <exception cref="RedactionException">The text is not valid, or a record is too long.</exception>
    public CsvPiece Read()
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(PieceLength, _restLength + 1));
        try
        {
            var length = _restLength;
            _rest.AsSpan(0, length).CopyTo(buffer);
            while (true)
            {
                length += TextEncoding.Read(reader, buffer.AsSpan(length));
                IsAtEnd = length < buffer.Length;
                Delimiter ??= Csv.DelimiterOf(buffer.AsSpan(0, length));
                var end = IsAtEnd ? length : WholeRecords(buffer.AsSpan(0, length));
                if (end > 0 || IsAtEnd) return Piece(buffer, end, length);
                Csv.Grow(ref buffer, length);
            }
        }
        catch
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            throw;
        }
    }

    public void Dispose()
    {
        if (_rest.Length > 0) ArrayPool<char>.Shared.Return(_rest, clearArray: true);
        _rest = [];
    }

    private int WholeRecords(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && _record.TryRead(text[end..], Delimiter!.Value, ended: false)) end += _record.Length;
        return end;
    }

    private CsvPiece Piece(char[] buffer, int end, int length)
    {
        _restLength = length - end;
        if (_rest.Length < _restLength)
        {
            Dispose();
            _rest = ArrayPool<char>.Shared.Rent(_restLength);
        }
        buffer.AsSpan(end, _restLength).CopyTo(_rest);
        return new(buffer, end, length, IsAtEnd, _count++);
    }
}
