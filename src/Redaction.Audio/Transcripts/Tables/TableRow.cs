namespace Redaction.Audio;

/// <summary>A record of a table in delimited text (RFC 4180).</summary>
internal sealed class TableRow
{
    private readonly List<(int Start, int Length, bool IsQuoted)> _cells = [];

    /// <summary>Number of cells.</summary>
    public int Count => _cells.Count;

    /// <summary>A cell, without its quotes.</summary>
    public (int Start, int Length, bool IsQuoted) this[int cell] => _cells[cell];

    /// <summary>Bytes of delimiters and quotes.</summary>
    public List<int> Signs { get; } = [];

    /// <summary>Where the next record begins.</summary>
    public int End { get; private set; }

    /// <summary>The sign that stands most often in the first line of a text.</summary>
    public static byte DelimiterOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (end >= 0) text = text[..end];
        var best = (byte)',';
        foreach (var sign in ",\t;|"u8)
            if (text.Count(sign) > text.Count(best)) best = sign;
        return best;
    }

    /// <summary>Reads the record that begins at a place; false where a quoted cell does not end.</summary>
    public bool Read(ReadOnlySpan<byte> content, int start, byte delimiter)
    {
        _cells.Clear();
        Signs.Clear();
        for (var at = start; ; at++)
        {
            var isQuoted = at < content.Length && content[at] == '"';
            var first = isQuoted ? at + 1 : at;
            var end = isQuoted ? Close(content, first) : first;
            if (end < 0) return false;
            if (isQuoted) Signs.AddRange([at, end]);
            else while (end < content.Length && content[end] != delimiter && content[end] is not ((byte)'\r' or (byte)'\n')) end++;
            _cells.Add((first, end - first, isQuoted));
            at = isQuoted ? end + 1 : end;
            if (at < content.Length && content[at] == delimiter)
            {
                Signs.Add(at);
                continue;
            }
            if (at < content.Length && content[at] is not ((byte)'\r' or (byte)'\n')) return false; // text behind a quote
            while (at < content.Length && content[at] is (byte)'\r' or (byte)'\n') at++;
            End = at;
            return true;
        }
    }

    private static int Close(ReadOnlySpan<byte> content, int at)
    {
        for (; at < content.Length; at++)
        {
            if (content[at] != '"') continue;
            if (at + 1 == content.Length || content[at + 1] != '"') return at;
            at++;
        }
        return -1;
    }
}
