using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents;

/// <summary>Redacts what stands in resources and is a file of its own: attachments and narratives.</summary>
internal sealed class FhirParts(DocumentJob job, TextRedactor redactor, IPartRedactor parts)
{
    /// <summary>What the ledger calls data that no format reads.</summary>
    public const string Kind = "attachment";

    private const string Nothing = "AA==";
    private readonly DocumentJob _texts = job with { Redactor = redactor, Fields = [], RequiresField = false, RecordTypes = [] };
    private int _start = -1;
    private byte[]? _content;
    private string? _encoded;

    /// <summary>Forgets the resource.</summary>
    public void Begin() => (_start, _content, _encoded) = (-1, null, null);

    /// <summary>What takes the place of a value; null where it stays. Tells the ledger of it.</summary>
    public string? Redact(
        FhirElement element, ReadOnlySpan<byte> raw, ReadOnlySpan<byte> json, FhirPlace place, long line, ReadOnlySpan<char> text)
    {
        if (element.Meaning == FhirMeaning.Div) return Narrative(text, raw.Length, place);
        if (element.Meaning == FhirMeaning.Hash)
        {
            job.Account.AddSearched(raw.Length);
            if (!FhirObject.TryFind(json, "data"u8, out var data)) return null;
            Read(json, data, place, line);
            return _content is null ? null : Convert.ToBase64String(SHA1.HashData(_content));
        }
        Read(json, raw, place, line);
        if (_content is [0] && _encoded == Nothing)
            job.Account.AddUnsearched(new(Kind, raw.Length, UnsearchedChoice.Erase) { Line = line, Path = place.ToString() });
        else job.Account.AddEmbedded(raw.Length);
        return _encoded;
    }

    /// <summary>The size of what takes the place of an attachment; null where it stays.</summary>
    public string? Size(ReadOnlySpan<byte> json, FhirPlace place, long line)
    {
        if (!FhirObject.TryFind(json, "data"u8, out var data)) return null;
        Read(json, data, place, line);
        return _content?.Length.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Redacts the data of the attachment that is open, once.</summary>
    private void Read(ReadOnlySpan<byte> json, ReadOnlySpan<byte> raw, FhirPlace place, long line)
    {
        if (_start == place.ObjectStart) return;
        _start = place.ObjectStart;
        (_content, _encoded) = ([0], Nothing);
        var type = FhirObject.Text(json, "contentType"u8) ?? "application/octet-stream";
        type = type.Split(';')[0].Trim().ToLowerInvariant();
        if (Content(raw) is not { } content) return;
        using var input = new MemoryStream(content, writable: false);
        using var output = new MemoryStream();
        var path = place.ToString();
        path = path[..(path.LastIndexOf('.') is > 0 and var dot ? dot : path.Length)];
        var observer = new MailPartObserver(job.Observer, job.Account, path);
        if (!parts.Redact(new(FhirObject.Text(json, "title"u8), type), input, output, observer)) return;
        var redacted = output.ToArray();
        (_content, _encoded) = redacted.AsSpan().SequenceEqual(content) ? (null, null) : (redacted, Convert.ToBase64String(redacted));
        if (redacted.Length == 0) (_content, _encoded) = ([0], Nothing);
    }

    private static byte[]? Content(ReadOnlySpan<byte> raw)
    {
        var content = new byte[Base64.GetMaxDecodedFromUtf8Length(raw.Length)];
        if (raw.Contains((byte)'\\'))
            raw = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(raw).Replace("\\/", "/", StringComparison.Ordinal));
        return Base64.DecodeFromUtf8(raw, content, out _, out var written) == OperationStatus.Done ? content[..written] : null;
    }

    private string? Narrative(ReadOnlySpan<char> text, int length, FhirPlace place)
    {
        job.Account.AddEmbedded(length);
        var div = text.ToString();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(div), writable: false);
        using var output = new MemoryStream();
        var observer = new MailPartObserver(job.Observer, job.Account, place.ToString());
        DocumentFormats.Html.Redact(input, output, _texts with { Observer = observer });
        var redacted = Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
        return redacted == div ? null : redacted;
    }
}
