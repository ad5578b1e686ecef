using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>The text of a page in one order, each character with the glyph that shows it.</summary>
internal sealed class PdfPageText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _glyphs = [];

    public int Length => _text.Length;

    /// <summary>Where each piece of a row stands in the text, where it was put together row by row.</summary>
    public List<(int Row, PdfLine Piece, int Start, int End)> Pieces { get; } = [];

    /// <summary>The glyph of a character, an index into the glyphs of the page; -1 between glyphs.</summary>
    public IReadOnlyList<int> Glyphs => _glyphs;

    public override string ToString() => _text.ToString();

    public void Add(string text, int glyph)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++) _glyphs.Add(glyph);
    }

    /// <summary>A sign between glyphs, unless one of its kind stands there.</summary>
    public void Gap(char sign)
    {
        if (_text.Length == 0) return;
        var last = _text[^1];
        if (sign == ' ' && char.IsWhiteSpace(last)) return;
        _text.Append(sign);
        _glyphs.Add(-1);
    }

    public char Last => _text.Length == 0 ? '\n' : _text[^1];
}
