using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What was found in the flow of XML and goes on in another element. A postal address does, but what a model takes for one may
/// hold amounts and codes of elements beside it: each element is judged for itself.</summary>
internal static class RecordItems
{
    private const int LongestCode = 4, ShortestName = 3;

    /// <summary>The parts of an item that stand in one element each and are, or may be, of its kind.</summary>
    public static IEnumerable<PlannedRedaction<TextSpan>> Split(
        PlannedRedaction<TextSpan> item, TextView flow, TextRedactor redactor, RedactionContext context)
    {
        var region = item.Finding.Region;
        if (!Crosses(region, flow)) return [item];
        var parts = ImmutableArray.CreateBuilder<PlannedRedaction<TextSpan>>();
        for (int start = region.Start, end = start; end <= region.End; end++)
        {
            if (end < region.End && !IsBetween(flow, end)) continue;
            Add(item, TextSpan.FromBounds(start, end), flow.Text, redactor, context, parts);
            start = end + 1;
        }
        return parts;
    }

    private static void Add(PlannedRedaction<TextSpan> item, TextSpan part, ReadOnlySpan<char> flow, TextRedactor redactor,
        RedactionContext context, ImmutableArray<PlannedRedaction<TextSpan>>.Builder parts)
    {
        var text = flow.Slice(part.Start, part.Length);
        var start = part.Start + text.Length - text.TrimStart().Length;
        text = text.Trim();
        if (text.IsEmpty || IsShortCode(text)) return;
        var own = redactor.Plan(text, context).Items;
        foreach (var found in own)
        {
            var place = new TextSpan(start + found.Finding.Region.Start, found.Finding.Region.Length);
            parts.Add(found with { Finding = found.Finding with { Region = place } });
        }
        if (own.IsEmpty && MayBeName(text)) parts.Add(item with { Finding = item.Finding with { Region = new(start, text.Length) } });
    }

    /// <summary>Several words, or one that does not begin small.</summary>
    private static bool MayBeName(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
            if (char.IsLetter(c)) letters++;
        return letters >= ShortestName && (text.ContainsAny(' ', '\u00A0') || !char.IsLower(text[0]));
    }

    /// <summary>A few capitals (<c>DBIT</c>), which a model takes for anything.</summary>
    private static bool IsShortCode(ReadOnlySpan<char> text) =>
        text.Length <= LongestCode && !text.ContainsAnyExceptInRange('A', 'Z');

    private static bool Crosses(TextSpan region, TextView flow)
    {
        for (var i = region.Start; i < region.End; i++)
            if (IsBetween(flow, i)) return true;
        return false;
    }

    /// <summary>The line's end that stands for the tags between two elements.</summary>
    private static bool IsBetween(TextView flow, int at) => flow.Text[at] == '\n' && flow.ToOriginal(new(at, 1)).Length == 0;
}
