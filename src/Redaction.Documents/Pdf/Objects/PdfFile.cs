using System.Collections.Immutable;

namespace Redaction.Documents.Pdf;

/// <summary>The objects of one file, found by its cross-reference table, or through the whole file where that is broken.</summary>
internal sealed class PdfFile
{
    private const int MostReferences = 32;

    // Each byte of a file is read some dozen times as it is unpacked; a small file that asks for more is made to take time.
    private const long FreeWork = 128 << 20, FreeGlyphs = 200_000, MostWork = 100, MostGlyphs = 20;

    private long _work, _glyphs;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<int, PdfObject> _read = [];
    private readonly Dictionary<int, PdfObjectStream> _packs = [];
    private readonly HashSet<int> _open = [];
    private Dictionary<int, PdfPlace> _places;
    private ImmutableArray<string> _passwords = [];
    private PdfCrypt? _crypt;
    private bool _isRebuilt;

    private PdfFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        (_places, Trailer) = bytes.IsEmpty ? ([], new()) : new PdfXref(bytes).Read();
    }

    /// <summary>A file without objects, for what is read before there is a table.</summary>
    public static PdfFile Empty { get; } = new(default);

    /// <summary>The dictionary of the newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; }

    /// <summary>True when the file was encrypted.</summary>
    public bool WasEncrypted => _crypt is not null;

    /// <summary>The version of its header, such as <c>1.7</c>.</summary>
    public string Version { get; private set; } = "1.7";

    /// <summary>Numbers of all objects of the newest revision.</summary>
    public IReadOnlyCollection<int> Numbers => _places.Keys;

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="passwords">Tried in turn where it needs one.</param>
    /// <exception cref="RedactionException">It is no PDF, is broken beyond repair, or needs another password.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, ImmutableArray<string> passwords)
    {
        var head = bytes.Span[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8);
        if (head < 0) throw new RedactionException(ErrorCodes.Malformed, "pdf", "The file does not begin as a PDF.");
        var file = new PdfFile(bytes[head..]) { _passwords = passwords };
        var version = bytes.Span[(head + 5)..Math.Min(bytes.Length, head + 8)];
        if (version is [>= (byte)'1' and <= (byte)'2', (byte)'.', >= (byte)'0' and <= (byte)'9'])
            file.Version = System.Text.Encoding.ASCII.GetString(version);
        file.Decrypt();
        if (!file.HasPages()) file.Rebuild();
        file.Decrypt();
        if (!file.HasPages()) throw new RedactionException(ErrorCodes.Malformed, "pdf", "The file has no catalogue of pages.");
        return file;
    }

    /// <summary>The object of a number; null objects where there is none.</summary>
    public PdfObject Get(int number)
    {
        if (_read.TryGetValue(number, out var known)) return known;
        if (!_places.TryGetValue(number, out var place) || !_open.Add(number)) return PdfObject.Null;
        try
        {
            var read = place.Pack > 0 ? Pack(place.Pack)?.Get(number) : ReadAt(place.Offset, number);
            if (read is null && !_isRebuilt && place.Pack == 0)
            {
                Rebuild();
                _open.Remove(number);
                return Get(number);
            }
            return _read[number] = read ?? PdfObject.Null;
        }
        finally
        {
            _open.Remove(number);
        }
    }

    /// <summary>What a reference leads to; the object itself where it is none.</summary>
    public PdfObject Resolve(PdfObject value)
    {
        for (var i = 0; value is PdfReference reference; i++)
            value = i < MostReferences ? Get(reference.Number) : PdfObject.Null;
        return value;
    }

    /// <summary>The number of the object that a reference leads to; 0 where it is no reference.</summary>
    public int NumberOf(PdfObject value)
    {
        var number = 0;
        for (var i = 0; value is PdfReference reference && i < MostReferences; i++)
        {
            number = reference.Number;
            value = Get(number);
        }
        return number;
    }

    public PdfDictionary? Dictionary(PdfObject value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => null,
    };

    public string? Name(PdfObject value) => (Resolve(value) as PdfName)?.Name;

    /// <summary>A whole number, or what it is otherwise.</summary>
    public int Number(PdfObject? value, int otherwise) =>
        value is not null && Resolve(value) is PdfNumber { Value: > int.MinValue and < int.MaxValue } number
            ? (int)number.Value : otherwise;

    public double Real(PdfObject value, double otherwise) => Resolve(value) is PdfNumber number ? number.Value : otherwise;

    /// <summary>The items of an array; one where it is no array; none where there is nothing.</summary>
    public IReadOnlyList<PdfObject> List(PdfObject value) => Resolve(value) switch
    {
        PdfArray array => array.Items,
        PdfWord => [],
        var one => [one],
    };

    /// <summary>The offset of the bytes of an object, to say where something is; -1 in an object stream.</summary>
    public long OffsetOf(int number) => _places.TryGetValue(number, out var place) && place.Pack == 0 ? place.Offset : -1;

    /// <summary>Counts bytes that were unpacked, each time that they are.</summary>
    /// <exception cref="RedactionException">They are too many for the size of the file.</exception>
    public void Spend(long bytes)
    {
        if (!_bytes.IsEmpty && (_work += bytes) > FreeWork + MostWork * _bytes.Length)
            throw new RedactionException(ErrorCodes.TooLarge, "pdf", "The file says the same again and again: it unpacks to too much.");
    }

    /// <summary>Counts a glyph that is shown.</summary>
    /// <exception cref="RedactionException">They are too many for the size of the file.</exception>
    public void Show()
    {
        if (++_glyphs > FreeGlyphs + MostGlyphs * _bytes.Length)
            throw new RedactionException(ErrorCodes.TooLarge, "pdf", "The file shows the same again and again: too many glyphs.");
    }

    private void Decrypt()
    {
        if (_crypt is not null || !Trailer.Has("Encrypt")) return;
        _crypt = PdfCrypt.Open(this, _passwords);
        Forget();
    }

    private void Forget()
    {
        _read.Clear();
        _packs.Clear();
    }

    private bool HasPages() => Dictionary(Trailer["Root"]) is { } root && Dictionary(root["Pages"]) is not null;

    private void Rebuild()
    {
        if (_isRebuilt) return;
        _isRebuilt = true;
        Forget();
        var trailer = Trailer;
        (_places, Trailer) = new PdfXref(_bytes).Scan(trailer);
        foreach (var number in _places.Where(static p => p.Value.Pack == 0).Select(static p => p.Key).Order().ToArray())
        {
            if (Get(number) is not PdfStream { Dictionary: var dictionary } || Name(dictionary["Type"]) != "ObjStm") continue;
            foreach (var packed in Pack(number)?.Numbers ?? [])
                if (!_places.ContainsKey(packed)) _places[packed] = new(0, number);
        }
        if (Trailer.Has("Root")) return;
        foreach (var number in _places.Keys.Order())
            if (Get(number) is PdfDictionary catalog && Name(catalog["Type"]) == "Catalog") Trailer["Root"] = new PdfReference(number);
    }

    private PdfObjectStream? Pack(int number)
    {
        if (_packs.TryGetValue(number, out var known)) return known;
        if (_places.TryGetValue(number, out var place) && place.Pack > 0) return null; // a pack in a pack
        if (Get(number) is not PdfStream stream || PdfFilters.Decode(this, stream, out var picture) is not { } data || picture is not null)
            return null;
        return _packs[number] = new(data, Number(stream.Dictionary["N"], 0), Number(stream.Dictionary["First"], 0));
    }

    /// <summary>Null where another object or nothing stands there.</summary>
    private PdfObject? ReadAt(long offset, int number)
    {
        if (offset < 0 || offset >= _bytes.Length) return null;
        var lexer = new PdfLexer(_bytes, hasReferences: true) { Position = (int)offset };
        if (lexer.Read() is not PdfNumber found || found.Integer != number) return null;
        var generation = lexer.Read() is PdfNumber { Integer: >= 0 and <= ushort.MaxValue and var g } ? (int)g : 0;
        if (lexer.Read() is not PdfWord { Word: "obj" }) return null;
        var read = lexer.Read() ?? PdfObject.Null;
        if (read is PdfWord { Word: "endobj" }) return PdfObject.Null;
        if (read is PdfDictionary dictionary && PdfStreamData.Find(this, _bytes, lexer, dictionary) is { } data)
            read = new PdfStream(dictionary, data);
        return _crypt is null ? read : _crypt.Decrypt(this, read, number, generation);
    }
}
