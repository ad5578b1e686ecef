using System.Collections.Immutable;
using System.Text;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Looks for values in what pages and other streams of operators show.</summary>
/// <param name="job">Finds, and is notified.</param>
/// <param name="removals">Receives the glyphs that go.</param>
internal sealed class PdfContents(DocumentJob job, PdfRemovals removals)
{
    /// <summary>Most times that pages are looked through without what was found in them.</summary>
    private const int MostLooks = 3;

    private readonly LineJoints _joined = new(job);

    /// <summary>A page whose text is looked through together with that of its neighbours.</summary>
    /// <param name="Page">Its number, from 0.</param>
    /// <param name="Path">Its name among the places of the document.</param>
    /// <param name="Glyphs">What it shows; the stream 0 stands for the page itself.</param>
    /// <param name="Stream">What stands for it among the removals.</param>
    public sealed record Shown(int Page, string Path, List<PageGlyph> Glyphs, int Stream)
    {
        public List<List<PdfLine>> Rows { get; } = TextLines.Rows(Glyphs);
    }

    /// <summary>Looks through pages that follow each other, and again without what was found, as they will be read.</summary>
    /// <returns>How many glyphs go, and how many nothing could read.</returns>
    public (int Removed, int Unread) Search(IReadOnlyList<Shown> pages, RedactionContext context)
    {
        var (removed, unread) = Look(pages, context, isFirst: true);
        for (var (look, more) = (0, removed); look < MostLooks && more > 0; look++)
        {
            Shown[] left = [.. pages.Select(Left)];
            (more, _) = Look(left, context, isFirst: false);
            removed += more;
        }
        return (removed, unread);
    }

    /// <summary>The page without what goes; itself where nothing does.</summary>
    private Shown Left(Shown page)
    {
        var count = 0;
        for (var i = 0; i < page.Glyphs.Count; i++)
            if (!IsRemoved(page, i)) count++;
        if (count == page.Glyphs.Count) return page;
        var left = new List<PageGlyph>(count);
        for (var i = 0; i < page.Glyphs.Count; i++)
            if (!IsRemoved(page, i)) left.Add(page.Glyphs[i]);
        return new(page.Page, page.Path, left, page.Stream);
    }

