using System.Globalization;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Copies the objects of a file without what the policy takes out.</summary>
internal sealed class PdfRewriter : IObjectCopier
{
    private const int ShortestNumber = 9, DeepestField = 32;
    private readonly PdfFile _file;
    private readonly PdfSearch _search;
    private readonly DocumentJob _job;
    private readonly PdfStreams _streams;
    private readonly Dictionary<PdfDictionary, int> _pages = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyList<PdfPage> _list;
    private readonly Dictionary<int, PdfNote> _notes = [];
    private readonly Dictionary<int, PdfObject> _made = [];
    private readonly PdfDictionary? _info;
    private int _next = int.MaxValue;
    private string _path = "";

    public PdfRewriter(PdfFile file, PdfSearch search, IReadOnlyList<PdfPage> pages, DocumentJob job, IPartRedactor parts)
    {
        (_file, _search, _list, _job) = (file, search, pages, job);
        _streams = new(file, search, job, parts, this);
        for (var i = 0; i < pages.Count; i++) _pages[pages[i].Dictionary] = i;
        _info = file.Dictionary(file.Trailer["Info"]);
    }

    /// <summary>A reference to an object that the file did not have.</summary>
    public PdfReference Make(PdfObject value)
    {
        _made[--_next] = value;
        return new(_next);
    }

    /// <summary>The copy of an object.</summary>
    public PdfObject Object(int number)
    {
        _job.Cancellation.ThrowIfCancellationRequested();
        if (_made.Remove(number, out var made)) return made;
        var note = _notes.GetValueOrDefault(number, new(PdfRole.Any, "", null));
        _notes.Remove(number);
        _path = string.Create(CultureInfo.InvariantCulture, $"object[{number}]");
        return _file.Get(number) is PdfStream stream ? _streams.Copy(number, stream, note, _path) : Copy(_file.Get(number), note);
    }

    public PdfObject Copy(PdfObject value) => Copy(value, new(PdfRole.Any, "", null));

    public string Name(string name) => _search.Strings.Name(name, _path);

    /// <summary>The copy of what stands behind a key.</summary>
    public PdfObject Copy(PdfObject value, PdfNote note)
    {
        switch (value)
        {
            case PdfReference reference:
                _notes.TryAdd(reference.Number, note);
                return value;
            case PdfString text: return Text(text, note);
            case PdfName name: return Name(name.Name) is var written && written == name.Name ? name : new PdfName(written);
            case PdfNumber number: return Number(number);
            case PdfArray array: return Array(array, note);
            case PdfDictionary dictionary: return Dictionary(dictionary, note);
            case PdfWord { Word: not ("true" or "false") }: return PdfObject.Null; // a word that no object is written as
            default: return value;
        }
    }

    private PdfString Text(PdfString text, PdfNote note)
    {
        if (note.Role == PdfRole.Structure || PdfKeys.IsTechnical(note.Key))
            return OpaqueRuns.Search(text.Bytes, _job, _path) is { } changed ? new PdfString(changed, text.IsHex) : text;
        if (note.Key is "RC" or "RV" && PdfTextString.Read(text.Bytes) is { } rich && HoldsInMarkup(rich, note.Field))
            return new PdfString([], isHex: false);
        return _search.Strings.Search(text, note.Field, _path + "." + note.Key);
    }

    /// <summary>Marks may stand within a value.</summary>
    private bool HoldsInMarkup(string rich, string? field)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(
            rich, "<[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return _search.Strings.Search(plain, field, _path + ".rich-text") != plain;
    }

    /// <summary>A number so long is none that the format has.</summary>
    private PdfNumber Number(PdfNumber number)
    {
        if (number.Written.Length < ShortestNumber || number.Written.Span.Contains((byte)'.')) return number;
        var text = System.Text.Encoding.ASCII.GetString(number.Written.Span);
        return _search.Strings.Name(text, _path) == text ? number : new(0);
    }

    private PdfArray Array(PdfArray array, PdfNote note)
    {
        List<PdfObject>? copy = null;
        for (var i = 0; i < array.Items.Count; i++)
        {
            var item = Copy(array.Items[i], note);
            if (copy is null && !ReferenceEquals(item, array.Items[i])) copy = [.. array.Items.Take(i)];
            copy?.Add(item);
        }
        return copy is null ? array : new(copy);
    }

