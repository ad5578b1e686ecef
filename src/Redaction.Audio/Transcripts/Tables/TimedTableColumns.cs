using System.Collections.Frozen;
using System.Text;

namespace Redaction.Audio;

/// <summary>Which columns of a table hold what was said, when, and by whom.</summary>
internal sealed class TimedTableColumns
{
    private static readonly FrozenSet<string> s_labels = new[]
    {
        "label", "entity", "entitytype", "entitygroup", "tag", "ner", "category", "concept",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly TimedName[] _names;
    private readonly long[] _units;
    private readonly int _from;
    private readonly int _to;

    private TimedTableColumns(TimedName[] names, long[] units)
    {
        (_names, _units) = (names, units);
        Text = Array.IndexOf(names, TimedName.Text) is >= 0 and var text ? text : Array.IndexOf(names, TimedName.Content);
        Speaker = Array.IndexOf(names, TimedName.Speaker);
        _from = Array.FindIndex(names, static n => n is TimedName.Start or TimedName.StartOffset);
        _to = Array.FindIndex(names, static n => n is TimedName.End or TimedName.EndOffset);
        IsLength = _to < 0;
        if (_to < 0) _to = Array.IndexOf(names, TimedName.Length);
    }

    /// <summary>The column of what was said.</summary>
    public int Text { get; }

    /// <summary>The column of who says it; -1 where there is none.</summary>
    public int Speaker { get; }

    /// <summary>A column says what a range of the text is: numbers within the text are places then, not times.</summary>
    public bool IsLabelled { get; private init; }

    /// <summary><see cref="To"/> is how long it lasts.</summary>
    public bool IsLength { get; }

    private bool IsComplete => Text >= 0 && _from >= 0 && _to >= 0;

    /// <summary>Reads the header; null where the table is none of what was said.</summary>
    public static TimedTableColumns? Of(ReadOnlySpan<byte> content, TableRow header)
    {
        if (header.Count is < 3 or > 64) return null;
        var (names, units) = (new TimedName[header.Count], new long[header.Count]);
        var isLabelled = false;
        for (var i = 0; i < header.Count; i++)
        {
            var name = Encoding.UTF8.GetString(content.Slice(header[i].Start, header[i].Length));
            (names[i], units[i]) = TimedNames.Of(name);
            isLabelled |= s_labels.Contains(name.Trim().Replace("_", "", StringComparison.Ordinal));
        }
        var columns = new TimedTableColumns(names, units) { IsLabelled = isLabelled };
        return columns.IsComplete ? columns : null;
    }

    /// <summary>When a record begins.</summary>
    public RawTime? From(ReadOnlySpan<byte> content, TableRow row) => Time(content, row, _from);

    /// <summary>When it ends, or how long it lasts.</summary>
    public RawTime? To(ReadOnlySpan<byte> content, TableRow row) => Time(content, row, _to);

    /// <summary>True for a column of times.</summary>
    public bool IsTime(int column) => column < _names.Length && TimedNames.IsTime(_names[column]);

    private RawTime? Time(ReadOnlySpan<byte> content, TableRow row, int column)
    {
        if (column >= row.Count) return null;
        var written = content.Slice(row[column].Start, row[column].Length).Trim((byte)' ');
        return written.Length is 0 or > 40 ? null : RawTime.Read(written, _units[column], isText: true);
    }
}
