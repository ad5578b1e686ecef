using System.Collections.Concurrent;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Redacts one JSON text: hands out string values, property names, long numbers and lists of bytes, and copies all other
/// bytes.</summary>
internal sealed class JsonWalker : IRecordWalker
{
    private const int ShortestNumber = 7;
    private readonly DocumentJob _job;
    private readonly JsonPath _path = new();
    private readonly JsonValues _values;

    public JsonWalker(DocumentJob job) => (_job, _values) = (job, new(job, _path));

    /// <summary>1-based record, 0 where there are no records.</summary>
    public long Line { get => _values.Line; set => _values.Line = value; }

    /// <summary>The first record of lines that are lists, where it names their columns.</summary>
    public JsonHeader? Header { get; set; }

    /// <summary>Sees by its fields of what data type the next record is, and by the first record how its values are called.</summary>
    public void Resolve(ReadOnlySpan<byte> record)
    {
        _values.Fields.Types = JsonRecordTypes.OfRecord(record, _job);
        _path.Header = Header?.NamesOf(record);
    }

    /// <summary>Sees of what data types the records of a document are; returns it from its beginning.</summary>
    public Stream ResolveAll(Stream document)
    {
        (document, _values.Fields.Types) = JsonRecordTypes.OfDocument(document, _job);
        return document;
    }

    /// <summary>Works through the tokens that are complete in the buffer and returns how many bytes are done with and written.</summary>
    public int Walk(Span<byte> buffer, ref JsonReaderState state, Stream output) => Walk(buffer, isFinal: false, ref state, output);

    /// <summary>As <see cref="Walk(Span{byte}, ref JsonReaderState, Stream)"/>, at the end: what is incomplete now is cut off.</summary>
    public int WalkToEnd(Span<byte> buffer, ref JsonReaderState state, Stream output)
    {
        _values.Base = 0;
        var done = _values.Base = Walk(buffer, isFinal: false, ref state, output);
        return done + Walk(buffer[done..], isFinal: true, ref state, output);
    }

    /// <summary>Redacts a whole document; the ranges that it tells of its own texts go along.</summary>
    public int WalkWhole(Span<byte> document, ref JsonReaderState state, Stream output)
    {
        if (OffsetScout.Look(document) is not { } moves) return WalkToEnd(document, ref state, output);
        _values.Moves = moves;
        using var redacted = new MemoryStream(document.Length);
        var done = WalkToEnd(document, ref state, redacted);
        moves.Write(redacted.GetBuffer().AsSpan(0, (int)redacted.Length), output);
        _values.Moves = null;
        return done;
    }

    /// <summary>Redacts a whole record, in which the same value is redacted in every field; the ranges that it tells of its own texts go
    /// along.</summary>
    public int WalkRecord(Span<byte> record, Stream output) => Moved(record, output, OffsetScout.Look(record), WalkTwice);

    /// <summary>Plans a record before its turn, on a walker of its own; null where that has to wait for its turn.</summary>
    /// <param name="record">The record.</param>
    /// <param name="free">Plans that nobody uses any more.</param>
    /// <param name="log">Takes the plans.</param>
    public PlannedRecord? PlanRecord(Span<byte> record, ConcurrentBag<RecordPlans> free, PlanLog log)
    {
        if (!free.TryTake(out var plans)) plans = new(_job.Redactor, isAhead: true);
        (_values.Record, plans.Log) = (plans, log);
        try
        {
            Resolve(record);
            if (!record.ContainsAnyExcept(" \t\r\n"u8)) return null;
            plans.Begin();
            WalkOnce(record, Stream.Null);
            plans.Settle();
            return new(plans, _values.Fields.Types, OffsetScout.Look(record));
        }
        catch (RedactionException)
        {
            Restart();
            return null;
        }
        finally
        {
            _values.Record = null;
        }
    }

    /// <summary>As <see cref="WalkRecord"/>, with plans that were made before.</summary>
    public int WalkPlanned(Span<byte> record, Stream output, PlannedRecord planned)
    {
        var own = _values.Record;
        (_values.Record, _values.Fields.Types, _path.Header) = (planned.Plans, planned.Types, Header?.NamesOf(record));
        try
        {
            planned.Plans.Observe(_job.Redactor);
            return Moved(record, output, planned.Moves, WalkOnce);
        }
        finally
        {
            _values.Record = own;
        }
    }