    private (int Removed, int Unread) Look(IReadOnlyList<Shown> pages, RedactionContext context, bool isFirst)
    {
        var texts = new PdfPageText[pages.Count];
        var all = new StringBuilder();
        var starts = new int[pages.Count];
        for (var i = 0; i < pages.Count; i++)
        {
            texts[i] = ReadingOrder.ByRows(pages[i].Rows);
            if (i > 0) all.Append("\n\n");
            starts[i] = all.Length;
            all.Append(texts[i]);
        }
        var (removed, unread) = (0, 0);
        var text = all.ToString();
        if (!string.IsNullOrWhiteSpace(text)) removed += Plan(pages, texts, starts, text, context, isFirst);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            removed += Further(page, texts[i], context);
            unread += CountUnread(page, texts[i]);
            removed += Twins(page);
        }
        return (removed, unread);
    }

    private int Plan(
        IReadOnlyList<Shown> pages, PdfPageText[] texts, int[] starts, string text, RedactionContext context, bool isFirst)
    {
        var around = new Surroundings();
        for (var i = 0; i < texts.Length; i++) PdfTables.Name(texts[i], text, starts[i], around);
        var plan = job.Redactor.Plan(text, context with { Around = around }, cancellationToken: job.Cancellation);
        var removed = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            var (start, end) = (starts[i], i + 1 < pages.Count ? starts[i + 1] : text.Length + 1);
            var items = ImmutableArray.CreateBuilder<PlannedRedaction<TextSpan>>();
            var last = Math.Min(end, text.Length);
            foreach (var item in plan.Items)
            {
                var span = item.Finding.Region;
                if (span.Start < end && span.End > start) removed += Remove(pages[i], texts[i], span.Start - start, span.End - start);
                if (span.Start < start || span.Start >= end) continue;
                last = Math.Max(last, span.End);
                items.Add(item with { Finding = item.Finding with { Region = new(span.Start - start, span.Length) } });
            }
            var kept = isFirst && i == 0 ? plan.Kept : 0;
            if (items.Count > 0 || kept > 0)
                job.Observer.OnPlan(new DocumentPlace(Path: pages[i].Path, Page: pages[i].Page),
                    new RedactionPlan<TextSpan>(plan.PolicyId, items.ToImmutable(), kept), text.AsSpan(start, last - start));
        }
        return removed;
    }

    /// <summary>Other orders in which the page can be read: what they tell that is new.</summary>
    private int Further(Shown page, PdfPageText rows, RedactionContext context)
    {
        var removed = 0;
        var seen = rows.ToString();
        if (string.IsNullOrWhiteSpace(seen)) return 0;
        var columns = ReadingOrder.ByColumns(page.Rows);
        if (columns is not null) removed += Add(page, columns, job.Redactor.Plan(columns.ToString(), context));
        var written = ReadingOrder.AsWritten(page.Glyphs, out var isSpaced);
        if (isSpaced || !IsSame(seen, written.ToString())) removed += Add(page, written, job.Redactor.Plan(written.ToString(), context));
        foreach (var text in _joined.Of(rows)) removed += Add(page, text.Text, text.Plan);
        if (columns is not null)
            foreach (var text in _joined.Of(columns)) removed += Add(page, text.Text, text.Plan);
        return removed;
    }

    private static bool IsSame(string first, string second)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < first.Length && char.IsWhiteSpace(first[i])) i++;
            while (j < second.Length && char.IsWhiteSpace(second[j])) j++;
            if (i == first.Length || j == second.Length) return i == first.Length && j == second.Length;
            if (first[i++] != second[j++]) return false;
        }
    }

    private int Add(Shown page, PdfPageText text, RedactionPlan<TextSpan> plan)
    {
        var items = ImmutableArray.CreateBuilder<PlannedRedaction<TextSpan>>();
        var removed = 0;
        foreach (var item in plan.Items)
        {
            var count = Remove(page, text, item.Finding.Region.Start, item.Finding.Region.End);
            if (count > 0) items.Add(item);
            removed += count;
        }
        if (items.Count > 0)
            job.Observer.OnPlan(new DocumentPlace(Path: page.Path, Page: page.Page),
                new RedactionPlan<TextSpan>(plan.PolicyId, items.ToImmutable(), 0), text.ToString());
        return removed;
    }

    private int Remove(Shown page, PdfPageText text, int start, int end)
    {
        var removed = 0;
        for (var i = Math.Max(0, start); i < Math.Min(end, text.Glyphs.Count); i++)
            if (text.Glyphs[i] is >= 0 and var glyph && Remove(page, glyph)) removed++;
        return removed;
    }

    private bool Remove(Shown page, int glyph)
    {
        var shown = page.Glyphs[glyph];
        return removals.Add(shown.Stream == 0 ? page.Stream : shown.Stream, shown.Index);
    }

    private bool IsRemoved(Shown page, int glyph)
    {
        var shown = page.Glyphs[glyph];
        return removals.Has(shown.Stream == 0 ? page.Stream : shown.Stream, shown.Index);
    }

    private int CountUnread(Shown page, PdfPageText rows)
    {
        var unread = UnreadGlyphs.Of(page.Glyphs, rows);
        if (job.Account.Choice == UnsearchedChoice.Erase)
            foreach (var glyph in unread) Remove(page, glyph);
        return unread.Count;
    }

    /// <summary>Glyphs that were shown again in the same place, to look bold, go with their twins.</summary>
    private int Twins(Shown page)
    {
        var (places, rows) = (new HashSet<(long, long, string?)>(), new HashSet<long>());
        for (var i = 0; i < page.Glyphs.Count; i++)
        {
            if (!IsRemoved(page, i)) continue;
            var cell = Cell(page.Glyphs[i], 0, 0);
            places.Add(cell);
            rows.Add(cell.Y);
        }
        if (places.Count == 0) return 0;
        var removed = 0;
        for (var i = 0; i < page.Glyphs.Count; i++)
        {
            var row = Cell(page.Glyphs[i], 0, 0).Y;
            if (!rows.Contains(row) && !rows.Contains(row - 1) && !rows.Contains(row + 1)) continue; // most rows keep all
            if (IsRemoved(page, i) || page.Glyphs[i].Text is null or " ") continue;
            for (var near = 0; near < 9; near++)
                if (places.Contains(Cell(page.Glyphs[i], near % 3 - 1, near / 3 - 1)) && Remove(page, i)) removed++;
        }
        return removed;
    }

    private static (long X, long Y, string? Text) Cell(in PageGlyph glyph, int dx, int dy)
    {
        var step = Math.Max(glyph.Size * 0.1, 1e-6);
        return ((long)Math.Floor(glyph.X / step) + dx, (long)Math.Floor(glyph.Y / step) + dy, glyph.Text);
    }
}
