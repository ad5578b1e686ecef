using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The shapes in which records tell of ranges of their own text: objects with a start and an end, an offset and a length, or an
/// answer and its start (Label Studio, Prodigy, SQuAD, Presidio, the large clouds); lists of two numbers and a label (spaCy, doccano,
/// brat).</summary>
internal static class OffsetShapes
{
    private const int LongestOfTimes = 6;

    private static readonly (string Start, string End)[] s_ends =
    [
        ("start", "end"), ("begin", "end"), ("startoffset", "endoffset"), ("beginoffset", "endoffset"), ("startchar", "endchar"),
        ("charstart", "charend"), ("charbegin", "charend"), ("startindex", "endindex"), ("beginindex", "endindex"), ("startpos", "endpos"),
        ("startidx", "endidx"), ("offsetstart", "offsetend"), ("startposition", "endposition"), ("spanstart", "spanend"), ("start", "stop"),
        ("characterstart", "characterend"), ("startcharacter", "endcharacter"),
    ];

    private static readonly (string Start, string Length)[] s_lengths =
    [
        ("offset", "length"), ("beginoffset", "length"), ("start", "length"), ("begin", "length"), ("position", "length"), ("start", "len"),
    ];

    private static readonly FrozenSet<string> s_quotes = new[]
    {
        "text", "word", "surface", "quote", "exact", "mention", "content", "value", "form", "coveredtext", "surfaceform", "string", "token",
        "entitytext", "snippet", "substring", "selectedtext", "name",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_labels = new[]
    {
        "label", "labels", "entity", "entitytype", "entitygroup", "category", "tag", "ner", "concept", "subcategory", "labelid", "entityid",
        "kbid", "hypertextlabels", "rectanglelabels",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_lists = new[]
    {
        "entities", "spans", "ents", "mentions", "annotations", "annotation", "offsets", "locations", "ner", "highlights", "piispans",
        "entityspans", "entityoffsets",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_labelLists = new[] { "label", "labels", "tags", "annotations", "entities", "spans", "ents" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for records that may have such a shape.</summary>
    public static bool MayStandIn(ReadOnlySpan<byte> record) =>
        record.IndexOf("tart"u8) >= 0 || record.IndexOf("ffset"u8) >= 0 || record.IndexOf("begin"u8) >= 0 || record.IndexOf("egin\""u8) >= 0
        || record.IndexOf("\"entities"u8) >= 0 || record.IndexOf("\"label"u8) >= 0 || record.IndexOf("\"spans"u8) >= 0
        || record.IndexOf("\"ents\""u8) >= 0 || record.IndexOf("nnotation"u8) >= 0 || record.IndexOf("\"position"u8) >= 0;

    /// <summary>Adds the ranges that a value and those in it tell of.</summary>
    public static void Gather(ReadOnlySpan<byte> record, RecordNode node, List<OffsetSite> sites)
    {
        if (node.IsObject) OfObject(record, node, sites);
        else if (node.IsList && OfList(record, node) is { } site) sites.Add(site);
        foreach (var child in node.Children)
            if (child.IsObject || child.IsList) Gather(record, child, sites);
    }

    private static void OfObject(ReadOnlySpan<byte> record, RecordNode node, List<OffsetSite> sites)
    {
        if (node.Children.Count < 2) return;
        var members = new Dictionary<string, RecordNode>(StringComparer.Ordinal);
        RecordNode? quote = null;
        var isLabelled = s_lists.Contains(Normal(node.NearestName ?? ""));
        foreach (var child in node.Children)
        {
            var name = Normal(child.Name!);
            members.TryAdd(name, child);
            if (child.IsText && quote is null && s_quotes.Contains(name)) quote = child;
            isLabelled |= s_labels.Contains(name);
        }
        foreach (var (first, last) in s_ends)
            if (Pair(first, last, isLength: false, record)) return;
        foreach (var (first, last) in s_lengths)
            if (Pair(first, last, isLength: true, record)) return;
        if (members.TryGetValue("answerstart", out var answers) && members.TryGetValue("text", out var texts))
            OfAnswers(record, node, answers, texts, sites);
        else if (quote is not null && members.TryGetValue("beginoffset", out var begin) && RecordTree.Number(record, begin) is { } at)
            sites.Add(new(node, begin, at, null, at, IsLength: false, quote, IsLabelled: false));

        bool Pair(string first, string last, bool isLength, ReadOnlySpan<byte> json)
        {
            if (!members.TryGetValue(first, out var start) || !members.TryGetValue(last, out var stop)
                || RecordTree.Number(json, start) is not { } from || RecordTree.Number(json, stop) is not { } number) return false;
            var to = isLength ? from + number : number;
            // "start" and "end" may be times; "startOffset" is a place in a text
            var isPlace = isLabelled || (first.Length > LongestOfTimes && last.Length > LongestOfTimes);
            if (to >= from) sites.Add(new(node, start, from, stop, to, isLength, quote, isPlace));
            return true;
        }
    }

    private static void OfAnswers(ReadOnlySpan<byte> record, RecordNode node, RecordNode starts, RecordNode texts, List<OffsetSite> sites)
    {
        if (!starts.IsList)
        {
            if (texts.IsText && RecordTree.Number(record, starts) is { } from)
                sites.Add(new(node, starts, from, null, from, IsLength: false, texts, IsLabelled: true));
            return;
        }
        for (var i = 0; i < Math.Min(starts.Children.Count, texts.Children.Count); i++)
            if (texts.Children[i].IsText && RecordTree.Number(record, starts.Children[i]) is { } from)
                sites.Add(new(node, starts.Children[i], from, null, from, IsLength: false, texts.Children[i], IsLabelled: true));
    }

    /// <summary>Two numbers beside each other, the greater one second, alone in a list of lists or with a label.</summary>
    private static OffsetSite? OfList(ReadOnlySpan<byte> record, RecordNode node)
    {
        var items = node.Children;
        if (items.Count is < 2 or > 6 || node.Parent is null) return null;
        var first = items[0].IsText ? 1 : 0;
        if (items.Count < first + 2 || RecordTree.Number(record, items[first]) is not { } from
            || RecordTree.Number(record, items[first + 1]) is not { } to || to <= from) return null;
        var name = Normal(node.NearestName ?? "");
        var hasLabel = first == 1 || (items.Count > 2 && items[2].IsText);
        var isRange = hasLabel ? s_labelLists.Contains(name) || s_lists.Contains(name)
            : node.Parent.IsList && items.Count == 2 && s_lists.Contains(name);
        return isRange ? new(node, items[first], from, items[first + 1], to, IsLength: false, null, IsLabelled: true) : null;
    }

    /// <summary>Small letters without signs.</summary>
    private static string Normal(string name)
    {
        Span<char> normal = stackalloc char[32];
        var length = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c) && length < normal.Length) normal[length++] = char.ToLowerInvariant(c);
        return normal[..length].ToString();
    }
}
