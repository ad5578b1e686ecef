using System.Collections.Immutable;
using System.Text;

namespace Redaction.Governance;

/// <summary>Reads the rows of a CSV text (RFC 4180): cells as they are meant, empty lines left out.</summary>
internal ref struct CsvRows(ReadOnlySpan<char> text, char delimiter)
{
    private ReadOnlySpan<char> _rest = text;

    /// <exception cref="RedactionException">The text breaks the rules of the format.</exception>
    public static ImmutableArray<ImmutableArray<string>> Read(ReadOnlySpan<char> text, char delimiter)
    {
        var reader = new CsvRows(text, delimiter);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (!reader._rest.IsEmpty)
        {
            var row = reader.Row();
            if (row.Length > 1 || row[0].Length > 0) rows.Add(row);
        }
        return rows.ToImmutable();
    }

    private ImmutableArray<string> Row()
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            cells.Add(_rest is ['"', ..] ? Quoted() : Plain());
            if (_rest.IsEmpty) return cells.ToImmutable();
            var end = _rest[0];
            _rest = _rest[(_rest is ['\r', '\n', ..] ? 2 : 1)..];
            if (end != delimiter) return cells.ToImmutable();
        }
    }

    private string Plain()
    {
        var end = _rest.IndexOfAny(delimiter, '\r', '\n');
        var cell = end < 0 ? _rest : _rest[..end];
        _rest = _rest[cell.Length..];
        return cell.ToString();
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        _rest = _rest[1..];
        while (true)
        {
            var end = _rest.IndexOf('"');
            if (end < 0) throw Malformed("A quoted value has no end.");
            cell.Append(_rest[..end]);
            _rest = _rest[(end + 1)..];
            if (_rest is not ['"', ..]) break;
            cell.Append('"');
            _rest = _rest[1..];
        }
        if (!_rest.IsEmpty && _rest[0] != delimiter && _rest[0] is not ('\r' or '\n'))
            throw Malformed("Text stands behind a quoted value.");
        return cell.ToString();
    }

    private static RedactionException Malformed(string message) => new(ErrorCodes.Malformed, "csv", message);
}
