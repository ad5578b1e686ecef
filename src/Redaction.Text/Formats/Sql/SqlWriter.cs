using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes statements and rows with their values redacted; everything else is structure.</summary>
internal sealed class SqlWriter(DocumentJob job, StreamWriter output)
{
    private const int ShortestNumber = 7;

    private readonly SqlStatement _statement = new(new SqlSchema());
    private readonly NameTable _names = new(job.Redactor, NameGrammar.Identifier);
    private readonly Dictionary<string, RedactionContext> _contexts = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<char> _replacement = new();
    private int[] _origins = new int[256];
    private long _line = 1;
    private bool _isErased;

    /// <summary>True when rows follow on lines of their own.</summary>
    public bool HasRows => _statement.Rows is not null;

    /// <summary>Writes a statement.</summary>
    public void Statement(ReadOnlySpan<char> text, List<SqlToken> tokens)
    {
        _statement.Read(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var raw = text.Slice(tokens[i].Span.Start, tokens[i].Span.Length);
            switch (tokens[i].Kind)
            {
                case SqlTokenKind.Text: Value(raw, _statement.ColumnOf(i)); break;
                case SqlTokenKind.Number: Number(raw, _statement.ColumnOf(i)); break;
                case SqlTokenKind.Comment: Comment(raw); break;
                case SqlTokenKind.Sign: Keep(raw); break;
                default: Name(raw); break;
            }
            _line += raw.Count('\n');
        }
    }

    /// <summary>Writes a row of COPY, cells between tabs; false for the line that ends the rows, which is written too.</summary>
    public bool Row(ReadOnlySpan<char> line)
    {
        var content = line.TrimEnd("\r\n");
        var isEnd = content is "\\.";
        var columns = _statement.Rows!;
        var (cell, position) = (0, 0);
        while (!isEnd)
        {
            var step = content[position..].IndexOf('\t');
            var end = step < 0 ? content.Length : position + step;
            Cell(content[position..end], cell < columns.Length ? columns[cell] : null);
            if (step < 0) { position = end; break; }
            Keep("\t");
            (position, cell) = (end + 1, cell + 1);
        }
        Keep(line[(isEnd ? 0 : position)..]);
        _line++;
        return !isEnd;
    }

    private void Cell(ReadOnlySpan<char> raw, SqlColumn? column)
    {
        if (raw is "\\N" || raw.IsEmpty) { Keep(raw); return; }
        if (Plan(raw, column) is not { } plan) { output.Write(_isErased ? "\\N" : raw); return; }
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.Write(raw, plan, _replacement);
        if (!_isErased && Fits(_replacement.WrittenSpan, raw, column))
            output.Write(_replacement.WrittenSpan.ToString().Replace('\t', ' ').Replace('\n', ' '));
        else output.Write(column is { IsRequired: true } required ? Constant(required.Kind) : "\\N");
    }

    /// <summary>A string; a date or number between quotes becomes NULL, unless the operator writes another.</summary>
    private void Value(ReadOnlySpan<char> raw, SqlColumn? column)
    {
        if (raw.Length == 2) { Keep(raw); return; }
        job.Account.AddStructure(2);
        var text = Decode(raw[1..^1]);
        if (Plan(text, column, raw.Length - 2) is not { } plan) { output.Write(_isErased ? "''" : raw); return; }
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.Write(text, plan, _replacement);
        if (_isErased) output.Write("''");
        else if (!Fits(_replacement.WrittenSpan, text, column))
            output.Write(column is { IsRequired: true } required ? $"'{Constant(required.Kind)}'" : "NULL");
        else Edit(raw, text, plan);
    }