    private delegate int RecordWalk(Span<byte> record, Stream output);

    private int Moved(Span<byte> record, Stream output, OffsetMoves? moves, RecordWalk walk)
    {
        if (moves is null) return walk(record, output);
        _values.Moves = moves;
        try
        {
            using var redacted = new MemoryStream(record.Length);
            var done = walk(record, redacted);
            moves.Write(redacted.GetBuffer().AsSpan(0, (int)redacted.Length), output);
            return done;
        }
        finally
        {
            _values.Moves = null;
        }
    }

    private int WalkOnce(Span<byte> record, Stream output)
    {
        var state = new JsonReaderState(Json.Options);
        return WalkToEnd(record, ref state, output);
    }

    private int WalkTwice(Span<byte> record, Stream output)
    {
        var plans = _values.Record ??= new(_job.Redactor);
        plans.Begin();
        try
        {
            WalkOnce(record, Stream.Null);
            plans.Finish();
            return WalkOnce(record, output);
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
            var list = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject
                ? _values.Bytes(buffer, ref copied, start, isFinal, output) : 0;
            if (list < 0)
            {
                reader = Before(buffer[..start], state);
                break;
            }
            structure += start - end; // white space, commas and colons: the reader lets nothing else stand there
            if (list > 0)
            {
                reader.TrySkip();
                _path.Next();
                end = start + list;
                continue;
            }
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: _path.EnterObject(); break;
                case JsonTokenType.StartArray: _path.EnterArray(); break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray: _path.Leave(); _path.Next(); break;
                case JsonTokenType.PropertyName:
                    token = token[..(reader.ValueSpan.Length + 2)]; // without the colon
                    _values.Property(buffer, ref copied, start, token, output);
                    structure += 2 - token.Length;
                    _path.SetName(Name(ref reader));
                    if (_path.IsUnnamed && JsonPairs.NameBehind(reader) is { } behind) _path.SetCaption(behind);
                    _job.Includes(_path.Field); // notes that there is such a field, whatever its value
                    break;
                case JsonTokenType.String:
                    _values.Value(buffer, ref copied, start, token, output);
                    structure += 2 - token.Length;
                    _path.Next();
                    break;
                case JsonTokenType.Number:
                    if (_values.IsInList || Digits(token) >= ShortestNumber || _values.Fields.AreTyped(_path.Field)
                        || token.ContainsAny((byte)'e', (byte)'E'))
                    {
                        _values.Number(buffer, ref copied, start, token, output);
                        structure -= token.Length;
                    }
                    _path.Next();
                    break;
                default: _path.Next(); break;
            }
            structure += token.Length;
            end = start + token.Length;
        }
        if (_values.Record is not { IsGathering: true }) _job.Account.AddStructure(structure + (int)reader.BytesConsumed - end);
        state = reader.CurrentState;
        output.Write(buffer[copied..(int)reader.BytesConsumed]);
        return (int)reader.BytesConsumed;
    }

    /// <summary>Forgets the place within a record that was not read to its end.</summary>
    public void Restart() => _path.Clear();

    public void Clear() => _values.Clear();

    /// <summary>A reader that has read just what stands before a token.</summary>
    private static Utf8JsonReader Before(ReadOnlySpan<byte> buffer, JsonReaderState state)
    {
        var reader = new Utf8JsonReader(buffer, isFinalBlock: false, state);
        while (reader.Read()) { }
        return reader;
    }

    private bool Read(ref Utf8JsonReader reader, bool isFinal)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            throw _values.Failure(isFinal ? ErrorCodes.Truncated : ErrorCodes.Malformed, e); // all that is complete has passed before
        }
        catch (InvalidOperationException)
        {
            throw _values.Failure(ErrorCodes.InvalidEncoding);
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
            throw _values.Failure(ErrorCodes.InvalidEncoding); // half a character
        }
    }

    private static int Digits(ReadOnlySpan<byte> token)
    {
        var count = 0;
        foreach (var b in token)
            if (b is >= (byte)'0' and <= (byte)'9') count++;
        return count;
    }
}
