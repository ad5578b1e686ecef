using System.Buffers;

namespace Redaction.Text;

/// <summary>
/// Numbers and dates in statements of SQL (<c>INSERT … VALUES (1, '1984-02-11');</c>, <c>UPDATE … SET born = '1984-02-11'</c>) and in the
/// rows of PostgreSQL's <c>COPY</c>: columns of their type take no word, but nothing at all.
/// </summary>
internal sealed class SqlStatements
{
    private const int LongestLiteral = 48;
    private static readonly SearchValues<string> s_values = SearchValues.Create(["VALUES"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] s_types = ["DATE", "TIMESTAMP", "DATETIME", "TIME"];
    private State _state;
    private int _next;
    private bool _isLineStart = true;
    private bool _isHeader;

    private enum State { None, Statement, Copy }

    /// <summary>What a value that is taken out of a typed place leaves there.</summary>
    /// <param name="window">The text.</param>
    /// <param name="span">The value.</param>
    /// <param name="replacement">What would stand there.</param>
    /// <param name="nothing">What has to stand there instead; null where the replacement may.</param>
    /// <returns>The place that goes: the value, or the literal around it.</returns>
    public TextSpan PlaceOf(ReadOnlySpan<char> window, TextSpan span, ReadOnlySpan<char> replacement, out string? nothing)
    {
        nothing = null;
        var value = window.Slice(span.Start, span.Length);
        if (value.Length > LongestLiteral || !char.IsAsciiDigit(value[0]) && value[0] is not ('-' or '.')) return span;
        Advance(window, span.Start);
        if (_state == State.None) return span;
        if (_state == State.Copy) return InCopy(window, span, replacement, ref nothing);
        if (span.Start > 0 && window[span.Start - 1] == '\'') return InLiteral(window, span, replacement, ref nothing);
        if (IsNumber(value) && StandsAlone(window, span) && !JsonNumber.Is(replacement)) nothing = "NULL";
        return span;
    }

    /// <summary>Begins with a part of a window, which goes on where the one before ended.</summary>
    public void Begin(int start) => _next = start;

    /// <summary>Ends with it.</summary>
    public void End(ReadOnlySpan<char> window, int end) => Advance(window[..end], end);

    /// <summary>Where the window may be cut: not between the quote of a literal, with its type, and what it begins with.</summary>
    public static int CutBefore(ReadOnlySpan<char> window, int cut) =>
        cut > 1 && window[cut - 1] == '\'' && WithType(window, cut - 1) is > 0 and var start ? start : cut;

    private static TextSpan InLiteral(ReadOnlySpan<char> window, TextSpan span, ReadOnlySpan<char> replacement, ref string? nothing)
    {
        var length = window.Slice(span.Start, Math.Min(LongestLiteral, window.Length - span.Start)).IndexOf('\'');
        if (length < span.Length || CsvColumns.KindOf(window.Slice(span.Start, length)) != CsvColumnKind.Date) return span;
        if (length == span.Length && CsvColumns.Fits(replacement, CsvColumnKind.Date)) return span;
        if (length > span.Length && CsvColumns.KindOf(replacement) == CsvColumnKind.Date) return span;
        nothing = "NULL";
        return TextSpan.FromBounds(WithType(window, span.Start - 1), span.Start + length + 1);
    }

    /// <summary>Where a literal with the name of its type begins: <c>DATE '1984-02-11'</c>.</summary>
    private static int WithType(ReadOnlySpan<char> window, int quote)
    {
        var before = window[..quote].TrimEnd(' ');
        foreach (var type in s_types)
            if (before.EndsWith(type, StringComparison.OrdinalIgnoreCase) && before.Length > type.Length
                && before[^(type.Length + 1)] is not '_' and var sign && !char.IsLetterOrDigit(sign)) return before.Length - type.Length;
        return quote;
    }

    private static TextSpan InCopy(ReadOnlySpan<char> window, TextSpan span, ReadOnlySpan<char> replacement, ref string? nothing)
    {
        var start = window[..span.Start].LastIndexOfAny('\t', '\n') + 1;
        var length = window[start..].IndexOfAny('\t', '\r', '\n');
        var cell = length < 0 ? window[start..] : window.Slice(start, length);
        var kind = CsvColumns.KindOf(cell);
        if (start != span.Start || kind is not (CsvColumnKind.Number or CsvColumnKind.Date)) return span;
        if (cell.Length == span.Length && CsvColumns.Fits(replacement, kind)) return span;
        nothing = "\\N";
        return new(start, cell.Length);
    }

    private static bool IsNumber(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange('-', '9') && !value.Contains('/');

    /// <summary>True for all that stands between two commas or brackets of a row, or behind an equals sign.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> window, TextSpan span)
    {
        var before = window[..span.Start].TrimEnd(" \t\r\n");
        var after = window[span.End..];
        if (before is [.., '=']) return after.IsEmpty || after[0] is ',' or ';' or ')' || char.IsWhiteSpace(after[0]);
        return before is [.., '(' or ','] && after.TrimStart(" \t\r\n") is [',' or ')', ..];
    }

    /// <summary>Reads the lines up to a place, each once.</summary>
    private void Advance(ReadOnlySpan<char> window, int to)
    {
        while (true)
        {
            if (_isLineStart)
            {
                if (_next > to || _next == window.Length) return;
                var line = window[_next..].IndexOf('\n');
                Begin(line < 0 ? window[_next..] : window.Slice(_next, line));
                _isLineStart = false;
            }
            var end = window[_next..].IndexOf('\n');
            if (end < 0 || _next + end >= to) return;
            if (_isHeader) (_state, _isHeader) = (State.Copy, false);
            else if (_state == State.Statement && window.Slice(_next, end).TrimEnd() is [.., ';']) _state = State.None;
            _next += end + 1;
            _isLineStart = true;
        }
    }

    private void Begin(ReadOnlySpan<char> line)
    {
        if (_state == State.Copy)
        {
            if (line.StartsWith("\\.")) _state = State.None;
            return;
        }
        line = line.TrimStart();
        _isHeader = Is(line, "COPY ") && line.IndexOf("FROM stdin", StringComparison.OrdinalIgnoreCase) >= 0;
        if (_isHeader) _state = State.None;
        else if (IsStatement(line)) _state = State.Statement;
    }

    private static bool IsStatement(ReadOnlySpan<char> line)
    {
        var values = line.IndexOfAny(s_values);
        if (values >= 0 && line[(values + "VALUES".Length)..].TrimStart() is [] or ['(', ..]) return true;
        if (line.IsEmpty || line[0] is not ('I' or 'U' or 'R' or 'D' or 'M' or 'S' or 'i' or 'u' or 'r' or 'd' or 'm' or 's')) return false;
        if (Is(line, "INSERT INTO ") || Is(line, "INSERT IGNORE ") || Is(line, "REPLACE INTO ") || Is(line, "MERGE INTO ")
            || Is(line, "DELETE FROM ")) return true;
        if (Is(line, "SELECT ")) return line.IndexOf(" FROM ", StringComparison.OrdinalIgnoreCase) > 0;
        if (!Is(line, "UPDATE ")) return false;
        line = line["UPDATE ".Length..].Trim();
        var name = line.IndexOf(' ');
        return name < 0 || Is(line[name..].TrimStart(), "SET ");
    }

    private static bool Is(ReadOnlySpan<char> line, string words) => line.StartsWith(words, StringComparison.OrdinalIgnoreCase);
}
