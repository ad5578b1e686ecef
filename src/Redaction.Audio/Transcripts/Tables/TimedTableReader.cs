namespace Redaction.Audio;

/// <summary>Puts a transcript together from the records of a table.</summary>
internal sealed class TimedTableReader(byte[] content, TimedTableColumns columns)
{
    private readonly TranscriptBuilder _builder = new(content);
    private readonly List<(SpokenWord Word, RawTime From, RawTime To)> _said = [];

    /// <summary>Adds the names of the columns.</summary>
    public void AddHeader(TableRow header)
    {
        AddSigns(header);
        for (var i = 0; i < header.Count; i++) _builder.AddLoose(Field(header, i), "$", isName: true);
    }

    /// <summary>Adds a record.</summary>
    /// <exception cref="RedactionException">It has no times.</exception>
    public void Add(TableRow row, int number)
    {
        AddSigns(row);
        if (columns.From(content, row) is not { } from || columns.To(content, row) is not { } to || row.Count <= columns.Text)
            throw TimedTable.Malformed(number);
        string? speaker = null;
        for (var i = 0; i < row.Count; i++)
        {
            if (i == columns.Text) continue;
            if (i == columns.Speaker)
            {
                var field = Field(row, i);
                speaker = field.Text;
                _builder.AddLoose(field, "$.speaker", isSpeaker: true);
            }
            else if (IsTime(row, i)) _builder.AddStructure(row[i].Start, row[i].Length);
            else _builder.AddLoose(Field(row, i), "$");
        }
        _said.Add((new(Field(row, columns.Text), null, null, Speaker: speaker), from, to));
    }

    /// <summary>The transcript.</summary>
    public Transcript Build()
    {
        var unit = SpeechRate.UnitOf(_said.Select(s => (s.Word.Field.Text.Length, s.From, s.To, columns.IsLength)));
        if (_said.TrueForAll(static s => !s.Word.Field.Text.AsSpan().Trim().ContainsAny(' ', '\t')))
            _builder.AddWords([.. _said.Select(s => s.Word with { From = s.From.Ticks(unit), To = End(s.From, s.To, unit) })], null, null);
        else
            foreach (var (word, from, to) in _said) _builder.AddSegment([word], from.Ticks(unit), End(from, to, unit));
        return _builder.Build();
    }

    private long End(RawTime from, RawTime to, long unit) => columns.IsLength ? from.Ticks(unit) + to.Ticks(unit) : to.Ticks(unit);

    private bool IsTime(TableRow row, int column) =>
        columns.IsTime(column) && RawTime.Read(content.AsSpan(row[column].Start, row[column].Length), 0, isText: true) is not null;

    private TranscriptField Field(TableRow row, int cell) =>
        _builder.Field(row[cell].Start, row[cell].Length, row[cell].IsQuoted ? FieldEncoding.Quoted : FieldEncoding.Cell);

    private void AddSigns(TableRow row)
    {
        foreach (var at in row.Signs) _builder.AddStructure(at, 1);
    }
}