    /// <summary>Writes a string with its planned values replaced; the rest stays as it is written.</summary>
    private void Edit(ReadOnlySpan<char> raw, ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(raw[position..(_origins[span.Start] + 1)]);
            _replacement.ResetWrittenCount();
            job.Redactor.Writer.WriteReplacement(text.Slice(span.Start, span.Length), in item, _replacement);
            output.Write(_replacement.WrittenSpan.ToString().Replace("'", "''", StringComparison.Ordinal));
            position = _origins[span.End] + 1;
        }
        output.Write(raw[position..]);
    }

    /// <summary>A string with doubled quotes made single; remembers where each character came from.</summary>
    private string Decode(ReadOnlySpan<char> raw)
    {
        if (_origins.Length <= raw.Length) _origins = new int[raw.Length * 2 + 1];
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            _origins[text.Length] = i;
            text.Append(raw[i]);
            if (raw[i] == '\'' && i + 1 < raw.Length && raw[i + 1] == '\'') i++;
        }
        _origins[text.Length] = raw.Length;
        return text.ToString();
    }

    private void Number(ReadOnlySpan<char> raw, SqlColumn? column)
    {
        var isPersonal = column is { } known && (Coordinates.AreNamedBy(known.Name)
            || FieldVocabulary.Of(known.Name) is { Kind: not (FieldKind.Technical or FieldKind.Timestamp) });
        if (!isPersonal && raw.Length < ShortestNumber) { Keep(raw); return; }
        Span<char> plain = stackalloc char[JsonNumber.Longest];
        if (Plan(JsonNumber.Plain(raw, plain), column, raw.Length) is not { } plan) { output.Write(raw); return; }
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.Write(JsonNumber.Plain(raw, plain), plan, _replacement);
        if (JsonNumber.Is(_replacement.WrittenSpan)) output.Write(_replacement.WrittenSpan);
        else output.Write(column is { IsRequired: true } ? "0" : "NULL");
    }

    private void Comment(ReadOnlySpan<char> raw)
    {
        if (Plan(raw, null) is not { } plan || _isErased) { output.Write(_isErased ? "" : raw); return; }
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.Write(raw, plan, _replacement);
        output.Write(_replacement.WrittenSpan);
    }

    private void Name(ReadOnlySpan<char> raw)
    {
        var isQuoted = raw[0] is '"' or '`' or '[';
        var name = isQuoted ? raw[1..^1] : raw;
        // some databases write strings between double quotes
        if (isQuoted && raw[0] == '"' && name.ContainsAny(' ', '@')) { Comment(raw); return; }
        job.Account.AddStructure(raw.Length);
        var named = _names.Of(name, ContextOf("~"));
        if (named.Plan is { } plan) job.Observer.OnPlan(new DocumentPlace(_line), plan, name);
        output.Write(named.Name is null ? raw : isQuoted ? $"{raw[0]}{named.Name}{raw[^1]}" : named.Name);
    }

    private void Keep(ReadOnlySpan<char> raw)
    {
        job.Account.AddStructure(raw.Length);
        output.Write(raw);
    }

    /// <summary>The plan of a value; null where nothing is to be done.</summary>
    private RedactionPlan<TextSpan>? Plan(ReadOnlySpan<char> text, SqlColumn? column, int? length = null)
    {
        _isErased = false;
        var context = column is { } known ? ContextOf(known.Name) : job.Context;
        var isIncluded = job.Includes(context.Field);
        if (isIncluded) job.Account.AddSearched(length ?? text.Length);
        else job.Account.AddExcluded(length ?? text.Length);
        if (!isIncluded) return null;
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            _isErased |= job.Account.Choice == UnsearchedChoice.Erase;
            job.Account.TakeBack(new(OpaqueData.Kind, found.Length, job.Account.Choice) { Line = _line, Path = context.Field });
        }
        var plan = job.Redactor.Plan(text, context);
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(_line, context.Field), plan, text);
        return plan.Items.IsEmpty ? null : plan;
    }

    /// <summary>True where the new value is of the column's type, or of that of the old one where the column's is not known.</summary>
    private static bool Fits(ReadOnlySpan<char> written, ReadOnlySpan<char> original, SqlColumn? column) => column switch
    {
        { Kind: CsvColumnKind.Number or CsvColumnKind.Date } known => CsvColumns.Fits(written, known.Kind) && !written.IsWhiteSpace(),
        { Kind: CsvColumnKind.Text } => true,
        _ => CsvColumns.Fits(written, CsvColumns.KindOf(original)),
    };

    private static string Constant(CsvColumnKind kind) => kind == CsvColumnKind.Date ? "1970-01-01" : "0";

    private RedactionContext ContextOf(string field)
    {
        if (_contexts.TryGetValue(field, out var context)) return context;
        if (_contexts.Count > 4096) _contexts.Clear();
        return _contexts[field] = job.Context with { Field = field };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SqlWriter({_line})");
}
