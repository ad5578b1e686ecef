using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>Lets a refiner add only findings of the selected entities, and none of the literals that the policy allows.</summary>
internal sealed class RefinerSelection(
    IFindingRefiner<TextSource, TextSpan> inner, Predicate<EntityType> isWanted, ImmutableArray<string> allow)
    : IFindingRefiner<TextSource, TextSpan>
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _allow =
        allow.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Id => inner.Id;

    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        var all = new FindingSink<TextSpan>();
        foreach (ref readonly var finding in findings.Items) all.Add(in finding);
        var before = all.Count;
        inner.Refine(source, all);
        for (var i = 0; i < before; i++) findings.SetScore(i, all.Items[i].Score);
        foreach (ref readonly var finding in all.Items[before..])
            if (isWanted(finding.Type) && !_allow.Contains(source.Text.Slice(finding.Region.Start, finding.Region.Length)))
                findings.Add(in finding);
    }
}
