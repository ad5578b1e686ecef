using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Looks through all pages before anything is written, since a form that several pages draw is written once.</summary>
internal sealed class PdfSearch
{
    /// <summary>Pages are looked through together up to so many glyphs, so that a name is found again on the next page.</summary>
    private const int Together = 100_000;

    private readonly PdfFile _file;
    private readonly DocumentJob _job;
    private readonly PdfContents _contents;
    private readonly List<(PdfContents.Shown Shown, PageReader Reader)> _waiting = [];
    private readonly List<PageGlyph> _page = []; // grows once for all pages
    private readonly HashSet<int> _forms = [];
    private int _glyphs;

    public PdfSearch(PdfFile file, PdfFonts fonts, DocumentJob job, PdfStrings strings, PdfPictures pictures)
    {
        (_file, Fonts, _job, Strings, Pictures) = (file, fonts, job, strings, pictures);
        _contents = new(job, Removals);
        Structure = new(file, strings, Removals);
    }

    public PdfFonts Fonts { get; }

    public PdfStrings Strings { get; }

    public PdfPictures Pictures { get; }

    public PdfStructure Structure { get; }

    public PdfRemovals Removals { get; } = new();

    /// <summary>Resources of forms that have none of their own.</summary>
    public Dictionary<int, PdfDictionary> Inherited { get; } = [];

    /// <summary>What stands for a page among the removals.</summary>
    public static int StreamOf(int page) => -page - 1;

    public void Search(IReadOnlyList<PdfPage> pages)
    {
        Structure.Read();
        var annotations = new PdfAnnotations(_file, this);
        for (var i = 0; i < pages.Count; i++)
        {
            _job.Cancellation.ThrowIfCancellationRequested();
            var reader = NewReader(_page);
            if (pages[i].Content(_file) is { } content) reader.Read(content, pages[i].Resources, Matrix.Identity, 0);
            var glyphs = new List<PageGlyph>(_page);
            _page.Clear();
            _forms.UnionWith(reader.Forms);
            Structure.Add(pages[i].Number, StreamOf(i), reader.Marks);
            _waiting.Add((new(i, Path(i), glyphs, StreamOf(i)), reader));
            _glyphs += glyphs.Count;
            if (_glyphs > Together) Flush();
        }
        Flush();
        for (var i = 0; i < pages.Count; i++) annotations.Search(pages[i], i);
        Structure.Finish();
    }

    public static string Path(int page) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page[{page + 1}]");

    /// <summary>Looks through a stream of operators that no page draws: an appearance, a pattern, a glyph of a font.</summary>
    /// <returns>How many glyphs of it go.</returns>
    public int Form(int number, PdfStream stream, string path, int page, string? field, PdfDictionary? resources = null)
    {
        if (!_forms.Add(number)) return 0;
        if (PdfFilters.Decode(_file, stream, out var picture) is not { } content || picture is not null) return 0;
        var reader = NewReader();
        var own = _file.Dictionary(stream.Dictionary["Resources"]);
        if (own is null && !Inherited.TryGetValue(number, out own)) Inherited[number] = own = resources ?? new();
        reader.Read(content, own, Matrix.Identity, number);
        _forms.UnionWith(reader.Forms);
        return Run([(new(page, path, reader.Glyphs, number), reader)], field);
    }

    /// <summary>Takes all glyphs of a stream of operators away.</summary>
    public void Clear(int number, PdfStream stream)
    {
        if (PdfFilters.Decode(_file, stream, out var picture) is not { } content || picture is not null) return;
        var reader = NewReader();
        reader.Read(content, _file.Dictionary(stream.Dictionary["Resources"]) ?? new(), Matrix.Identity, number);
        foreach (var glyph in reader.Glyphs)
            if (glyph.Text != " ") Removals.Add(glyph.Stream, glyph.Index);
    }

    private PageReader NewReader(List<PageGlyph>? glyphs = null) =>
        new(_file, Fonts, _job.Cancellation) { Inherited = Inherited, Glyphs = glyphs ?? [] };

    private void Flush()
    {
        Run(_waiting, null);
        _waiting.Clear();
        _glyphs = 0;
    }

    private int Run(List<(PdfContents.Shown Shown, PageReader Reader)> parts, string? field)
    {
        var context = field is null ? _job.Context : _job.Context with { Field = field };
        var (removed, unread) = _contents.Search([.. parts.Select(static p => p.Shown)], context);
        if (unread > 0)
        {
            _job.Account.AddUnsearched(new("unreadable-font", unread, _job.Account.Choice) { Path = parts[0].Shown.Path });
            _job.Account.AddSearched(-unread); // of operators that are counted as a whole
        }
        foreach (var (shown, reader) in parts)
        {
            foreach (var mark in reader.Marks) removed += Mark(mark, shown);
            if (reader.Images.Count > 0) new ImageOverlay(Pictures, Removals).Match(shown, reader.Images);
        }
        return removed;
    }

    /// <summary>What is said in other words, and what is shown, go together.</summary>
    private int Mark(in MarkedText mark, PdfContents.Shown shown)
    {
        var removed = 0;
        var stream = mark.Stream == 0 ? shown.Stream : mark.Stream;
        foreach (var text in PdfStructure.Texts(_file, mark.Properties!))
        {
            var holds = Strings.Search(text, null, shown.Path) != text;
            for (var i = mark.Start; i < mark.End && !holds; i++)
                if (Removals.Has(stream, i)) Strings.Erase(text);
            for (var i = mark.Start; i < mark.End && holds; i++)
                if (Removals.Add(stream, i)) removed++;
        }
        return removed;
    }
}