    private PdfObject Dictionary(PdfDictionary dictionary, PdfNote note)
    {
        if (dictionary.Has("ByteRange") && dictionary["Contents"] is PdfString signature)
        {
            _job.Account.AddUnsearched(new("signature", signature.Bytes.Length, UnsearchedChoice.Erase) { Path = _path });
            return PdfObject.Null;
        }
        return Entries(dictionary, note);
    }

    /// <summary>The copy of a dictionary, also of a stream.</summary>
    public PdfDictionary Entries(PdfDictionary dictionary, PdfNote note)
    {
        var copy = new PdfDictionary();
        var isSame = true;
        var field = dictionary.Has("V") || dictionary.Has("DV") || dictionary.Has("Opt") ? PdfAnnotations.FieldOf(_file, dictionary) : null;
        var file = dictionary.Has("EF") ? FileName(dictionary) : null;
        foreach (var (key, value) in dictionary.Entries)
        {
            if (PdfKeys.Dropped(key) is { } kind)
            {
                isSame = false;
                if (kind.Length > 0) Tell(kind, value);
                continue;
            }
            var name = Name(key);
            var below = new PdfNote(PdfKeys.RoleOf(key, note.Role), key, FieldOf(dictionary, key, note, field, file));
            var written = key == "Contents" && _pages.TryGetValue(dictionary, out var page) ? Contents(page, value)
                : key is "F" or "UF" && file is not null ? FileName(value, below)
                : Copy(value, below);
            isSame &= ReferenceEquals(written, value) && name == key;
            if (!ReferenceEquals(written, PdfObject.Null)) copy[name] = written;
        }
        return isSame ? dictionary : copy;
    }

    private string? FieldOf(PdfDictionary dictionary, string key, PdfNote note, string? field, string? file)
    {
        if (ReferenceEquals(dictionary, _info)) return key;
        if (key == "EF") return file;
        if (key is "V" or "DV" or "Opt" or "RV") return field ?? note.Field;
        if (key == "T" && _file.Name(dictionary["Subtype"]) is { } kind && kind != "Widget") return "author";
        return note.Role == PdfRole.Attachment ? note.Field : null;
    }

    private string? FileName(PdfDictionary specification)
    {
        foreach (var key in (ReadOnlySpan<string>)["UF", "F", "Unix", "DOS"])
            if (_file.Resolve(specification[key]) is PdfString text && PdfTextString.Read(text.Bytes) is { Length: > 0 } name) return name;
        return null;
    }

    /// <summary>The name of an attached file: where it holds what the policy takes out, only its kind is left.</summary>
    private PdfObject FileName(PdfObject value, PdfNote note)
    {
        if (value is not PdfString text || PdfTextString.Read(text.Bytes) is not { } name) return Copy(value, note);
        var extension = Path.GetExtension(name);
        if (extension.Length > 8 || !extension.Skip(1).All(char.IsAsciiLetterOrDigit)) extension = "";
        if (FileNameSearch.Find(_job.Redactor, name[..^extension.Length], _job.Context).Count == 0) return Copy(value, note);
        return new PdfString(PdfTextString.Write("file" + extension), isHex: false);
    }

    private void Tell(string kind, PdfObject value)
    {
        var length = _file.Resolve(value) is PdfStream stream ? stream.Data.Length : 0;
        _job.Account.AddUnsearched(new(kind, length, UnsearchedChoice.Erase) { Path = _path });
    }

    private PdfObject Contents(int page, PdfObject value)
    {
        if (_list[page].Content(_file) is not { } content)
        {
            _job.Account.AddUnsearched(new("content", 1, _job.Account.Choice) { Path = PdfSearch.Path(page) });
            return _job.Account.Choice == UnsearchedChoice.Erase ? PdfObject.Null : value;
        }
        foreach (var part in _file.List(value))
            if (_file.Resolve(part) is PdfStream stream) _streams.Count(_file.NumberOf(part), stream);
        var edited = _streams.Edit(content, _list[page].Resources, PdfSearch.StreamOf(page), PdfSearch.Path(page));
        return Make(PdfPack.Stream(new(), edited ?? content.Span));
    }
}
