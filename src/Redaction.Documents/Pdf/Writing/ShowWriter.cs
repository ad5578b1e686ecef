using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Writes an operator that shows text without some of its glyphs: as far as they went, the text moves.</summary>
internal static class ShowWriter
{
    /// <param name="operand">The string or array.</param>
    /// <param name="glyphs">What it shows.</param>
    /// <param name="goes">Says which go, by index.</param>
    /// <param name="output">Receives a <c>TJ</c>.</param>
    public static void Write(PdfObject operand, IReadOnlyList<ShownGlyph> glyphs, Func<int, bool> goes, Stream output)
    {
        var items = operand is PdfArray array ? array.Items : [operand];
        var writer = new PdfSerializer(output, static n => n);
        output.WriteByte((byte)'[');
        var next = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is PdfNumber number)
            {
                writer.Write(number);
                output.WriteByte((byte)' ');
            }
            else if (items[i] is PdfString text) Write(text, i, glyphs, ref next, goes, output, writer);
        }
        output.Write("]TJ"u8);
    }

    private static void Write(
        PdfString text, int item, IReadOnlyList<ShownGlyph> glyphs, ref int next, Func<int, bool> goes, Stream output, PdfSerializer writer)
    {
        var (start, moved) = (0, 0.0);
        for (; next < glyphs.Count && glyphs[next].Item == item; next++)
        {
            if (!goes(next)) continue;
            var glyph = glyphs[next];
            if (glyph.Offset > start)
            {
                Move(ref moved, output);
                writer.Write(new PdfString(text.Bytes[start..glyph.Offset], text.IsHex));
            }
            moved += glyph.Move;
            start = glyph.Offset + glyph.Length;
        }
        Move(ref moved, output);
        if (start < text.Bytes.Length) writer.Write(new PdfString(text.Bytes[start..], text.IsHex));
    }

    private static void Move(ref double moved, Stream output)
    {
        if (moved != 0) output.Write(Encoding.ASCII.GetBytes(PdfNumber.Write(moved) + " "));
        moved = 0;
    }
}
