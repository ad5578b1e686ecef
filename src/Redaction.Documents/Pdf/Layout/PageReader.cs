namespace Redaction.Documents.Pdf;

/// <summary>Reads what a page, or another stream of operators, shows: glyphs and images, also those of the forms that it draws.</summary>
internal sealed class PageReader(PdfFile file, PdfFonts fonts, CancellationToken cancellation)
{
    private const int DeepestForms = 24, MostForms = 20_000, MostGlyphs = 2_000_000;
    private readonly HashSet<int> _open = [];
    private readonly Stack<(int Start, PdfDictionary? Properties)> _marks = new();
    private int _forms;

    public List<PageGlyph> Glyphs { get; init; } = [];

    public List<PlacedImage> Images { get; } = [];

    public List<MarkedText> Marks { get; } = [];

    /// <summary>Numbers of the forms that were read.</summary>
    public HashSet<int> Forms { get; } = [];

    /// <summary>Resources of forms that have none of their own: those of what draws them first.</summary>
    public Dictionary<int, PdfDictionary> Inherited { get; init; } = [];

    /// <summary>Reads one stream.</summary>
    /// <param name="content">Without filters.</param>
    /// <param name="resources">What it names.</param>
    /// <param name="start">From its space to the page.</param>
    /// <param name="stream">Number of its object; 0 for a page.</param>
    /// <exception cref="RedactionException">It shows more than a page can.</exception>
    public void Read(ReadOnlyMemory<byte> content, PdfDictionary resources, Matrix start, int stream)
    {
        if (_open.Count > DeepestForms || !_open.Add(stream)) return; // drawn by itself: no reader goes on there
        var reader = new ContentReader(file, content);
        var state = new TextState(file, fonts, resources, start);
        var (index, bottom) = (0, _marks.Count);
        while (reader.Next() is { } operation)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var glyph in state.Apply(operation)) Add(in glyph, stream, index++);
            if (operation.Operator == "Do") Draw(operation.Name(0), resources, state.Ctm);
            else Mark(in operation, resources, stream, index, bottom);
        }
        while (_marks.Count > bottom) EndMark(stream, index);
        _open.Remove(stream);
    }

    private void Add(in ShownGlyph glyph, int stream, int index)
    {
        file.Show();
        if (Glyphs.Count >= MostGlyphs) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A page shows too many glyphs.");
        Span<(double X, double Y)> corners = stackalloc (double, double)[4];
        glyph.Corners(corners);
        var (x, y) = glyph.At.Apply(0, 0);
        var (endX, endY) = glyph.IsVertical ? glyph.At.Apply(0, glyph.Width) : glyph.At.Apply(glyph.Width, 0);
        var size = Math.Sqrt(glyph.At.C * glyph.At.C + glyph.At.D * glyph.At.D);
        if (!(Math.Abs(glyph.At.A * glyph.At.D - glyph.At.B * glyph.At.C) > Flat))
        {
            // a matrix without an extent tells of no lines: such glyphs are read as they are written, on a line of their own
            (x, y, endX, endY, size) = (_flat * Advance, OffPage, (_flat + 1) * Advance, OffPage, 1);
            _flat++;
        }
        Glyphs.Add(new(stream, index, glyph.Text,
            Finite(x), Finite(y), Finite(endX - x), Finite(endY - y), Finite(size), PageBox.Around(corners)));
    }

    private const double Flat = 1e-12, Advance = 0.5, OffPage = -1e7;
    private int _flat;

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private void Draw(string? name, PdfDictionary resources, Matrix at)
    {
        if (name is null || file.Dictionary(resources["XObject"]) is not { } all) return;
        var number = file.NumberOf(all[name]);
        if (number == 0 || file.Get(number) is not PdfStream stream) return;
        if (file.Name(stream.Dictionary["Subtype"]) == "Image")
        {
            Images.Add(new(number, at));
            return;
        }
        if (++_forms > MostForms) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A page draws too many forms.");
        if (PdfFilters.Decode(file, stream, out var picture) is not { } content || picture is not null) return;
        Forms.Add(number);
        var own = file.Dictionary(stream.Dictionary["Resources"]);
        if (own is null && !Inherited.TryGetValue(number, out own)) Inherited[number] = own = resources;
        Read(content, own, Matrix.Of(file, stream.Dictionary["Matrix"]).Then(at), number);
    }

    private void Mark(in ContentOperation operation, PdfDictionary resources, int stream, int index, int bottom)
    {
        if (operation.Operator is "BDC" or "BMC")
        {
            var properties = operation.Operands is [.., PdfDictionary direct] ? direct
                : operation.Operator == "BDC" && operation.Name(1) is { } name && file.Dictionary(resources["Properties"]) is { } all
                    ? file.Dictionary(all[name]) : null;
            _marks.Push((index, properties));
        }
        else if (operation.Operator == "EMC" && _marks.Count > bottom) EndMark(stream, index);
    }

    private void EndMark(int stream, int index)
    {
        var (start, properties) = _marks.Pop();
        if (properties is not null && index > start) Marks.Add(new(stream, start, index, properties));
    }
}
