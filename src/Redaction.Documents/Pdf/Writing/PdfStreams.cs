using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Copies streams, each by what it is.</summary>
internal sealed class PdfStreams(PdfFile file, PdfSearch search, DocumentJob job, IPartRedactor parts, PdfRewriter objects)
{
    private readonly HashSet<int> _counted = [];

    /// <summary>Counts a stream of operators, which was looked through.</summary>
    public void Count(int number, PdfStream stream)
    {
        if (_counted.Add(number)) job.Account.AddSearched(stream.Data.Length);
    }

    /// <summary>A stream of operators as it is written; null where nothing changes.</summary>
    public byte[]? Edit(ReadOnlyMemory<byte> content, PdfDictionary resources, int removals, string path)
    {
        using var editor = new ContentEditor(file, search.Fonts, objects);
        return editor.Edit(content, resources, search.Removals.Of(removals), (image, data) => search.Pictures.Goes(image, data, path));
    }

    public PdfObject Copy(int number, PdfStream stream, PdfNote note, string path)
    {
        var (type, subtype) = (file.Name(stream.Dictionary["Type"]), file.Name(stream.Dictionary["Subtype"]));
        if (type is "XRef" or "ObjStm") return PdfObject.Null;
        if (note.Role == PdfRole.Attachment || type == "EmbeddedFile") return Attachment(stream, note, path);
        if (note.Role == PdfRole.Metadata || type == "Metadata") return Metadata(stream, note, path);
        if (subtype == "Image") return Picture(number, stream, note, path);
        if (subtype == "Form" || note.Role == PdfRole.Content || file.Number(stream.Dictionary["PatternType"], 0) == 1)
            return Content(number, stream, note, path);
        if (note.Role == PdfRole.Script) return Script(stream, note, path) ?? Unknown(stream, note, path);
        if (note.Role == PdfRole.Structure || stream.Dictionary.Has("FunctionType") || stream.Dictionary.Has("ShadingType"))
            return Structure(stream, note, path);
        return Script(stream, note, path) ?? Unknown(stream, note, path);
    }

    private PdfStream Packed(PdfStream stream, PdfNote note, ReadOnlySpan<byte> data, params ReadOnlySpan<string> without) =>
        PdfPack.Stream(objects.Entries(stream.Dictionary, note).Without([.. without, "Filter", "DecodeParms", "Length", "DL"]), data);

    private PdfStream Same(PdfStream stream, PdfNote note)
    {
        var tidy = PdfPack.Tidy(file, stream);
        return new(objects.Entries(tidy.Dictionary, note), tidy.Data);
    }

    private PdfStream Content(int number, PdfStream stream, PdfNote note, string path)
    {
        if (PdfFilters.Decode(file, stream, out var picture) is not { } content || picture is not null)
            return Unknown(stream, note, path);
        search.Form(number, stream, path, 0, note.Field);
        Count(number, stream);
        var resources = file.Dictionary(stream.Dictionary["Resources"]) ?? search.Inherited.GetValueOrDefault(number) ?? new();
        var edited = Edit(content, resources, number, path);
        return Packed(stream, note with { Role = PdfRole.Any }, edited ?? content.Span);
    }

    private PdfStream Picture(int number, PdfStream stream, PdfNote note, string path)
    {
        var below = note with { Role = PdfRole.Any };
        if (search.Pictures.Write(number, stream, path) is not { } written)
        {
            var empty = new PdfDictionary();
            foreach (var (key, value) in ErasedPicture.Entries) empty[key] = value;
            return new PdfStream(empty, new byte[] { 0x80 });
        }
        return ReferenceEquals(written, stream) ? Same(stream, below)
            : new PdfStream(objects.Entries(written.Dictionary, below), written.Data);
    }

    private static PdfDictionary ErasedPicture { get; } = (PdfDictionary)new PdfLexer(
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>"u8.ToArray(), hasReferences: false)
        .Read()!;

    /// <summary>Fonts, profiles, tables: looked through for what tells by itself what it is.</summary>
    private PdfStream Structure(PdfStream stream, PdfNote note, string path)
    {
        if (PdfFilters.Decode(file, stream, out var picture) is not { } data || picture is not null)
            return Unknown(stream, note, path);
        job.Account.AddStructure(stream.Data.Length);
        return OpaqueRuns.Search(data.ToArray(), job, path) is { } changed ? Packed(stream, note, changed) : Same(stream, note);
    }

    private PdfStream? Script(PdfStream stream, PdfNote note, string path)
    {
        if (PdfFilters.Decode(file, stream, out var picture) is not { } data || picture is not null) return null;
        if (PdfTextString.Read(data.Span) is not { } text || !IsText(text)) return null;
        job.Account.AddSearched(stream.Data.Length);
        var redacted = search.Strings.Search(text, note.Field, path);
        return redacted == text ? Same(stream, note) : Packed(stream, note, PdfTextString.Write(redacted));
    }

    private static bool IsText(string text)
    {
        var other = 0;
        foreach (var c in text)
            if (c > '~' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f'))) other++;
        return other * 4 <= text.Length;
    }

    private PdfObject Metadata(PdfStream stream, PdfNote note, string path)
    {
        var below = note with { Role = PdfRole.Any };
        if (PdfFilters.Decode(file, stream, out var picture) is { } data && picture is null)
            try
            {
                using var input = new MemoryStream(data.ToArray(), writable: false);
                using var output = new MemoryStream();
                var observer = new PdfPartObserver(job.Observer, job.Account, path);
                if (parts.Redact(new("metadata.xml", "application/xml"), input, output, observer))
                {
                    job.Account.AddEmbedded(stream.Data.Length);
                    return Packed(stream, below, output.GetBuffer().AsSpan(0, (int)output.Length));
                }
            }
            catch (RedactionException e) when (e.Code is ErrorCodes.Malformed or ErrorCodes.Truncated or ErrorCodes.InvalidEncoding)
            {
                // No XML: it goes.
            }
        job.Account.AddUnsearched(new("metadata", stream.Data.Length, UnsearchedChoice.Erase) { Path = path });
        return PdfObject.Null;
    }

    private PdfStream Attachment(PdfStream stream, PdfNote note, string path)
    {
        var below = new PdfNote(PdfRole.Any, note.Key, null);
        var media = file.Name(stream.Dictionary["Subtype"])?.ToLowerInvariant() ?? "application/octet-stream";
        if (PdfFilters.Decode(file, stream, out _) is { } data)
        {
            using var input = new MemoryStream(data.ToArray(), writable: false);
            using var output = new MemoryStream();
            if (parts.Redact(new(note.Field, media), input, output, new PdfPartObserver(job.Observer, job.Account, path)))
            {
                job.Account.AddEmbedded(stream.Data.Length);
                return Packed(stream, below, output.GetBuffer().AsSpan(0, (int)output.Length), "Params");
            }
        }
        // Nothing looks into it, so it goes, whatever the policy says of other leftovers.
        job.Account.AddUnsearched(new("attachment", stream.Data.Length, UnsearchedChoice.Erase) { Path = path });
        return Packed(stream, below, [], "Params");
    }

    private PdfStream Unknown(PdfStream stream, PdfNote note, string path)
    {
        var choice = job.Account.Choice;
        job.Account.AddUnsearched(new("stream", stream.Data.Length, choice) { Path = path });
        return choice == UnsearchedChoice.Erase ? Packed(stream, note, [])
            : new PdfStream(objects.Entries(stream.Dictionary, note), stream.Data);
    }
}
