using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>Writes a message part by part; what holds no finding stays byte for byte.</summary>
internal sealed class MailWriter(DocumentJob job, IPartRedactor parts)
{
    private const int DeepestNesting = 32;
    private static readonly PlainText s_text = new();
    private readonly SearchLedger _ledger = job.Account;

    private int _part;

    public void Write(ReadOnlySpan<byte> message, Stream output) => Write(message, output, 0);

    /// <summary>Writes the line between two messages of a mailbox: an address and a date.</summary>
    public void WriteSeparator(ReadOnlySpan<byte> line, Stream output) =>
        WriteField(line, new("", MailCharset.Lenient(line.TrimEnd("\r\n"u8)), ..), _part, output);

    private void Write(ReadOnlySpan<byte> entity, Stream output, int depth)
    {
        job.Cancellation.ThrowIfCancellationRequested();
        if (depth > DeepestNesting) throw new RedactionException(ErrorCodes.TooLarge, "mail", "Parts are nested too deeply.");
        var part = _part++;
        var header = MailHeader.Read(entity);
        foreach (var field in header.Fields) WriteField(entity[field.Raw], field, part, output);
        var end = header.Fields.Count == 0 ? 0 : header.Fields[^1].Raw.End.Value;
        _ledger.AddStructure(header.Length - end); // the empty line
        var body = entity[header.Length..];
        if (header.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && header.Parameter("boundary") is { Length: > 0 } boundary)
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

    private void WriteField(ReadOnlySpan<byte> raw, MailField field, int part, Stream output)
    {
        var name = field.Name.ToLowerInvariant();
        var isUnread = Count(raw, field, name, part);
        if (IsStructure(name) || !job.Includes(name)) { output.Write(raw); return; }
        if (isUnread && _ledger.Choice == UnsearchedChoice.Erase)
        {
            output.Write(raw[..(raw.IndexOf((byte)':') + 1)]);
            output.Write(raw[raw.TrimEnd("\r\n"u8).Length..]);
            return;
        }
        var plan = job.Redactor.Plan(field.Value, job.Context with { Field = name });
        if (plan.Items.IsEmpty && plan.Kept == 0) { output.Write(raw); return; }
        job.Observer.OnPlan(new DocumentPlace(Path: $"part[{part}].{name}"), plan, field.Value);
        if (plan.Items.IsEmpty) { output.Write(raw); return; }
        var text = new System.Buffers.ArrayBufferWriter<char>();
        job.Redactor.Writer.Write(field.Value, plan, text);
        var ending = raw.EndsWith("\r\n"u8) ? "\r\n" : raw.EndsWith("\n"u8) ? "\n" : "";
        var start = name.Length == 0 ? "" : field.Name + ": ";
        output.Write(Encoding.UTF8.GetBytes($"{start}{text.WrittenSpan.ToString().ReplaceLineEndings(" ")}{ending}"));
    }

    /// <summary>Name, colon and line end are structure. True when a part of the value cannot be read.</summary>
    private bool Count(ReadOnlySpan<byte> raw, MailField field, string name, int part)
    {
        var value = raw.TrimEnd("\r\n"u8).Length;
        if (name.Length > 0) value -= raw.IndexOf((byte)':') + 1;
        _ledger.AddStructure(raw.Length - value);
        if (IsStructure(name)) _ledger.AddStructure(value);
        else if (!job.Includes(name)) _ledger.AddExcluded(value);
        else _ledger.AddSearched(value);
        // An encoded word that is left could not be decoded: the detectors saw letters that mean nothing.
        if (!job.Includes(name) || EncodedWords.Undecoded(field.Value) is not (> 0 and var left)) return false;
        _ledger.TakeBack(new("encoded-word", Math.Min(left, value), _ledger.Choice) { Path = $"part[{part}].{name}" });
        return true;
    }

    /// <summary>Fields that say how the message is put together, not who wrote what.</summary>
    private static bool IsStructure(string name) => name is "mime-version" or "content-transfer-encoding";

    private void WriteParts(ReadOnlySpan<byte> body, string boundary, Stream output, int depth)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
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
            output.Write(body[next.Start..next.End]);
            _ledger.AddStructure(next.End - next.Start);
            position = next.End;
            isPreamble = next.Closes;
        }
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
        return MailTransfer.Encode(encoded, header.TransferEncoding);
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
