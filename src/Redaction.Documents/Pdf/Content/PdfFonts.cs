using UglyToad.PdfPig;
using UglyToad.PdfPig.PdfFonts;

namespace Redaction.Documents.Pdf;

/// <summary>The fonts of a file, each read once. The library that reads them sees a small file made of the font alone.</summary>
internal sealed class PdfFonts(PdfFile file) : IDisposable
{
    private readonly Dictionary<int, PdfFont> _byNumber = [];
    private readonly Dictionary<PdfObject, PdfFont> _direct = new(ReferenceEqualityComparer.Instance);
    private readonly List<PdfDocument> _open = [];

    public PdfFont Of(PdfObject font)
    {
        if (font is PdfReference reference)
        {
            if (_byNumber.TryGetValue(reference.Number, out var known)) return known;
            return _byNumber[reference.Number] = Read(file.Resolve(font));
        }
        if (_direct.TryGetValue(font, out var direct)) return direct;
        return _direct[font] = Read(font);
    }

    public void Dispose()
    {
        foreach (var document in _open) document.Dispose();
    }

    private PdfFont Read(PdfObject value)
    {
        if (value is not PdfDictionary font) return PdfFont.Unknown;
        var kind = file.Name(font["Subtype"]);
        return kind switch
        {
            "Type3" => new(Open(AsType1(font)), isComposite: false, Widths(font, Matrix.Of(file, font["FontMatrix"]).A, isWhole: true)),
            "Type0" => Composite(font),
            _ => new(Open(font) ?? WithoutProgram(font), isComposite: false, Widths(font, 0.001, isWhole: false)),
        };
    }

    private PdfFont Composite(PdfDictionary font)
    {
        var read = Open(font);
        if (read is not { IsVertical: true }) return new(read, isComposite: true, null);
        var down = -1.0;
        if (file.List(font["DescendantFonts"]) is [var first, ..] && file.Dictionary(first) is { } descendant
            && file.List(descendant["DW2"]) is [_, var stated]) down = file.Real(stated, -1000) / 1000;
        return new(read, isComposite: true, _ => down);
    }

    /// <summary>The glyphs of such a font are drawings; its codes are read like those of any simple font.</summary>
    private static PdfDictionary AsType1(PdfDictionary font)
    {
        var simple = font.Without("Resources", "CharProcs", "FontMatrix", "FontBBox", "FontDescriptor", "Name");
        simple["Subtype"] = new PdfName("Type1");
        simple["BaseFont"] = new PdfName("Helvetica");
        return simple;
    }

    /// <summary>A font whose file is broken says in its dictionary what its codes read, or nowhere.</summary>
    private IFont? WithoutProgram(PdfDictionary font) =>
        font.Has("ToUnicode") || font.Has("Encoding") ? Open(AsType1(font)) : null;

    /// <summary>The widths that the dictionary states, in ems.</summary>
    private Func<int, double?> Widths(PdfDictionary font, double scale, bool isWhole)
    {
        var (first, widths) = (file.Number(font["FirstChar"], 0), file.List(font["Widths"]));
        return code => code >= first && code - first < widths.Count ? file.Real(widths[code - first], 0) * scale : isWhole ? 0 : null;
    }

    private IFont? Open(PdfDictionary font)
    {
        var bytes = FontFile.Write(file, font);
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true };
        if (!Pig.Try(() => PdfDocument.Open(bytes, options), out var document) || document is null) return null;
        _open.Add(document);
        return Pig.Try(() =>
        {
            document.AddPageFactory<FontStore, FontStoreFactory>();
            return document.GetPage<FontStore>(1).Resources.GetFontDirectly(FontFile.Font);
        }, out var read) ? read : null;
    }
}
