namespace Redaction.Documents.Pdf;

/// <summary>Writes a line as it is read: with blanks between words, and from right to left where its script is.</summary>
internal static class LineText
{
    /// <summary>Glyphs that are shown twice to look bold stand within this part of an em.</summary>
    private const double Twice = 0.12;

    public static void Add(PdfLine line, PdfPageText text)
    {
        var glyphs = line.Glyphs;
        var (right, left) = (0, 0);
        foreach (var glyph in glyphs)
        {
            if (IsRightToLeft(glyph.Text)) right++;
            else if (char.IsLetter(glyph.Text[0])) left++;
        }
        if (right == 0) Forward(glyphs, 0, glyphs.Count, text);
        else Mixed(glyphs, right >= left, text);
    }

    private static bool IsRightToLeft(string text) =>
        text[0] is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static void Forward(List<PlacedGlyph> glyphs, int start, int end, PdfPageText text)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start)
            {
                if (IsAgain(glyphs, start, i)) continue;
                if (glyphs[i].Left - glyphs[i - 1].Right > TextLines.WordGap * glyphs[i].Size) text.Gap(' ');
            }
            text.Add(glyphs[i].Text, glyphs[i].Index);
        }
    }

    /// <summary>True for the second of two equal glyphs in one place; it goes with the first.</summary>
    public static bool IsAgain(List<PlacedGlyph> glyphs, int start, int i)
    {
        for (var j = i - 1; j >= start && glyphs[i].Left - glyphs[j].Left <= Twice * glyphs[i].Size; j--)
            if (glyphs[j].Text == glyphs[i].Text && glyphs[i].Text is not (" " or "\uFFFD")) return true;
        return false;
    }

    /// <summary>Runs of one direction, in the order of the line's own direction.</summary>
    private static void Mixed(List<PlacedGlyph> glyphs, bool isRight, PdfPageText text)
    {
        var runs = new List<(int Start, int End, bool IsRight)>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            var strong = IsRightToLeft(glyphs[i].Text) ? true
                : char.IsLetterOrDigit(glyphs[i].Text[0]) ? false
                : runs.Count > 0 && i + 1 < glyphs.Count && Next(glyphs, i) == runs[^1].IsRight ? runs[^1].IsRight : isRight;
            if (runs.Count > 0 && runs[^1].IsRight == strong) runs[^1] = runs[^1] with { End = i + 1 };
            else runs.Add((i, i + 1, strong));
        }
        if (isRight) runs.Reverse();
        foreach (var (start, end, turned) in runs)
        {
            var before = isRight ? end < glyphs.Count ? glyphs[end].Left - glyphs[end - 1].Right : 0
                : start > 0 ? glyphs[start].Left - glyphs[start - 1].Right : 0;
            if (before > TextLines.WordGap * glyphs[start].Size) text.Gap(' ');
            if (turned) Backward(glyphs, start, end, text);
            else Forward(glyphs, start, end, text);
        }
    }

    private static bool? Next(List<PlacedGlyph> glyphs, int i)
    {
        for (var j = i + 1; j < glyphs.Count; j++)
        {
            if (IsRightToLeft(glyphs[j].Text)) return true;
            if (char.IsLetterOrDigit(glyphs[j].Text[0])) return false;
        }
        return null;
    }

    private static void Backward(List<PlacedGlyph> glyphs, int start, int end, PdfPageText text)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (i < end - 1 && glyphs[i + 1].Left - glyphs[i].Right > TextLines.WordGap * glyphs[i].Size) text.Gap(' ');
            text.Add(glyphs[i].Text, glyphs[i].Index);
        }
    }
}
