using System.Buffers;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Redacts records one after another and remembers the column names.</summary>
/// <param name="job">What is to be done.</param>
/// <param name="delimiter">What parts cells.</param>
/// <param name="kinds">What the columns hold.</param>
/// <param name="titles">How many records stand above the header.</param>
internal sealed class CsvTable(DocumentJob job, char delimiter, CsvColumns kinds, int titles = 0)
{
    private readonly ArrayBufferWriter<char> _replacement = new();
    private readonly List<RedactionContext> _columns = [];
    private readonly CsvNeighbours _neighbours = new();
    private readonly NameTable _things = new(job.Redactor, NameGrammar.Free);
    private readonly CsvRecordTypes _types = new(job);
    private string? _type = job.Context.DataType;
    private char[] _text = new char[256];
    private int[] _origins = new int[257];
    private long _line;
    private int _names;
    private List<string> _headings = [];
    private CsvOffsets? _offsets;

    /// <summary>Number of the last record.</summary>
    public long Line => _line;

    public char Delimiter => delimiter;

    /// <summary>Redacts a record.</summary>
    /// <param name="buffer">The record.</param>
    /// <param name="record">Its cells.</param>
    /// <param name="output">Receives it.</param>
    /// <param name="plans">What <see cref="PlanCells"/> planned on another thread; null where nothing was.</param>
    public void Write(Span<char> buffer, CsvRecord record, TextWriter output, List<RedactionPlan<TextSpan>>? plans = null)
    {
        _line++;
        if (_line <= titles)
        {
            WriteCells(buffer, record, output, plans: null);
            _columns.Clear(); // those of the title
            return;
        }
        if (_line == titles + 1)
        {
            if (NameColumns(buffer, record))
            {
                WriteNames(buffer, record, output);
                return;
            }
            kinds.AddFirst();
        }
        if (plans is null) _neighbours.Read(buffer, record);
        _type = _types.Of(buffer, record);
        _offsets?.Begin(TextsOf(buffer, record));
        if (_offsets is not { IsOpen: true })
        {
            WriteCells(buffer, record, output, plans);
            return;
        }
        using var redacted = new StringWriter();
        WriteCells(buffer, record, redacted, plans);
        output.Write(_offsets.Finish(redacted.ToString(), AsCell));
        redacted.GetStringBuilder().Clear();
        _offsets.Clear();
    }

    private void WriteCells(Span<char> buffer, CsvRecord record, TextWriter output, List<RedactionPlan<TextSpan>>? plans)
    {
        var isRagged = _names > 0 && IsLonger(record);
        var rest = (long)buffer.Length;
        var (copied, planned) = (0, 0);
        for (var i = 0; i < record.Cells.Count; i++)
        {
            var cell = record.Cells[i];
            var context = ContextOf(i);
            var isIncluded = job.Includes(context.Field);
            Count(cell, isIncluded, isRagged);
            rest -= cell.End - cell.Start;
            var written = output is StringWriter ahead ? ahead.GetStringBuilder().Length + cell.Start - copied : 0;
            if (isRagged && !isIncluded && job.Account.Choice == UnsearchedChoice.Erase)
            {
                output.Write(buffer[copied..cell.Start]);
                copied = cell.End;
            }
            if (isIncluded && cell.Start < cell.End) WriteCell(buffer, record, i, ref copied, ref planned, output, plans);
            if (_offsets is { IsOpen: true } && copied <= cell.Start) _offsets.OnCell(i, written, cell.End - cell.Start, cell.Quoted);
        }
        output.Write(buffer[copied..]);
        job.Account.AddStructure(rest); // delimiters, quotes, the line end
    }

