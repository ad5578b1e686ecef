using System.Buffers;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Redacts one JSON text: hands out string values, property names and long numbers, and copies all other bytes.</summary>
internal sealed class JsonWalker(DocumentJob job) : IRecordWalker
{
    private const int ShortestNumber = 7, LongestLabel = 48;
    private readonly JsonFieldContexts _fields = new(job.Context);
    private readonly JsonText _text = new();
    private readonly ArrayBufferWriter<char> _replacement = new();
    private readonly JsonPath _path = new();
    private readonly NameTable _names = new(job.Redactor, NameGrammar.Free);
    private RecordPlans? _record;
    private int _base;

    /// <summary>1-based record, 0 where there are no records.</summary>
    public long Line { get; set; }

    /// <summary>Sees by its fields of what data type the next record is.</summary>
    public void Resolve(ReadOnlySpan<byte> record) => _fields.Types = JsonRecordTypes.OfRecord(record, job);

    /// <summary>Sees of what data types the records of a document are; returns it from its beginning.</summary>
    public Stream ResolveAll(Stream document)
    {
        (document, _fields.Types) = JsonRecordTypes.OfDocument(document, job);
        return document;
    }

    /// <summary>Takes what becomes of texts whose ranges the document tells; null where it tells of none.</summary>
    public OffsetMoves? Moves { get; set; }

    /// <summary>Works through the tokens that are complete in the buffer and returns how many bytes are done with and written.</summary>
    public int Walk(Span<byte> buffer, ref JsonReaderState state, Stream output) => Walk(buffer, isFinal: false, ref state, output);

    /// <summary>As <see cref="Walk(Span{byte}, ref JsonReaderState, Stream)"/>, at the end: what is incomplete now is cut off.</summary>
    public int WalkToEnd(Span<byte> buffer, ref JsonReaderState state, Stream output)
    {
        _base = 0;
        var done = _base = Walk(buffer, isFinal: false, ref state, output);
        return done + Walk(buffer[done..], isFinal: true, ref state, output);
    }

    /// <summary>Redacts a whole document; the ranges that it tells of its own texts go along.</summary>
    public int WalkWhole(Span<byte> document, ref JsonReaderState state, Stream output)
    {
        if (OffsetScout.Look(document) is not { } moves) return WalkToEnd(document, ref state, output);
        Moves = moves;
        using var redacted = new MemoryStream(document.Length);
        var done = WalkToEnd(document, ref state, redacted);
        moves.Write(redacted.GetBuffer().AsSpan(0, (int)redacted.Length), output);
        Moves = null;
        return done;
    }

    /// <summary>Redacts a whole record, in which the same value is redacted in every field; the ranges that it tells of its own texts go
    /// along.</summary>
    public int WalkRecord(Span<byte> record, Stream output)
    {
        if (OffsetScout.Look(record) is not { } moves) return WalkTwice(record, output);
        Moves = moves;
        try
        {
            using var redacted = new MemoryStream(record.Length);
            var done = WalkTwice(record, redacted);
            moves.Write(redacted.GetBuffer().AsSpan(0, (int)redacted.Length), output);
            return done;
        }
        finally
        {
            Moves = null;
        }
    }

    private int WalkTwice(Span<byte> record, Stream output)
    {
        var plans = _record ??= new(job.Redactor);
        plans.Begin();
        try
        {
            var state = new JsonReaderState(Json.Options);
            WalkToEnd(record, ref state, Stream.Null);
            plans.Finish();
            state = new JsonReaderState(Json.Options);
            return WalkToEnd(record, ref state, output);
        }
        finally
        {
            plans.Clear();
        }
    }

