namespace Redaction.Documents.Pdf;

/// <summary>Follows the operators of one content stream that say where glyphs stand (ISO 32000-2 section 8.4 and 9).</summary>
internal sealed class TextState(PdfFile file, PdfFonts fonts, PdfDictionary resources, Matrix start)
{
    /// <summary>Readers need hold 28 states (ISO 32000-1 annex C); beyond the second number a file is made to take time.</summary>
    private const int DeepestStack = 512, MostBeyond = 100_000;

    private readonly record struct Saved(
        Matrix Ctm, PdfFont? Font, double Size, double Spacing, double WordSpacing, double Scale, double Leading, double Rise);

    private readonly Stack<Saved> _stack = new();
    private readonly List<ShownGlyph> _shown = [];
    private Saved _now = new(start, null, 0, 0, 0, 1, 0, 0);
    private Matrix _text = Matrix.Identity, _line = Matrix.Identity;
    private int _beyond;

    public Matrix Ctm => _now.Ctm;

    /// <summary>How many states are saved.</summary>
    public int Depth => _stack.Count;

    private void Save()
    {
        if (_stack.Count < DeepestStack) _stack.Push(_now);
        else if (++_beyond > MostBeyond) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "A page saves too many states.");
    }

    /// <summary>Carries out an operation.</summary>
    /// <returns>The glyphs that it shows; valid until the next call.</returns>
    public IReadOnlyList<ShownGlyph> Apply(in ContentOperation operation)
    {
        _shown.Clear();
        switch (operation.Operator)
        {
            case "q": Save(); break;
            case "Q": if (_stack.Count > 0) _now = _stack.Pop(); break;
            case "cm": _now = _now with { Ctm = Of(operation).Then(_now.Ctm) }; break;
            case "BT": _text = _line = Matrix.Identity; break;
            case "Tc": _now = _now with { Spacing = operation.Number(0) }; break;
            case "Tw": _now = _now with { WordSpacing = operation.Number(0) }; break;
            case "Tz": _now = _now with { Scale = operation.Number(0) / 100 }; break;
            case "TL": _now = _now with { Leading = operation.Number(0) }; break;
            case "Ts": _now = _now with { Rise = operation.Number(0) }; break;
            case "Tf": _now = _now with { Font = Font(operation.Name(0)), Size = operation.Number(1) }; break;
            case "gs": Graphics(operation.Name(0)); break;
            case "Td": Move(operation.Number(0), operation.Number(1)); break;
            case "TD":
                _now = _now with { Leading = -operation.Number(1) };
                Move(operation.Number(0), operation.Number(1));
                break;
            case "Tm": _text = _line = Of(operation); break;
            case "T*": Move(0, -_now.Leading); break;
            case "Tj" or "TJ": Show(operation, operation.Operands.Count - 1); break;
            case "'":
                Move(0, -_now.Leading);
                Show(operation, operation.Operands.Count - 1);
                break;
            case "\"":
                _now = _now with { WordSpacing = operation.Number(0), Spacing = operation.Number(1) };
                Move(0, -_now.Leading);
                Show(operation, operation.Operands.Count - 1);
                break;
        }
        return _shown;
    }

    private static Matrix Of(in ContentOperation o) => new(o.Number(0), o.Number(1), o.Number(2), o.Number(3), o.Number(4), o.Number(5));

    private void Move(double x, double y) => _text = _line = new Matrix(1, 0, 0, 1, x, y).Then(_line);

    private PdfFont? Font(string? name) =>
        name is not null && file.Dictionary(resources["Font"]) is { } all && all.Has(name) ? fonts.Of(all[name]) : null;

    private void Graphics(string? name)
    {
        if (name is null || file.Dictionary(resources["ExtGState"]) is not { } all || file.Dictionary(all[name]) is not { } state) return;
        if (file.Resolve(state["Font"]) is PdfArray { Items: [var font, var size, ..] })
            _now = _now with { Font = fonts.Of(font), Size = file.Real(size, 0) };
    }

    private void Show(in ContentOperation operation, int index)
    {
        if (index < 0) return;
        if (operation.Operands[index] is not PdfArray array)
        {
            if (operation.Operands[index] is PdfString text) Show(text.Bytes, 0);
            return;
        }
        for (var i = 0; i < array.Items.Count; i++)
        {
            if (array.Items[i] is PdfString part) Show(part.Bytes, i);
            else if (array.Items[i] is PdfNumber number) Advance(-number.Value / 1000 * _now.Size);
        }
    }

    private void Advance(double distance)
    {
        var (x, y) = _now.Font is { IsVertical: true } ? (0.0, distance) : (distance * _now.Scale, 0.0);
        _text = new Matrix(1, 0, 0, 1, x, y).Then(_text);
    }

    private void Show(byte[] bytes, int item)
    {
        var font = _now.Font ?? PdfFont.Unknown;
        for (var offset = 0; offset < bytes.Length;)
        {
            var glyph = font.Read(bytes, offset);
            var extra = _now.Spacing + (glyph.Length == 1 && bytes[offset] == 32 ? _now.WordSpacing : 0);
            var at = new Matrix(_now.Size * _now.Scale, 0, 0, _now.Size, 0, _now.Rise).Then(_text).Then(_now.Ctm);
            var move = _now.Size == 0 ? 0 : -(glyph.Width + extra / _now.Size) * 1000;
            _shown.Add(new(item, offset, glyph.Length, glyph.Text, move, glyph.Width, at, font.IsVertical));
            Advance(glyph.Width * _now.Size + extra);
            offset += glyph.Length;
        }
    }
}