    private void WriteCell(Span<char> buffer, CsvRecord record, int i, ref int copied, ref int planned, TextWriter output,
        List<RedactionPlan<TextSpan>>? plans)
    {
        var (cell, context) = (record.Cells[i], ContextOf(i));
        var text = Decode(buffer[cell.Start..cell.End], cell.Quoted);
        if (text.Length >= OpaqueData.Shortest && TakeOpaque(buffer[cell.Start..cell.End], text, context.Field))
            text = Decode(buffer[cell.Start..cell.End], cell.Quoted);
        if (plans is null) _neighbours.Stand(buffer, record, i);
        var plan = plans is null ? job.Redactor.Plan(text, context) : plans[planned++];
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(_line, context.Field), plan, text);
        if (plan.Items.IsEmpty) return;
        output.Write(buffer[copied..cell.Start]);
        var edits = _offsets is { } offsets && offsets.Follows(i) ? new TextEdits(plan.Items.Length) : null;
        var kind = _line <= titles ? CsvColumnKind.Text : kinds.KindOf(i);
        WriteCell(buffer[cell.Start..cell.End], text, plan, cell.Quoted, kind, output, edits);
        if (edits is not null) _offsets!.OnText(i, edits.Finish(text));
        copied = cell.End;
    }

    private List<string> TextsOf(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        var texts = new List<string>(record.Cells.Count);
        foreach (var cell in record.Cells) texts.Add(Decode(buffer[cell.Start..cell.End], cell.Quoted).ToString());
        return texts;
    }

    private string AsCell(string value, bool isQuoted)
    {
        if (isQuoted) return value.Replace("\"", "\"\"", StringComparison.Ordinal);
        using var cell = new StringWriter();
        WriteText(value, isQuoted: false, cell);
        return cell.ToString();
    }

    /// <summary>A table that plans records of this one on another thread; the columns are known.</summary>
    public CsvTable Planner()
    {
        var planner = new CsvTable(job.Ahead(), delimiter, kinds, titles) { _names = _names, _line = titles + 1 };
        foreach (var column in _columns)
            planner._columns.Add(column.Around is null ? column : column with { Around = planner._neighbours.Around });
        planner._types.Name([.. _headings]);
        return planner;
    }

    /// <summary>Plans the cells of a record before its turn; null where that has to wait for its turn.</summary>
    public List<RedactionPlan<TextSpan>>? PlanCells(ReadOnlySpan<char> buffer, CsvRecord record, PlanLog log)
    {
        try
        {
            _neighbours.Read(buffer, record);
            _type = _types.Of(buffer, record);
            var plans = new List<RedactionPlan<TextSpan>>(record.Cells.Count);
            for (var i = 0; i < record.Cells.Count; i++)
            {
                var cell = record.Cells[i];
                var context = ContextOf(i);
                if (!job.Includes(context.Field) || cell.Start == cell.End) continue;
                var text = Decode(buffer[cell.Start..cell.End], cell.Quoted);
                if (text.Length >= OpaqueData.Shortest && OpaqueData.Find(text, 0).Length > 0) return null;
                _neighbours.Stand(buffer, record, i);
                plans.Add(log.Plan(job.Redactor, text, context));
            }
            return plans;
        }
        catch (RedactionException)
        {
            return null;
        }
    }

    /// <summary>More cells than columns: nobody can say which cell belongs to which column.</summary>
    private bool IsLonger(CsvRecord record)
    {
        for (var i = _names; i < record.Cells.Count; i++)
            if (record.Cells[i].Start < record.Cells[i].End) return true;
        return false;
    }

    private void Count(CsvRecord.Cell cell, bool isIncluded, bool isRagged)
    {
        var length = cell.End - cell.Start;
        if (isIncluded) job.Account.AddSearched(length);
        else if (!isRagged) job.Account.AddExcluded(length);
        else if (length > 0) job.Account.AddUnsearched(new("ragged-row", length, job.Account.Choice) { Line = _line });
    }

    private bool TakeOpaque(Span<char> raw, ReadOnlySpan<char> text, string? column)
    {
        var erases = false;
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            job.Account.TakeBack(new(OpaqueData.Kind, found.Length, job.Account.Choice) { Line = _line, Path = column });
            if (job.Account.Choice != UnsearchedChoice.Erase) continue;
            erases = true;
            OpaqueScanner.Overwrite(raw[_origins[found.Start].._origins[found.End]]);
        }
        return erases;
    }

    /// <summary>The first record names the columns when its cells are distinct words and field names know one of them, or it differs
    /// from the records below as names do, or nothing is found in it.</summary>
    private bool NameColumns(ReadOnlySpan<char> buffer, CsvRecord record)
    {
        var names = new List<string>();
        var (isKnown, hasValue) = (false, false);
        foreach (var cell in record.Cells)
        {
            var text = Decode(buffer[cell.Start..cell.End], cell.Quoted);
            if (text.IsEmpty) return false;
            isKnown |= FieldVocabulary.Of(text) is not null;
            hasValue |= char.IsAsciiDigit(text[0]) || !job.Redactor.PlanName(text, job.Context).Items.IsEmpty;
            names.Add(text.ToString());
        }
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count) return false;
        if (!isKnown && (hasValue || !(kinds.StandOut || job.Redactor.ReadsOutput || names.TrueForAll(HoldsNothing)))) return false;
        _names = names.Count;
        foreach (var name in names) job.Includes(name); // a table without rows has columns too
        _headings = names;
        _offsets = CsvOffsets.Of(names);
        _types.Name(names);
        _columns.AddRange(names.Select(name => job.Context with { Field = name, Around = _neighbours.Around }));
        return true;
    }

    private bool HoldsNothing(string name) => job.Redactor.Plan(name, job.Context).Items.IsEmpty;

    private void WriteNames(ReadOnlySpan<char> buffer, CsvRecord record, TextWriter output)
    {
        var copied = 0;
        for (var i = 0; i < record.Cells.Count; i++)
        {
            var cell = record.Cells[i];
            var text = _columns[i].Field!;
            var named = _things.Of(text, job.Context with { Field = text + "~" });
            var place = new DocumentPlace(_line, string.Create(CultureInfo.InvariantCulture, $"#{i + 1}"));
            if (named.Plan is { } plan) job.Observer.OnPlan(in place, plan, text);
            if (named.Name is null) continue;
            _columns[i] = job.Context with { Field = named.Name };
            output.Write(buffer[copied..(cell.Quoted ? cell.Start - 1 : cell.Start)]);
            WriteText(named.Name, isQuoted: cell.Quoted, output);
            copied = cell.Quoted ? cell.End + 1 : cell.End;
        }
        output.Write(buffer[copied..]);
        job.Account.AddStructure(buffer.Length);
    }

    private RedactionContext ContextOf(int column)
    {
        while (_columns.Count <= column)
            _columns.Add(job.Context with
            {
                Field = "#" + (_columns.Count + 1).ToString(CultureInfo.InvariantCulture),
                Around = _neighbours.Around,
            });
        return _type == job.Context.DataType ? _columns[column] : _columns[column] with { DataType = _type };
    }

    /// <summary>Writes a cell anew; where the column holds nothing but numbers or dates, a text leaves it empty.</summary>
    private void WriteCell(ReadOnlySpan<char> raw, ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan, bool quoted, CsvColumnKind kind,
        TextWriter output, TextEdits? edits)
    {
        _replacement.ResetWrittenCount();
        var position = 0;
        var quote = false;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            _replacement.Write(raw[position.._origins[span.Start]]);
            var before = _replacement.WrittenCount;
            job.Redactor.Writer.WriteReplacement(text.Slice(span.Start, span.Length), in item, _replacement);
            var written = _replacement.WrittenSpan[before..];
            edits?.Add(text, in item, written);
            if (quoted && written.Contains('"'))
                throw new RedactionException(ErrorCodes.ComponentFailed, item.Operator, "A replacement holds a quote.");
            quote |= !quoted && NeedsQuotes(written);
            position = _origins[span.End];
        }
        _replacement.Write(raw[position..]);
        if (!CsvColumns.Fits(_replacement.WrittenSpan, kind)) return;
        if (quote) WriteText(_replacement.WrittenSpan, isQuoted: true, output);
        else output.Write(_replacement.WrittenSpan);
    }

    private bool NeedsQuotes(ReadOnlySpan<char> text) => text.ContainsAny(delimiter, '"', '\n') || text.Contains('\r');

    private void WriteText(ReadOnlySpan<char> text, bool isQuoted, TextWriter output)
    {
        if (!isQuoted && !NeedsQuotes(text)) output.Write(text);
        else output.Write($"\"{text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>The text of a cell, doubled quotes made single; remembers where each character came from.</summary>
    private ReadOnlySpan<char> Decode(ReadOnlySpan<char> raw, bool quoted)
    {
        if (_text.Length < raw.Length) (_text, _origins) = (new char[raw.Length * 2], new int[raw.Length * 2 + 1]);
        var count = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            _origins[count] = i;
            _text[count++] = raw[i];
            if (quoted && raw[i] == '"') i++;
        }
        _origins[count] = raw.Length;
        return _text.AsSpan(0, count);
    }
}