    private int Walk(Span<byte> buffer, bool isFinal, ref JsonReaderState state, Stream output)
    {
        var reader = new Utf8JsonReader(buffer, isFinal, state);
        var (copied, end) = (0, 0);
        long structure = 0;
        while (Read(ref reader, isFinal))
        {
            var start = (int)reader.TokenStartIndex;
            var token = buffer[start..(int)reader.BytesConsumed];
            structure += start - end; // white space, commas and colons: the reader lets nothing else stand there
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: _path.EnterObject(); break;
                case JsonTokenType.StartArray: _path.EnterArray(); break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray: _path.Leave(); _path.Next(); break;
                case JsonTokenType.PropertyName:
                    token = token[..(reader.ValueSpan.Length + 2)]; // without the colon
                    Property(buffer, ref copied, start, token, output);
                    structure += 2 - token.Length;
                    _path.SetName(Name(ref reader));
                    if (_path.IsUnnamed && JsonPairs.NameBehind(reader) is { } behind) _path.SetCaption(behind);
                    job.Includes(_path.Field); // notes that there is such a field, whatever its value
                    break;
                case JsonTokenType.String:
                    Value(buffer, ref copied, start, token, output);
                    structure += 2 - token.Length;
                    _path.Next();
                    break;
                case JsonTokenType.Number:
                    if (Digits(token) >= ShortestNumber || _fields.AreTyped(_path.Field) || token.ContainsAny((byte)'e', (byte)'E'))
                    {
                        Number(buffer, ref copied, start, token, output);
                        structure -= token.Length;
                    }
                    _path.Next();
                    break;
                default: _path.Next(); break;
            }
            structure += token.Length;
            end = start + token.Length;
        }
        if (_record is not { IsGathering: true }) job.Account.AddStructure(structure + (int)reader.BytesConsumed - end);
        state = reader.CurrentState;
        output.Write(buffer[copied..(int)reader.BytesConsumed]);
        return (int)reader.BytesConsumed;
    }

    /// <summary>Forgets the place within a record that was not read to its end.</summary>
    public void Restart() => _path.Clear();

    public void Clear()
    {
        _text.Clear();
        _replacement.Clear();
        _names.Clear();
        _record?.Clear();
    }

    private bool Read(ref Utf8JsonReader reader, bool isFinal)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            throw Failure(isFinal ? ErrorCodes.Truncated : ErrorCodes.Malformed); // all that is complete has passed before
        }
        catch (InvalidOperationException)
        {
            throw Failure(ErrorCodes.InvalidEncoding);
        }
    }

    private string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Failure(ErrorCodes.InvalidEncoding); // half a character
        }
    }

    /// <summary>A name stays as it is unless it holds a value that tells by itself what it is.</summary>
    private void Property(Span<byte> buffer, ref int copied, int start, Span<byte> token, Stream output)
    {
        var raw = token[1..^1];
        if (!Counts(raw.Length) || _record is { IsGathering: true }) return;
        var text = Decode(raw);
        var named = _names.Of(text, _fields.ContextOf(_path.Field, isName: true, _path.RootIndex), _record?.MentionIn(text));
        if (named.Plan is not { } plan) return;
        job.Observer.OnPlan(new DocumentPlace(Line, _path.ToString()), plan, text);
        if (named.Name is null) return;
        output.Write(buffer[copied..(start + 1)]);
        output.Write(_text.Encode(named.Name));
        copied = start + token.Length - 1;
    }

    private void Value(Span<byte> buffer, ref int copied, int start, Span<byte> token, Stream output)
    {
        var raw = token[1..^1];
        if (!Counts(raw.Length)) return;
        var text = Decode(raw);
        if (text.Length <= LongestLabel && _path.IsNaming) _path.SetCaption(text.ToString());
        var plan = Plan(text);
        if (plan.Items.IsEmpty) return;
        output.Write(buffer[copied..(start + 1)]);
        var edits = Moves is { } moves && moves.Follow(_base + start) ? new TextEdits(plan.Items.Length) : null;
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(raw[position.._text.OriginOf(span.Start)]);
            output.Write(Replacement(text.Slice(span.Start, span.Length), in item));
            edits?.Add(text, in item, _replacement.WrittenSpan);
            position = _text.OriginOf(span.End);
        }
        output.Write(raw[position..]);
        copied = start + token.Length - 1;
        if (edits is not null) Moves!.OnText(_base + start, edits.Finish(text));
    }

    private ReadOnlySpan<char> Decode(Span<byte> raw)
    {
        var text = _text.Decode(raw, out var valid);
        if (!valid) throw Failure(ErrorCodes.InvalidEncoding);
        return text.Length >= OpaqueData.Shortest && TakeOpaque(raw, text) ? _text.Decode(raw, out _) : text;
    }

    /// <summary>A number stays a number where the operator writes one, and becomes null where it does not.</summary>
    private void Number(ReadOnlySpan<byte> buffer, ref int copied, int start, ReadOnlySpan<byte> token, Stream output)
    {
        if (!Counts(token.Length)) return;
        Span<char> plain = stackalloc char[JsonNumber.Longest];
        var text = JsonNumber.Plain(_text.Decode(token, out _), plain);
        var plan = Plan(text);
        if (plan.Items.IsEmpty) return;
        output.Write(buffer[copied..start]);
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.Write(text, plan, _replacement);
        output.Write(JsonNumber.Is(_replacement.WrittenSpan) ? _text.Encode(_replacement.WrittenSpan) : "null"u8);
        copied = start + token.Length;
    }

    /// <summary>Tells the ledger of a value; false when the caller left it out.</summary>
    private bool Counts(int length)
    {
        var isIncluded = job.Includes(_path.Field);
        if (_record is { IsGathering: true }) return isIncluded; // the value comes again
        if (isIncluded) job.Account.AddSearched(length);
        else job.Account.AddExcluded(length);
        return isIncluded;
    }

    /// <summary>Looks for pictures and the like in a value; true when the bytes were overwritten.</summary>
    private bool TakeOpaque(Span<byte> raw, ReadOnlySpan<char> text)
    {
        if (_record is { IsGathering: true })
        {
            if (job.LeavesOutBadRecords && job.Account.Choice == UnsearchedChoice.Refuse && OpaqueData.Find(text, 0).Length > 0)
                throw Failure(ErrorCodes.Unsearched); // before anybody is told of the record
            return false;
        }
        var erases = false;
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            var part = raw[_text.OriginOf(found.Start).._text.OriginOf(found.End)];
            job.Account.TakeBack(new(OpaqueData.Kind, part.Length, job.Account.Choice) { Line = Line, Path = _path.ToString() });
            if (job.Account.Choice != UnsearchedChoice.Erase) continue;
            erases = true;
            part.Fill((byte)'A'); // escapes too
        }
        return erases;
    }

    private RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> text)
    {
        var context = _fields.ContextOf(_path.Field, record: _path.RootIndex);
        if (_path.Caption is { } label) context = context with { Around = new() { Caption = label } };
        if (_record is { IsGathering: true }) return _record.Gather(text, context);
        var plan = _record is { IsReady: true } ? _record.Next(text, context) : job.Redactor.Plan(text, context);
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(Line, _path.ToString()), plan, text);
        return plan;
    }

    private ReadOnlySpan<byte> Replacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(original, in item, _replacement);
        return _text.Encode(_replacement.WrittenSpan);
    }

    private RedactionException Failure(string code) => new(
        code, "json", Line > 0 ? $"Record {Line} is not valid JSON, or holds what cannot be searched." : "The file is not valid JSON.");

    private static int Digits(ReadOnlySpan<byte> token)
    {
        var count = 0;
        foreach (var b in token)
            if (b is >= (byte)'0' and <= (byte)'9') count++;
        return count;
    }
}
