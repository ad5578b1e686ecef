using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Plans with the rules that hold for whoever speaks the words, and when.
/// What two speakers say together falls under the rules of both: the stricter wins.</summary>
internal sealed class SpeakerRules(RedactionPolicy policy, ImmutableArray<SpeakerRun> runs, RecoveredText<AudioSpan>? times = null)
{
    private readonly bool _needsTimes = times is not null && policy.Rules.Any(static r => r.Seconds is not null);
    private readonly bool _isNeeded = !runs.IsEmpty && policy.Rules.Any(static r => r.Speaker is not null);

    public RedactionPlan<TextSpan> Plan(string text, List<Finding<TextSpan>> findings, RedactionContext context)
    {
        if ((!_isNeeded && !_needsTimes) || findings.Count == 0) return One(text, findings, context);
        var plans = new List<RedactionPlan<TextSpan>>();
        foreach (var (speaker, own) in BySpeaker(findings))
        {
            var speaking = speaker.Length == 0 ? context : context with { Speaker = speaker };
            if (!_needsTimes) plans.Add(One(text, own, speaking));
            else foreach (var finding in own) plans.Add(One(text, [finding], speaking with { Seconds = Seconds(finding.Region) }));
        }
        return Merge(plans);
    }

    /// <summary>The findings of each speaker; those of nobody known under an empty name.</summary>
    public SortedDictionary<string, List<Finding<TextSpan>>> BySpeaker(List<Finding<TextSpan>> findings)
    {
        var groups = new SortedDictionary<string, List<Finding<TextSpan>>>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var isKnown = false;
            if (_isNeeded)
            {
                for (var i =
                    SpeakerRuns.FirstEndingAfter(runs, finding.Region.Start); i < runs.Length
                        && runs[i].Span.Start < finding.Region.End; i++)
                {
                    isKnown = true;
                    var own = Group(runs[i].Speaker);
                    if (own.Count == 0 || own[^1] != finding) own.Add(finding);
                }
            }
            if (!isKnown) Group("").Add(finding);
        }
        return groups;

        List<Finding<TextSpan>> Group(string speaker)
        {
            if (!groups.TryGetValue(speaker, out var list)) groups[speaker] = list = [];
            return list;
        }
    }

    /// <summary>Plans over the same source as one.</summary>
    public static RedactionPlan<TRegion> Merge<TRegion>(List<RedactionPlan<TRegion>> plans)
        where TRegion : struct, IRegion<TRegion>
    {
        if (plans.Count == 1) return plans[0];
        PlannedRedaction<TRegion>[] items = [.. plans.SelectMany(static p => p.Items)];
        var count = OverlapResolution.Merge(items.AsSpan());
        return new(plans[0].PolicyId, [.. items.AsSpan(0, count)], plans.Sum(static p => p.Kept))
        {
            KeptRegions = [.. plans.SelectMany(static p => p.KeptRegions)],
        };
    }

    private Extent? Seconds(TextSpan words) => SpokenPlaces.TimeOf(times!, words) is { } time
        ? Extent.OfSeconds((double)time.Start / TimeSpan.TicksPerSecond, (double)time.End / TimeSpan.TicksPerSecond)
        : null;

    private RedactionPlan<TextSpan> One(string text, List<Finding<TextSpan>> findings, RedactionContext context) =>
        new RedactionPlanner<TextSource, TextSpan>(policy, new GatheredText(findings)).Plan(new TextSource(text, context));
}
