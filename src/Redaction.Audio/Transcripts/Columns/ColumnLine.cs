using System.Buffers.Text;

namespace Redaction.Audio;

/// <summary>A line of a file whose columns are cut at spaces and tabs.</summary>
internal readonly struct ColumnLine
{
    private readonly byte[] _content;
    private readonly List<(int Start, int Length)> _columns;

    public ColumnLine(byte[] content, CueLine line)
    {
        _content = content;
        _columns = [];
        Line = line;
        for (var at = line.Start; at < line.End;)
        {
            if (content[at] is (byte)' ' or (byte)'\t') { at++; continue; }
            var end = at;
            while (end < line.End && content[end] is not ((byte)' ' or (byte)'\t')) end++;
            _columns.Add((at, end - at));
            at = end;
        }
    }

    public CueLine Line { get; }

    public int Count => _columns.Count;

    public ReadOnlySpan<byte> this[int index] => _content.AsSpan(_columns[index].Start, _columns[index].Length);

    /// <summary>Where a column stands in the file.</summary>
    public (int Start, int Length) At(int index) => _columns[index];

    public TranscriptField Field(TranscriptBuilder builder, int index) =>
        builder.Field(_columns[index].Start, _columns[index].Length, FieldEncoding.Column);

    /// <summary>A confidence from 0 to 1; null when there is none.</summary>
    public double? Confidence(int index) =>
        index < Count && Utf8Parser.TryParse(this[index], out double value, out var used) && used == this[index].Length
            && value is > 0 and <= 1 ? value : null;

    /// <summary>A number of seconds as ticks.</summary>
    public bool TryTicks(int index, out long ticks)
    {
        ticks = 0;
        if (index >= Count || !Utf8Parser.TryParse(this[index], out decimal seconds, out var used) || used != this[index].Length
            || seconds is < 0 or > 1_000_000_000) return false;
        ticks = (long)decimal.Round(seconds * TimeSpan.TicksPerSecond);
        return true;
    }
}
