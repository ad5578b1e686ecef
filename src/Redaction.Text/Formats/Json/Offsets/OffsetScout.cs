using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Finds out which numbers of a record are places in which of its texts.</summary>
internal sealed class OffsetScout
{
    private const int MostLevels = 8;

    private static readonly string[] s_names =
    [
        "text", "content", "body", "sentence", "document", "context", "passage", "transcript", "utterance", "message", "note", "paragraph",
    ];

    private static readonly FrozenSet<string> s_holders = new[]
    {
        "data", "document", "task", "input", "inputs", "text", "example", "sample",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<RecordNode, OffsetText> _texts = [];
    private readonly List<OffsetPlace> _places = [];
    private readonly HashSet<int> _unfit = [];

    private OffsetScout() { }

    /// <summary>What must be moved in a record; null when it tells of no range.</summary>
    public static OffsetMoves? Look(ReadOnlySpan<byte> record, bool isWhole = true)
    {
        if (!OffsetShapes.MayStandIn(record) || RecordTree.Read(record, isWhole) is not { } root) return null;
        var sites = new List<OffsetSite>();
        OffsetShapes.Gather(record, root, sites);
        if (sites.Count == 0) return null;
        var scout = new OffsetScout();
        foreach (var site in sites) scout.Settle(record, site);
        return scout._places.Count + scout._unfit.Count == 0 ? null : new(scout._places, scout._unfit);
    }

    /// <summary>Looks outwards from a range for the text that it lies in.</summary>
    private void Settle(ReadOnlySpan<byte> record, OffsetSite site)
    {
        var quote = site.Quote is null ? null : RecordTree.Text(record, site.Quote);
        OffsetText? unfit = null;
        var inner = site.Owner;
        for (var level = 0; level < MostLevels && inner.Parent is { } outer; level++, inner = outer)
        {
            if (Candidates(record, outer, inner, site) is not { Count: > 0 } texts) continue;
            foreach (var text in texts)
            {
                var found = quote is null ? Unquoted(site, text) : text.Holds(site.From, site.Stop is null ? null : site.To, quote);
                if (found is not { } place) continue;
                Add(site, text, place.Range, place.Unit);
                return;
            }
            unfit ??= texts[0];
        }
        if (unfit is null && InOwnText(record, site)) return;
        // a quote as long as the range that stands somewhere else: of markup, or of an older text
        if (unfit is not null && site.IsLabelled && quote is { Length: > 0 } && quote.Length == site.To - site.From)
            _unfit.Add(unfit.Node.Raw.Start.Value);
    }

    /// <summary>A record that holds a text, one range of it and a label: <c>{"text":…,"start":5,"end":9,"label":"X"}</c>.</summary>
    private bool InOwnText(ReadOnlySpan<byte> record, OffsetSite site)
    {
        if (!site.IsLabelled) return false;
        OffsetText? own = null;
        foreach (var child in site.Owner.Children)
            if (child.IsText && TextOf(record, child) is var text && Rank(text) < s_names.Length && (own is null || Rank(text) < Rank(own)))
                own = text;
        if (own is null || Unquoted(site, own) is not { } place) return false;
        Add(site with { Quote = null }, own, place.Range, place.Unit);
        return true;
    }

    /// <summary>Python's tools are the most, so code points.</summary>
    private static (OffsetUnit Unit, TextSpan Range)? Unquoted(OffsetSite site, OffsetText text) =>
        site.IsLabelled && text.RangeOf(site.From, site.To, OffsetUnit.CodePoint) is { Length: > 0 } range
            ? (OffsetUnit.CodePoint, range) : null;

    private void Add(OffsetSite site, OffsetText text, TextSpan range, OffsetUnit unit)
    {
        var start = text.Node.Raw.Start.Value;
        _places.Add(new(site.Start.Token, OffsetRole.Start, start, range, unit));
        if (site.Stop is { } stop) _places.Add(new(stop.Token, site.IsLength ? OffsetRole.Length : OffsetRole.End, start, range, unit));
        if (site.Quote is { } quote) _places.Add(new(quote.Token, OffsetRole.Quote, start, range, unit));
    }

    /// <summary>The texts of one level: members and elements beside the range, and those of an object that holds the data. Texts that are
    /// called so come first, then the longest.</summary>
    private List<OffsetText> Candidates(ReadOnlySpan<byte> record, RecordNode outer, RecordNode inner, OffsetSite site)
    {
        var found = new List<OffsetText>();
        foreach (var child in outer.Children)
        {
            if (child.IsText && child != site.Quote) found.Add(TextOf(record, child));
            if (child == inner || !child.IsObject || child.Name is null || !s_holders.Contains(child.Name)) continue;
            foreach (var member in child.Children)
                if (member.IsText && member != site.Quote) found.Add(TextOf(record, member));
        }
        found.Sort(static (a, b) => Rank(a).CompareTo(Rank(b)) is not 0 and var rank ? rank : b.Value.Length.CompareTo(a.Value.Length));
        return found;
    }

    private OffsetText TextOf(ReadOnlySpan<byte> record, RecordNode node) =>
        _texts.TryGetValue(node, out var known) ? known : _texts[node] = new(node, RecordTree.Text(record, node));

    private static int Rank(OffsetText text)
    {
        var index = Array.FindIndex(s_names, n => n.Equals(text.Node.Name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? s_names.Length : index;
    }
}
