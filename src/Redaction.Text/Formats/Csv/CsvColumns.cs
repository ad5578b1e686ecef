namespace Redaction.Text;

/// <summary>What the first records of a table tell about its columns.</summary>
internal sealed class CsvColumns
{
    private const int MostRecords = 200, LongestDate = 40;

    private readonly List<CsvColumnKind> _first = [];
    private readonly List<CsvColumnKind> _kinds = [];
    private bool _isHeaderless;

    /// <summary>Looks at the records at the front of a table.</summary>
    public CsvColumns(ReadOnlySpan<char> head, char delimiter, bool ended)
    {
        var record = new CsvRecord();
        for (var i = 0; i < MostRecords && !head.IsEmpty && IsRead(record, head, delimiter, ended); i++)
        {
            Take(head, record, i == 0 ? _first : _kinds);
            head = head[record.Length..];
        }
    }

    /// <summary>A record that is broken is told when its turn comes.</summary>
    private static bool IsRead(CsvRecord record, ReadOnlySpan<char> head, char delimiter, bool ended)
    {
        try
        {
            return record.TryRead(head, delimiter, ended);
        }
        catch (RedactionException)
        {
            return false;
        }
    }

    /// <summary>True when the first record differs from those below as only names of columns do: a word above numbers or dates.</summary>
    public bool StandOut
    {
        get
        {
            var differs = false;
            for (var i = 0; i < Math.Min(_first.Count, _kinds.Count); i++)
            {
                if (_first[i] is CsvColumnKind.Number or CsvColumnKind.Date) return false;
                differs |= _first[i] == CsvColumnKind.Text && _kinds[i] is CsvColumnKind.Number or CsvColumnKind.Date;
            }
            return differs;
        }
    }

    /// <summary>The first record is one like the others.</summary>
    public void AddFirst() => _isHeaderless = true;

    /// <summary>What a column holds.</summary>
    public CsvColumnKind KindOf(int column)
    {
        var kind = column < _kinds.Count ? _kinds[column] : CsvColumnKind.Empty;
        if (!_isHeaderless) return kind;
        return column < _first.Count ? Join(kind, _first[column]) : kind;
    }

    /// <summary>True when a text may stand in a column of a kind.</summary>
    public static bool Fits(ReadOnlySpan<char> text, CsvColumnKind kind) =>
        kind is CsvColumnKind.Empty or CsvColumnKind.Text || text.IsWhiteSpace() || KindOf(text) == kind
            || (kind == CsvColumnKind.Date && text.Length == 4 && !text.ContainsAnyExceptInRange('0', '9')); // a year

    private static void Take(ReadOnlySpan<char> head, CsvRecord record, List<CsvColumnKind> kinds)
    {
        for (var i = 0; i < record.Cells.Count; i++)
        {
            if (i == kinds.Count) kinds.Add(CsvColumnKind.Empty);
            kinds[i] = Join(kinds[i], KindOf(head[record.Cells[i].Start..record.Cells[i].End]));
        }
    }

    private static CsvColumnKind Join(CsvColumnKind a, CsvColumnKind b) =>
        a == CsvColumnKind.Empty ? b : b == CsvColumnKind.Empty || a == b ? a : CsvColumnKind.Text;

    private static CsvColumnKind KindOf(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty || cell is "NULL" or "null" or "NaN" or "nan" or "NA" or "\\N") return CsvColumnKind.Empty;
        if (JsonNumber.Is(cell)) return CsvColumnKind.Number;
        return IsDate(cell) ? CsvColumnKind.Date : CsvColumnKind.Text;
    }

    /// <summary>ISO 8601, or three numbers between slashes, dots or hyphens; a time may follow.</summary>
    private static bool IsDate(ReadOnlySpan<char> cell)
    {
        if (cell.Length is < 8 or > LongestDate || !char.IsAsciiDigit(cell[0])) return false;
        int groups = 0, run = 0;
        var separator = '\0';
        for (var i = 0; i <= cell.Length; i++)
        {
            if (i < cell.Length && char.IsAsciiDigit(cell[i])) { run++; continue; }
            if (run is 0 or 3 or > 4) return false;
            if (++groups == 3) return i == cell.Length || cell[i] is ' ' or 'T';
            if (i == cell.Length || cell[i] is not ('-' or '/' or '.') || (separator != '\0' && cell[i] != separator)) return false;
            (separator, run) = (cell[i], 0);
        }
        return false;
    }
}
