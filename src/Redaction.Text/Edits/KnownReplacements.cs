namespace Redaction.Text;

/// <summary>What operators wrote into a document: finds it again in the output, and takes it out of plans over the output.</summary>
internal sealed class KnownReplacements
{
    private readonly HashSet<string> _types;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _lengths;
    private readonly List<TextSpan> _places = [];

    /// <param name="types">The entities that were taken out.</param>
    /// <param name="written">What was written, with its entity, where its form does not tell.</param>
    public KnownReplacements(IEnumerable<string> types, IEnumerable<(string Text, string Entity)> written)
    {
        _types = types.ToHashSet(StringComparer.Ordinal);
        var entities = written.DistinctBy(static w => w.Text, StringComparer.Ordinal)
            .ToDictionary(static w => w.Text, static w => w.Entity, StringComparer.Ordinal);
        _lookup = entities.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. entities.Keys.Select(static t => t.Length).Distinct().OrderDescending()];
    }

    /// <summary>Findings that were made of replacements.</summary>
    public long Explained { get; private set; }

    /// <summary>Whether a text in which something was written is looked through a second time with a type in the place of it, which is
    /// how the run saw it last: what is not found there too is made of a replacement.</summary>
    /// <value>True.</value>
    public bool LooksAgain { get; init; } = true;

    /// <summary>The part of a plan that operators did not write.</summary>
    public RedactionPlan<TextSpan> Reduce(
        scoped TextSource source, RedactionPlan<TextSpan> plan, RedactionPlanner<TextSource, TextSpan> planner)
    {
        var view = ViewOf(source.Text);
        if (!view.HasParts) return plan;
        var left = new List<PlannedRedaction<TextSpan>>();
        var again = LooksAgain ? planner.Plan(new TextSource(view.Text, view.ContextOf(source.Context))) : plan;
        foreach (ref readonly var item in again.Items.AsSpan())
        {
            if (!LooksAgain)
            {
                if (!view.IsWritten(item.Finding.Region)) left.Add(item);
                continue;
            }
            if (!SecondLook.Counts(item.Finding)) continue;
            _places.Clear();
            view.AddOutside(item.Finding.Region, _places);
            foreach (var place in _places)
                if (Finds(plan, place)) left.Add(item with { Finding = item.Finding with { Region = place } });
        }
        foreach (ref readonly var item in plan.Items.AsSpan())
            if (view.IsWritten(item.Finding.Region)) Explained++;
        return new(plan.PolicyId, [.. left], plan.Kept) { KeptRegions = plan.KeptRegions };
    }

    /// <summary>True for a place that overlaps what was written.</summary>
    public bool IsWritten(ReadOnlySpan<char> text, TextSpan place)
    {
        if (!ViewOf(text).IsWritten(place)) return false;
        Explained++;
        return true;
    }

    /// <summary>A text of the output as it reads with a type in the place of everything that was written.</summary>
    private RedactedView ViewOf(ReadOnlySpan<char> text)
    {
        var view = new RedactedView(text.Length, 0);
        var position = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = At(text, i, out var entity);
            if (length == 0)
            {
                i++;
                continue;
            }
            view.Copy(text[position..i]);
            view.Put(entity, new(i, length));
            i += length;
            position = i;
        }
        view.Copy(text[position..]);
        return view;
    }

    private static bool Finds(RedactionPlan<TextSpan> plan, TextSpan place)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
            if (item.Finding.Region.Overlaps(place)) return true;
        return false;
    }

    /// <summary>Length of what was written at a place; 0 where nothing was.</summary>
    private int At(ReadOnlySpan<char> text, int at, out string entity)
    {
        if (text[at] == '[' && WrittenForm.LengthAt(text, at, out var type) is > 0 and var form)
        {
            entity = text.Slice(at + 1, type).ToString();
            if (_types.Contains(entity)) return form;
        }
        if (at == 0 || IsEdge(text[at - 1], text[at]))
        {
            foreach (var length in _lengths)
            {
                var end = at + length;
                if (end > text.Length || (end < text.Length && !IsEdge(text[end - 1], text[end]))) continue;
                if (_lookup.TryGetValue(text.Slice(at, length), out entity!)) return length;
            }
        }
        entity = "";
        return 0;
    }

    /// <summary>True between two signs of which not both belong to a word.</summary>
    private static bool IsEdge(char before, char after) => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after);
}
