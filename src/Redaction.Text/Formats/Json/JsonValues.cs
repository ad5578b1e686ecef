using System.Buffers;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Redacts the names, strings, numbers and lists of bytes of a JSON text, each where it stands.</summary>
internal sealed class JsonValues(DocumentJob job, JsonPath path)
{
    private const int LongestLabel = 48;
    private readonly JsonText _text = new();
    private readonly ArrayBufferWriter<char> _replacement = new();
    private readonly NameTable _names = new(job.Redactor, NameGrammar.Free);
    private readonly JsonBytes _bytes = new();
    private bool _isBuffer;

    /// <summary>1-based record, 0 where there are no records.</summary>
    public long Line { get; set; }

    /// <summary>Where the buffer begins in the document or record.</summary>
    public int Base { get; set; }

    /// <summary>What becomes of texts whose ranges the document tells; null where it tells of none.</summary>
    public OffsetMoves? Moves { get; set; }

    /// <summary>The plans of the record; null where there are no records.</summary>
    public RecordPlans? Record { get; set; }

    /// <summary>What is known of the fields.</summary>
    public JsonFieldContexts Fields { get; } = new(job.Context);

    public void Clear()
    {
        _text.Clear();
        _replacement.Clear();
        _names.Clear();
        _bytes.Clear();
        Record?.Clear();
    }

    /// <summary>A name stays as it is unless it holds a value that tells by itself what it is.</summary>
    public void Property(Span<byte> buffer, ref int copied, int start, Span<byte> token, Stream output)
    {
        var raw = token[1..^1];
        if (!Counts(raw.Length) || Record is { IsGathering: true }) return;
        var text = Decode(raw);
        var named = _names.Of(text, Fields.ContextOf(path.Field, isName: true, path.RootIndex), Record?.MentionIn(text));
        if (named.Plan is not { } plan) return;
        job.Observer.OnPlan(new DocumentPlace(Line, path.ToString()), plan, text);
        if (named.Name is null) return;
        output.Write(buffer[copied..(start + 1)]);
        output.Write(_text.Encode(named.Name));
        copied = start + token.Length - 1;
    }

    public void Value(Span<byte> buffer, ref int copied, int start, Span<byte> token, Stream output)
    {
        var raw = token[1..^1];
        _isBuffer = raw.SequenceEqual("Buffer"u8);
        if (!Counts(raw.Length)) return;
        var text = Decode(raw);
        if (text.Length <= LongestLabel && path.IsNaming) path.SetCaption(text.ToString());
        var plan = Plan(text);
        if (plan.Items.IsEmpty) return;
        output.Write(buffer[copied..(start + 1)]);
        var edits = Moves is { } moves && moves.Follow(Base + start) ? new TextEdits(plan.Items.Length) : null;
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
        if (edits is not null) Moves!.OnText(Base + start, edits.Finish(text));
    }

    private ReadOnlySpan<char> Decode(Span<byte> raw)
    {
        var text = _text.Decode(raw, out var valid);
        if (!valid) throw Failure(ErrorCodes.InvalidEncoding);
        return text.Length >= OpaqueData.Shortest && TakeOpaque(raw, text) ? _text.Decode(raw, out _) : text;
    }

    /// <summary>Looks whether an array or object is a list of bytes, and redacts it if it is.</summary>
    /// <param name="buffer">What is there of the text.</param>
    /// <param name="copied">How much of it is written.</param>
    /// <param name="start">Where the array or object begins.</param>
    /// <param name="isFinal">Nothing follows the buffer.</param>
    /// <param name="output">Receives what is done with.</param>
    /// <returns>Its length; 0 when it is something else, -1 when that shows only with more of the text.</returns>
    public int Bytes(Span<byte> buffer, ref int copied, int start, bool isFinal, Stream output)
    {
        var declared = _isBuffer;
        _isBuffer = false;
        var kind = _bytes.Read(buffer[start..], declared, isFinal, out var length);
        if (kind == JsonBytesKind.None) return 0;
        if (kind == JsonBytesKind.Incomplete) return -1;
        if (!Counts(length)) return length;
        if (kind == JsonBytesKind.Opaque) TakeOpaque(buffer.Slice(start, length));
        else if (Plan(_bytes.Text) is { Items.IsEmpty: false } plan)
        {
            if (Moves is not null)
                throw new RedactionException(ErrorCodes.Malformed, "json", "It tells of ranges of texts beside bytes that were changed.");
            _replacement.ResetWrittenCount();
            job.Redactor.Writer.Write(_bytes.Text, plan, _replacement);
            output.Write(buffer[copied..start]);
            _bytes.Write(_replacement.WrittenSpan, output);
            copied = start + length;
        }
        return length;
    }

    /// <summary>A picture, sound or another file as a list of numbers.</summary>
    private void TakeOpaque(Span<byte> list)
    {
        if (Record is { IsGathering: true })
        {
            if (job.LeavesOutBadRecords && job.Account.Choice == UnsearchedChoice.Refuse) throw Failure(ErrorCodes.Unsearched);
            return;
        }
        job.Account.TakeBack(new(OpaqueData.Kind, list.Length, job.Account.Choice) { Line = Line, Path = path.ToString() });
        if (job.Account.Choice == UnsearchedChoice.Erase) JsonBytes.Erase(list);
    }

    /// <summary>A number stays a number where the operator writes one, and becomes null where it does not.</summary>
    public void Number(ReadOnlySpan<byte> buffer, ref int copied, int start, ReadOnlySpan<byte> token, Stream output)
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
        var isIncluded = job.Includes(path.Field);
        if (Record is { IsGathering: true }) return isIncluded; // the value comes again
        if (isIncluded) job.Account.AddSearched(length);
        else job.Account.AddExcluded(length);
        return isIncluded;
    }

    /// <summary>Looks for pictures and the like in a value; true when the bytes were overwritten.</summary>
    private bool TakeOpaque(Span<byte> raw, ReadOnlySpan<char> text)
    {
        if (Record is { IsGathering: true })
        {
            // before anybody is told of the record; and what is erased changes the text that was planned ahead
            var counts = job.Account.Choice == UnsearchedChoice.Refuse ? job.LeavesOutBadRecords : Record.IsAhead;
            if (counts && OpaqueData.Find(text, 0).Length > 0) throw Failure(ErrorCodes.Unsearched);
            return false;
        }
        var erases = false;
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            var part = raw[_text.OriginOf(found.Start).._text.OriginOf(found.End)];
            job.Account.TakeBack(new(OpaqueData.Kind, part.Length, job.Account.Choice) { Line = Line, Path = path.ToString() });
            if (job.Account.Choice != UnsearchedChoice.Erase) continue;
            erases = true;
            part.Fill((byte)'A'); // escapes too
        }
        return erases;
    }

    private RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> text)
    {
        var context = Fields.ContextOf(path.Field, record: path.RootIndex);
        if (path.Caption is { } label) context = context with { Around = new() { Caption = label } };
        if (Record is { IsGathering: true }) return Record.Gather(text, context);
        var plan = Record is { IsReady: true } ? Record.Next(text, context) : job.Redactor.Plan(text, context);
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(Line, path.ToString()), plan, text);
        return plan;
    }

    private ReadOnlySpan<byte> Replacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item)
    {
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(original, in item, _replacement);
        return _text.Encode(_replacement.WrittenSpan);
    }

    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="fault">Tells the line of a file that is one JSON text; null where nothing does.</param>
    public RedactionException Failure(string code, JsonException? fault = null) => new(
        code, "json", Line > 0 ? $"Record {Line} is not valid JSON, or holds what cannot be searched." : JsonFault.Of("file", fault));
}
