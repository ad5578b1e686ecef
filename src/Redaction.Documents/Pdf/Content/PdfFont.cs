using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace Redaction.Documents.Pdf;

/// <summary>A font: what codes read and how wide their glyphs are.</summary>
internal sealed class PdfFont
{
    private readonly Dictionary<(int Code, int Length), FontGlyph> _known = [];
    private readonly IFont? _font;
    private readonly Func<int, double?>? _width;
    private readonly bool _isComposite;

    /// <param name="font">Reads the codes; null where nothing can.</param>
    /// <param name="isComposite">True when a code may have several bytes.</param>
    /// <param name="width">Widths that count before those of the font's own file; null where it has none.</param>
    public PdfFont(IFont? font, bool isComposite, Func<int, double?>? width) =>
        (_font, _isComposite, _width, IsVertical) = (font, isComposite, width, font is { IsVertical: true });

    /// <summary>Stands for fonts that are not there.</summary>
    public static PdfFont Unknown { get; } = new(null, isComposite: false, static _ => 0.5);

    public bool IsVertical { get; }

    /// <summary>The glyph that begins at a byte of a string.</summary>
    public FontGlyph Read(byte[] bytes, int offset)
    {
        if (_font is null)
        {
            // Readers take a common font where the file names none.
            var text = ReferenceEquals(this, Unknown) && bytes[offset] is >= 32 and < 127 ? ((char)bytes[offset]).ToString() : null;
            return new(text, 0.5, Math.Min(_isComposite ? 2 : 1, bytes.Length - offset));
        }
        var (code, length) = _isComposite ? Code(bytes, offset) : (bytes[offset], 1);
        if (_known.TryGetValue((code, length), out var known)) return known;
        return _known[(code, length)] = new(Text(code), Width(code), length);
    }

    private (int Code, int Length) Code(byte[] bytes, int offset)
    {
        using var input = new MemoryInputBytes(bytes.AsMemory(offset, Math.Min(4, bytes.Length - offset)));
        var read = Pig.Try(() =>
        {
            input.MoveNext();
            var code = _font!.ReadCharacterCode(input, out var length);
            return (code, length);
        }, out var found);
        return read && found.length > 0 ? (found.code, Math.Min(found.length, bytes.Length - offset))
            : (bytes[offset], Math.Min(2, bytes.Length - offset));
    }

    private string? Text(int code) =>
        Pig.Try(() => _font!.TryGetUnicode(code, out var text) ? text : null, out var read) ? GlyphText.Clean(read) : null;

    private double Width(int code)
    {
        if (_width?.Invoke(code) is { } stated) return stated;
        return Pig.Try(() => _font!.GetBoundingBox(code).Width, out var width) && double.IsFinite(width) ? width : 0.5;
    }
}
