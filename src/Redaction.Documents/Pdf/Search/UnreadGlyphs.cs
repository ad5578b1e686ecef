namespace Redaction.Documents.Pdf;

/// <summary>Finds texts of glyphs that nothing reads, by how a page looks and by how it is written: letters that stand far from each other
/// are one text as well.</summary>
internal static class UnreadGlyphs
{
    /// <summary>So many glyphs in a row that nothing reads are a text, and no sign or ornament.</summary>
    private const int Fewest = 3;

    private const char Unread = '\uFFFD';

    /// <summary>Indices of the glyphs of such texts; blanks between them are none.</summary>
    /// <param name="glyphs">As they are written.</param>
    /// <param name="rows">As they are seen.</param>
    public static SortedSet<int> Of(List<PageGlyph> glyphs, PdfPageText rows)
    {
        var unread = new SortedSet<int>();
        if (!glyphs.Exists(static g => IsUnread(in g))) return unread;
        var run = new List<int>();
        var text = rows.ToString();
        for (var i = 0; i <= text.Length; i++)
            if (i < text.Length && text[i] == Unread) run.Add(rows.Glyphs[i]);
            else if (i == text.Length || text[i] != ' ') End(run, unread);
        for (var i = 0; i <= glyphs.Count; i++)
        {
            if (run.Count > 0 && (i == glyphs.Count || !GoesOn(glyphs[run[^1]], glyphs[i]))) End(run, unread);
            if (i < glyphs.Count && IsUnread(glyphs[i])) run.Add(i);
        }
        return unread;
    }

    private static void End(List<int> run, SortedSet<int> unread)
    {
        if (run.Count >= Fewest) unread.UnionWith(run);
        run.Clear();
    }

    private static bool IsUnread(in PageGlyph glyph) => glyph.Text is null or "\uFFFD";

    /// <summary>True for a glyph of the same operators on the same line, whatever the distance: signs of a list stand below each other.
    /// </summary>
    private static bool GoesOn(in PageGlyph before, in PageGlyph glyph)
    {
        if (glyph.Stream != before.Stream || !(IsUnread(in glyph) || glyph.Text == " ")) return false;
        var (dx, dy) = (glyph.X - before.X, glyph.Y - before.Y);
        var length = Math.Sqrt(before.DX * before.DX + before.DY * before.DY);
        var across = length > 1e-9 ? Math.Abs(dy * before.DX - dx * before.DY) / length : Math.Abs(dy);
        return across <= TextLines.Slack * Math.Max(before.Size, glyph.Size);
    }
}
