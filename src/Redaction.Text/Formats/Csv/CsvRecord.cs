namespace Redaction.Text;

/// <summary>The cells of one record, as ranges of the buffer that it was read from (RFC 4180).</summary>
internal sealed class CsvRecord
{
    private readonly List<Cell> _cells = [];

    public IReadOnlyList<Cell> Cells => _cells;

    /// <summary>Characters of the record with its line end.</summary>
    public int Length { get; private set; }

    /// <summary>Reads the record at the front of the buffer; false when it is not complete.</summary>
    public bool TryRead(ReadOnlySpan<char> buffer, char delimiter, bool ended)
    {
        _cells.Clear();
        var position = 0;
        while (true)
        {
            var start = position;
            var quoted = position < buffer.Length && buffer[position] == '"';
            if (quoted)
            {
                position = AfterClosingQuote(buffer, position + 1);
                if (position < 0)
                    return ended ? throw new RedactionException(ErrorCodes.Truncated, "csv", "A quoted cell does not end.") : false;
            }
            var closed = position;
            var step = buffer[position..].IndexOfAny(delimiter, '\n', '\r');
            if (step < 0 && !ended) return false;
            position = step < 0 ? buffer.Length : position + step;
            // Text after a closing quote breaks the rules; such a cell is taken as plain text, quotes included, so that nothing is missed.
            _cells.Add(quoted && closed == position ? new(start + 1, position - 1, true) : new(start, position, false));
            if (position < buffer.Length && buffer[position] == delimiter) { position++; continue; }
            if (position + 1 == buffer.Length && buffer[position] == '\r' && !ended) return false;
            Length = AfterLineEnd(buffer, position);
            return true;
        }
    }

    /// <summary>Takes so many characters for a record without cells.</summary>
    public void Skip(int length)
    {
        _cells.Clear();
        Length = length;
    }

    private static int AfterClosingQuote(ReadOnlySpan<char> buffer, int position)
    {
        while (true)
        {
            var step = buffer[position..].IndexOf('"');
            if (step < 0) return -1;
            position += step + 1;
            if (position == buffer.Length || buffer[position] != '"') return position;
            position++;
        }
    }

    private static int AfterLineEnd(ReadOnlySpan<char> buffer, int position)
    {
        if (position < buffer.Length && buffer[position] == '\r') position++;
        if (position < buffer.Length && buffer[position] == '\n') position++;
        return position;
    }

    /// <summary>A cell without its quotes.</summary>
    public readonly record struct Cell(int Start, int End, bool Quoted);
}
