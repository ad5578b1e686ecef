using System.Buffers.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Reads where objects stand: cross-reference tables and streams (ISO 32000-2 section 7.5.4, 7.5.8), the newest first.</summary>
internal sealed class PdfXref(ReadOnlyMemory<byte> bytes)
{
    private const int MostObjects = 8_400_000; // more than the standard allows, and what protects memory
    private readonly Dictionary<int, PdfPlace> _places = [];
    private readonly HashSet<int> _free = [];
    private readonly HashSet<long> _visited = [];
    private PdfDictionary? _trailer;

    /// <summary>Follows the tables from the end of the file; looks through all of it where that fails.</summary>
    public (Dictionary<int, PdfPlace> Places, PdfDictionary Trailer) Read()
    {
        var span = bytes.Span;
        var mark = span.LastIndexOf("startxref"u8);
        if (mark >= 0 && new PdfLexer(bytes, hasReferences: false) { Position = mark + 9 }.Read() is PdfNumber start)
            for (var next = start.Integer; next >= 0 && next < span.Length && _visited.Add(next);) next = Section((int)next);
        return _trailer is not null && _trailer.Has("Root") ? (_places, _trailer) : new PdfXref(bytes).Scan(_trailer);
    }

    /// <summary>Reads one section, and where the one before it stands; -1 for none.</summary>
    private long Section(int offset)
    {
        var lexer = new PdfLexer(bytes, hasReferences: true) { Position = offset };
        var first = lexer.Read();
        if (first is PdfWord { Word: "xref" }) return Table(lexer);
        if (first is not PdfNumber || lexer.Read() is not PdfNumber || lexer.Read() is not PdfWord { Word: "obj" }) return -1;
        if (lexer.Read() is not PdfDictionary dictionary) return -1;
        return Stream(lexer, dictionary);
    }

    private long Table(PdfLexer lexer)
    {
        while (lexer.Read() is { } next)
        {
            if (next is PdfWord { Word: "trailer" }) break;
            if (next is not PdfNumber start || lexer.Read() is not PdfNumber count) return -1;
            for (var i = 0L; i < count.Integer; i++)
            {
                if (lexer.Read() is not PdfNumber offset || lexer.Read() is not PdfNumber || lexer.Read() is not PdfWord kind) return -1;
                Add(start.Integer + i, kind.Word == "n" ? new(offset.Integer, 0) : null);
            }
        }
        if (lexer.Read() is not PdfDictionary trailer) return -1;
        _trailer ??= trailer;
        if (trailer["XRefStm"] is PdfNumber { Integer: >= 0 and var hybrid } && hybrid < bytes.Length && _visited.Add(hybrid))
            Section((int)hybrid);
        return trailer["Prev"] is PdfNumber previous ? previous.Integer : -1;
    }

    private long Stream(PdfLexer lexer, PdfDictionary dictionary)
    {
        var none = PdfFile.Empty;
        if (PdfStreamData.Find(none, bytes, lexer, dictionary) is not { } raw) return -1;
        if (PdfFilters.Decode(none, new(dictionary, raw), out var picture) is not { } data || picture is not null) return -1;
        if (dictionary["W"] is not PdfArray { Items.Count: >= 3 } widths) return -1;
        var w = widths.Items.Select(static i => i is PdfNumber { Integer: >= 0 and <= 8 and var n } ? (int)n : 0).Take(3).ToArray();
        var row = w.Sum();
        if (row == 0) return -1;
        var index = dictionary["Index"] is PdfArray given
            ? given.Items.OfType<PdfNumber>().Select(static n => n.Integer).ToArray()
            : [0, dictionary["Size"] is PdfNumber size ? size.Integer : 0];
        var at = 0;
        for (var part = 0; part + 1 < index.Length; part += 2)
            for (var i = 0L; i < index[part + 1] && at + row <= data.Length; i++, at += row)
            {
                var entry = data.Span.Slice(at, row);
                var kind = w[0] == 0 ? 1 : Field(entry[..w[0]]);
                var value = Field(entry.Slice(w[0], w[1]));
                Add(index[part] + i, kind switch { 1 => new(value, 0), 2 => new(0, (int)Math.Min(value, int.MaxValue)), _ => null });
            }
        _trailer ??= dictionary.Without("Length", "Filter", "DecodeParms", "W", "Index", "Type");
        return dictionary["Prev"] is PdfNumber previous ? previous.Integer : -1;
    }

    private static long Field(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var b in bytes) value = (value << 8) | b;
        return value;
    }

    /// <summary>What a newer section says of a number counts.</summary>
    private void Add(long number, PdfPlace? place)
    {
        if (number is <= 0 or > MostObjects || _free.Contains((int)number)) return;
        if (place is { } p) _places.TryAdd((int)number, p);
        else if (!_places.ContainsKey((int)number)) _free.Add((int)number);
    }

    /// <summary>Looks for objects through the whole file; the last one of a number counts.</summary>
    /// <param name="known">A trailer that was read already.</param>
    public (Dictionary<int, PdfPlace> Places, PdfDictionary Trailer) Scan(PdfDictionary? known)
    {
        var span = bytes.Span;
        PdfDictionary? trailer = null;
        for (var at = 0; at < span.Length;)
        {
            var step = span[at..].IndexOf("obj"u8);
            if (step < 0) break;
            at += step;
            if (Header(span, at) is { Number: > 0 and <= MostObjects } head) _places[head.Number] = new(head.Offset, 0);
            at += 3;
        }
        for (var at = 0; at < span.Length;)
        {
            var step = span[at..].IndexOf("trailer"u8);
            if (step < 0) break;
            at += step + 7;
            if (new PdfLexer(bytes, hasReferences: true) { Position = at }.Read() is PdfDictionary found && found.Has("Root"))
                trailer = found;
        }
        trailer ??= known is not null && known.Has("Root") ? known : StreamTrailer();
        return (_places, trailer ?? new());
    }

    /// <summary>The dictionary of the last cross-reference stream.</summary>
    private PdfDictionary? StreamTrailer()
    {
        PdfDictionary? trailer = null;
        foreach (var place in _places.Values.OrderBy(static p => p.Offset))
        {
            var lexer = new PdfLexer(bytes, hasReferences: true) { Position = (int)place.Offset };
            lexer.Read();
            lexer.Read();
            lexer.Read();
            if (lexer.Read() is PdfDictionary found && found["Type"] is PdfName { Name: "XRef" } && found.Has("Root"))
                trailer = found.Without("Length", "Filter", "DecodeParms", "W", "Index", "Type");
        }
        return trailer;
    }

    /// <summary>The two numbers before <c>obj</c>.</summary>
    private static (int Offset, int Number) Header(ReadOnlySpan<byte> span, int at)
    {
        var end = Back(span, at, isSpace: true);
        var generation = Back(span, end, isSpace: false);
        var gap = Back(span, generation, isSpace: true);
        var start = Back(span, gap, isSpace: false);
        if (generation == end || gap == generation || start == gap) return default;
        return Utf8Parser.TryParse(span[start..gap], out int number, out _) ? (start, number) : default;
    }

    private static int Back(ReadOnlySpan<byte> span, int from, bool isSpace)
    {
        while (from > 0 && (isSpace ? span[from - 1] is 0 or 9 or 10 or 12 or 13 or 32 : span[from - 1] is >= (byte)'0' and <= (byte)'9'))
            from--;
        return from;
    }
}
