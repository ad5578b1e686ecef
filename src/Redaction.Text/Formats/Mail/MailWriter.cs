using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes a message part by part; what holds no finding stays byte for byte.</summary>
internal sealed class MailWriter(DocumentJob job, IPartRedactor parts)
{
    private const int DeepestNesting = 32;
    private static readonly PlainText s_text = new();
    private readonly SearchLedger _ledger = job.Account;
    private readonly NameTable _names = new(job.Redactor, NameGrammar.Identifier);
    private readonly NameTable _boundaries = new(job.Redactor, NameGrammar.Identifier);

    private int _part;

    public void Write(ReadOnlySpan<byte> message, Stream output) => Write(message, output, 0);

    /// <summary>Writes the line between two messages of a mailbox: an address and a date.</summary>
    public void WriteSeparator(ReadOnlySpan<byte> line, Stream output) =>
        WriteField(line, new("", MailCharset.Lenient(line.TrimEnd("\r\n"u8)), ..), _part, ("", ""), output);

    private void Write(ReadOnlySpan<byte> entity, Stream output, int depth)
    {
        job.Cancellation.ThrowIfCancellationRequested();
        if (depth > DeepestNesting) throw new RedactionException(ErrorCodes.TooLarge, "mail", "Parts are nested too deeply.");
        var part = _part++;
        var header = MailHeader.Read(entity);
        var boundary = BoundaryOf(entity, header);
        foreach (var field in header.Fields) WriteField(entity[field.Raw], field, part, boundary, output);
        var end = header.Fields.Count == 0 ? 0 : header.Fields[^1].Raw.End.Value;
        _ledger.AddStructure(header.Length - end); // the empty line
        var body = entity[header.Length..];
        if (header.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && boundary.Read.Length > 0)
        {
            output.Write(entity[end..header.Length]);
            WriteParts(body, boundary, output, depth);
        }
        else if (header.MediaType == "message/rfc822")
        {
            output.Write(entity[end..header.Length]);
            Write(body, output, depth + 1);
        }
        else if (Body(body, header, part, isScan: output == Stream.Null) is { } redacted)
        {
            output.Write(entity[end..header.Length]);
            output.Write(redacted);
        }
        else
        {
            // Nothing looks into it, so it goes, whatever the policy says of other leftovers.
            if (body.Length > 0) _ledger.AddUnsearched(new("attachment", body.Length, UnsearchedChoice.Erase) { Path = $"part[{part}]" });
            output.Write(
                Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"X-Redacted-Content: {body.Length} bytes\r\n")));
            output.Write(entity[end..header.Length]);
            output.Write("\r\n"u8);
        }
    }

    private void WriteField(ReadOnlySpan<byte> raw, MailField field, int part, (string Read, string Written) boundary, Stream output)
    {
        var name = field.Name.ToLowerInvariant();
        var isUnread = Count(raw, field, name, part);
        if (IsStructure(field, name) || !job.Includes(name)) { output.Write(raw); return; }
        if (isUnread && _ledger.Choice == UnsearchedChoice.Erase)
        {
            output.Write(raw[..(raw.IndexOf((byte)':') + 1)]);
            output.Write(raw[raw.TrimEnd("\r\n"u8).Length..]);
            return;
        }
        var context = job.Context with { Field = name };
        var isParted = MailStructure.HasParameters(name);
        var renames = MailFileNames.Replace(name, field.Value, part, job);
        var plan = isParted ? PlanParameters(field.Value, context, renames) : job.Redactor.Plan(field.Value, context);
        if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(Path: $"part[{part}].{name}"), plan, field.Value);
        var edits = Edits(field.Value, plan);
        edits.AddRange(renames);
        edits.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        if (isParted && boundary.Written != boundary.Read) AddBoundary(field.Value, boundary, edits);
        var written = NameOf(field, part);
        if (edits.Count == 0 && written == field.Name) output.Write(raw);
        else MailFold.Write(raw, field, written, edits, output);
    }

    /// <summary>A field of the standard's without data, unless somebody wrote a value into it.</summary>
    private bool IsStructure(MailField field, string name) =>
        MailStructure.IsAll(name) && _boundaries.Of(field.Value, job.Context with { Field = name + "~" }).Name is null;

    /// <summary>Of a field that says how the message is put together, only the names of files are looked at.</summary>
    private RedactionPlan<TextSpan> PlanParameters(string value, RedactionContext context, List<MailEdit> renames)
    {
        var items = new List<PlannedRedaction<TextSpan>>();
        var kept = 0;
        foreach (var (name, place) in MailStructure.Parameters(value))
        {
            if (!MailStructure.IsData(name) || renames.Exists(r => r.Place.Overlaps(place))) continue;
            var plan = job.Redactor.Plan(value.AsSpan(place.Start, place.Length), context);
            kept += plan.Kept;
            items.AddRange(plan.Items.Select(i => i with
            {
                Finding = i.Finding with { Region = new(place.Start + i.Finding.Region.Start, i.Finding.Region.Length) },
            }));
        }
        return new(job.Redactor.Policy.Id, [.. items], kept);
    }

    private List<MailEdit> Edits(string value, RedactionPlan<TextSpan> plan)
    {
        var edits = new List<MailEdit>(plan.Items.Length);
        if (plan.Items.IsEmpty) return edits;
        job.Redactor.Writer.Observe(value, plan);
        var text = new System.Buffers.ArrayBufferWriter<char>();
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            text.ResetWrittenCount();
            job.Redactor.Writer.WriteReplacement(value.AsSpan(span.Start, span.Length), in item, text);
            edits.Add(new(span, text.WrittenSpan.ToString()));
        }
        return edits;
    }

    private string NameOf(MailField field, int part)
    {
        if (field.Name.Length == 0) return field.Name;
        var named = _names.Of(field.Name, job.Context with { Field = field.Name.ToLowerInvariant() + "~" });
        if (named.Plan is { } plan) job.Observer.OnPlan(new DocumentPlace(Path: $"part[{part}]"), plan, field.Name);
        return named.Name ?? field.Name;
    }

    private static void AddBoundary(string value, (string Read, string Written) boundary, List<MailEdit> edits)
    {
        foreach (var (name, place) in MailStructure.Parameters(value))
            if (name == "boundary" && value.AsSpan(place.Start, place.Length).SequenceEqual(boundary.Read))
                edits.Add(new(place, boundary.Written));
        edits.Sort(static (a, b) => a.Place.CompareTo(b.Place));
    }

    /// <summary>The boundary, and what is written for it: another one where it holds a value, such as somebody's address.</summary>
    private (string Read, string Written) BoundaryOf(ReadOnlySpan<byte> entity, MailHeader header)
    {
        if (header.Parameter("boundary") is not { Length: > 0 } boundary) return ("", "");
        var written = _boundaries.Of(boundary, job.Context with { Field = "content-type~" }).Name ?? boundary;
        if (written != boundary)
            while (entity.IndexOf(Encoding.UTF8.GetBytes("--" + written)) >= 0) written += "_";
        return (boundary, written);
    }

    /// <summary>Name, colon and line end are structure. True when a part of the value cannot be read.</summary>
    private bool Count(ReadOnlySpan<byte> raw, MailField field, string name, int part)
    {
        var value = raw.TrimEnd("\r\n"u8).Length;
        if (name.Length > 0) value -= raw.IndexOf((byte)':') + 1;
        _ledger.AddStructure(raw.Length - value);
        if (IsStructure(field, name)) _ledger.AddStructure(value);
        else if (!job.Includes(name)) _ledger.AddExcluded(value);
        else _ledger.AddSearched(value);
        // An encoded word that is left could not be decoded: the detectors saw letters that mean nothing.
        if (!job.Includes(name) || EncodedWords.Undecoded(field.Value) is not (> 0 and var left)) return false;
        _ledger.TakeBack(new("encoded-word", Math.Min(left, value), _ledger.Choice) { Path = $"part[{part}].{name}" });
        return true;
    }

    private void WriteParts(ReadOnlySpan<byte> body, (string Read, string Written) boundary, Stream output, int depth)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary.Read);
        var position = 0;
        var isPreamble = true;
        while (true)
        {
            var next = NextBoundary(body, position, mark);
            var end = next.Start < 0 ? body.Length : next.Start;
            var content = body[position..end];
            if (isPreamble || content.IsEmpty) Between(content, output);
            else Write(content, output, depth + 1);
            if (next.Start < 0) return;
            WriteMark(body[next.Start..next.End], mark, boundary.Written, output);
            _ledger.AddStructure(next.End - next.Start);
            position = next.End;
            isPreamble = next.Closes;
        }
    }

    private static void WriteMark(ReadOnlySpan<byte> line, ReadOnlySpan<byte> mark, string boundary, Stream output)
    {
        var at = line.IndexOf(mark);
        output.Write(line[..at]);
        output.Write(Encoding.UTF8.GetBytes("--" + boundary));
        output.Write(line[(at + mark.Length)..]);
    }

    /// <summary>The next boundary line with the line end before it, which belongs to it (RFC 2046 section 5.1.1).</summary>
    private static (int Start, int End, bool Closes) NextBoundary(ReadOnlySpan<byte> body, int from, ReadOnlySpan<byte> mark)
    {
        for (var i = from; i < body.Length;)
        {
            var step = body[i..].IndexOf(mark);
            if (step < 0) break;
            var start = i + step;
            i = start + mark.Length;
            if (start > 0 && body[start - 1] != '\n') continue;
            var line = body[i..];
            var end = line.IndexOf((byte)'\n');
            line = end < 0 ? line : line[..(end + 1)];
            var closes = line.StartsWith("--"u8);
            if (!(closes ? line[2..] : line).Trim(" \t\r\n"u8).IsEmpty) continue;
            var before = start;
            if (before > from && body[before - 1] == '\n') before--;
            if (before > from && body[before - 1] == '\r') before--;
            return (before, i + line.Length, closes);
        }
        return (-1, -1, false);
    }

    /// <summary>Text before the first part and after the last.</summary>
    private void Between(ReadOnlySpan<byte> content, Stream output)
    {
        if (content.IsEmpty) return;
        using var input = new MemoryStream(content.ToArray());
        _ledger.AddEmbedded(content.Length);
        s_text.Redact(input, output, job with { Observer = new BetweenObserver(job.Observer, _ledger, $"between[{_part}]") });
    }

    /// <summary>The redacted body as the message carries it; null for what cannot be looked into.</summary>
    private byte[]? Body(ReadOnlySpan<byte> body, MailHeader header, int part, bool isScan)
    {
        var isText = TextParts.FormatOf(header.MediaType) is not null;
        if (Content(body, header, isText) is not { } content) return null;
        var charset = isText ? Charset(header, content) : null;
        if (charset is not null) content = ToUtf8(content, charset);
        using var input = new MemoryStream(content);
        using var redacted = new MemoryStream();
        var observer = new MailPartObserver(job.Observer, _ledger, $"part[{part}]");
        if (!parts.Redact(new(header.FileName, header.MediaType), input, isScan ? Stream.Null : redacted, observer)) return null;
        _ledger.AddEmbedded(body.Length);
        var changed = redacted.GetBuffer().AsSpan(0, (int)redacted.Length);
        if (changed.SequenceEqual(content)) return body.ToArray();
        var encoded = charset is null ? changed.ToArray() : charset.GetBytes(Encoding.UTF8.GetString(changed));
        return MailTransfer.Encode(encoded, header.TransferEncoding, body);
    }

    /// <summary>The body decoded; null for a part that is not text and not as it says.</summary>
    private static byte[]? Content(ReadOnlySpan<byte> body, MailHeader header, bool isText)
    {
        try
        {
            return MailTransfer.Decode(body, header.TransferEncoding);
        }
        catch (RedactionException) when (!isText)
        {
            return null;
        }
    }

    /// <summary>What the part says; null where it says nothing, or that it is ASCII and is not: its format finds out.</summary>
    private static Encoding? Charset(MailHeader header, ReadOnlySpan<byte> content)
    {
        if (header.Parameter("charset") is not { } name) return null;
        var encoding = CodePages.Find(name)
            ?? throw new RedactionException(ErrorCodes.UnsupportedFormat, "mail", "A part has an unknown character set.");
        return encoding is UTF8Encoding && !name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) && !Ascii.IsValid(content)
            ? null : encoding;
    }

    private static byte[] ToUtf8(byte[] content, Encoding charset)
    {
        try
        {
            return Encoding.UTF8.GetBytes(charset.GetString(content));
        }
        catch (DecoderFallbackException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, "mail", "A part is not in the character set that it names.");
        }
    }
}
