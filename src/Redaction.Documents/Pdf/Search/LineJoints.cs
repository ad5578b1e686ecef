using System.Buffers;
using Redaction.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Looks for values that go on in the next line.</summary>
internal sealed class LineJoints(DocumentJob job)
{
    private const int Most = 64;
    private static readonly SearchValues<char> s_signs = SearchValues.Create("0123456789@._-/");

    /// <summary>Plans over ends and beginnings of lines that follow each other; only what goes over the end of a line is in them.
    /// </summary>
    public IEnumerable<(PdfPageText Text, RedactionPlan<TextSpan> Plan)> Of(PdfPageText page)
    {
        var text = page.ToString();
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            if (at == 0 || at + 1 >= text.Length || text[at + 1] == '\n' || text[at - 1] == '\n') continue;
            var (start, end) = Around(text, at);
            if (!CanGoOn(text, start, at, end)) continue;
            var isHyphen = text[at - 1] is '-' or '\u00AD' or '\u2010';
            if (Plan(page, text, start, at, end, at, "") is { } whole) yield return whole;
            if (isHyphen && Plan(page, text, start, at - 1, end, at, "") is { } plain) yield return plain;
            if (Plan(page, text, start, at, end, at, " ") is { } apart) yield return apart;
        }
    }

    private static (int Start, int End) Around(string text, int at)
    {
        var start = text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at + 1);
        return (Math.Max(start, at - Most), Math.Min(end < 0 ? text.Length : end, at + 1 + Most));
    }

    /// <summary>A word with a digit or a sign of an address on one side, or a hyphen.</summary>
    private static bool CanGoOn(string text, int start, int at, int end)
    {
        if (text[at - 1] is '-' or '\u00AD' or '\u2010') return true;
        var before = text.AsSpan(start, at - start);
        before = before[(before.LastIndexOfAny(' ', '\t') + 1)..];
        var after = text.AsSpan(at + 1, end - at - 1);
        if (after.IndexOfAny(' ', '\t') is >= 0 and var space) after = after[..space];
        return Holds(before) || Holds(after);
    }

    private static bool Holds(ReadOnlySpan<char> word) => word.IndexOfAny(s_signs) >= 0 && word.Length > 1;

    private (PdfPageText, RedactionPlan<TextSpan>)? Plan(
        PdfPageText page, string text, int start, int at, int end, int lineEnd, string between)
    {
        var joined = new PdfPageText();
        for (var i = start; i < at; i++) joined.Add(text[i].ToString(), page.Glyphs[i]);
        var joint = joined.Length;
        joined.Add(between, -1);
        for (var i = lineEnd + 1; i < end; i++) joined.Add(text[i].ToString(), page.Glyphs[i]);
        var plan = at < lineEnd ? job.Redactor.Plan(joined.ToString(), job.Context) : job.Redactor.PlanName(joined.ToString(), job.Context);
        var items = plan.Items.RemoveAll(i => i.Finding.Region.End <= joint + between.Length || i.Finding.Region.Start >= joint);
        return items.IsEmpty ? null : (joined, new(plan.PolicyId, items, 0));
    }
}
