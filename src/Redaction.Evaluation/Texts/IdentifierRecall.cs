namespace Redaction.Evaluation;

/// <summary>Recall of persons and things instead of mentions: one counts as found when all of its mentions in the
/// document are covered in full, since one that stays gives it away (Pilán et al. 2022, "The Text Anonymization Benchmark").</summary>
internal sealed class IdentifierRecall
{
    private readonly SortedDictionary<Identification, Tally> _tallies = [];

    public void Add(IReadOnlyCollection<EntitySpan> truth, ReadOnlySpan<bool> covered)
    {
        var found = new Dictionary<(Identification, string), bool>();
        var alone = 0;
        foreach (var item in truth)
        {
            if (item.Id is null && item.Identification == Identification.Unknown) continue;
            var key = (item.Identification, item.Id ?? $"mention {alone++}");
            var isCovered = !covered.Slice(item.Span.Start, item.Span.Length).Contains(false);
            found[key] = isCovered && found.GetValueOrDefault(key, true);
        }
        foreach (var ((kind, _), isFound) in found)
            _tallies[kind] = _tallies.GetValueOrDefault(kind) + new Tally(isFound ? 1 : 0, 0, isFound ? 0 : 1);
    }

    public void WriteTo(FigureTree overall)
    {
        foreach (var (kind, tally) in _tallies)
        {
            var node = overall["identifiers"][kind switch
            {
                Identification.Direct => "direct",
                Identification.Quasi => "quasi",
                _ => "other"
            }];
            node.Set("support", tally.Support);
            node.Set("recall", tally.Recall);
        }
    }
}
