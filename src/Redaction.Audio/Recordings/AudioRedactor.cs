using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Plans what must not be heard in a recording and overwrites it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AudioRedactor
{
    private readonly ImmutableArray<IDetector<AudioSource, AudioSpan>> _detectors;
    private readonly ImmutableArray<IAudioOperator> _byRule;

    /// <summary>Makes a redactor.</summary>
    /// <param name="policy">Decides what happens to each finding.</param>
    /// <param name="detectors">Audio detectors, and text detectors in a <see cref="LiftedDetector{TSource, TRegion}"/>.</param>
    /// <param name="operators">The operators that the policy may name, such as <see cref="AudioOperators.All"/>.
    /// A rule with one of another medium paints silence.</param>
    /// <exception cref="PolicyException">The policy names an operator or option that does not exist.</exception>
    public AudioRedactor(
        RedactionPolicy policy, IEnumerable<IDetector<AudioSource, AudioSpan>> detectors, params IEnumerable<IOperator> operators)
        : this(policy, detectors, new OperatorRegistry(operators)) { }

    internal AudioRedactor(
        RedactionPolicy policy, IEnumerable<IDetector<AudioSource, AudioSpan>> detectors, OperatorRegistry operators)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(detectors);
        Policy = policy;
        _detectors = [.. detectors];
        var silence = new Silence();
        var bound = operators.Bind<IAudioOperator>(policy, Medium.Audio, static (o, options) => o.Configure(options));
        _byRule = [.. bound.Select(o => o ?? silence)];
    }

    /// <summary>The policy that decides.</summary>
    public RedactionPolicy Policy { get; }

    /// <summary>Plans the redaction: a dry run. Spans are widened by their operator's padding, and short gaps are closed.</summary>
    /// <exception cref="RedactionException">A detector failed, or a finding has no time in the recording.</exception>
    public RedactionPlan<AudioSpan> Plan(scoped AudioSource source) => Plan(source, _detectors);

    /// <summary>Overwrites the planned spans in a chunk of the recording.</summary>
    /// <param name="samples">The chunk, channels interleaved, full scale −1 to 1.</param>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="channels">Samples per frame.</param>
    /// <param name="firstFrame">Index of the chunk's first frame in the whole recording.</param>
    /// <param name="plan">A plan made under the same policy.</param>
    /// <exception cref="ArgumentException">The plan was made under another policy.</exception>
    /// <exception cref="RedactionException">An operator failed; discard the samples.</exception>
    public void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, RedactionPlan<AudioSpan> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.EnsureMadeUnder(Policy);
        foreach (ref readonly var item in plan.Items.AsSpan()) Paint(samples, sampleRate, channels, firstFrame, in item);
    }

    internal SpanEdges EdgesOf(in PlannedRedaction<AudioSpan> item) => _byRule[item.Rule].Edges;

    internal IAudioOperator OperatorOf(in PlannedRedaction<AudioSpan> item, AudioSurroundings surroundings) =>
        _byRule[item.Rule].In(surroundings);

    internal void Paint(Span<float> samples, int sampleRate, int channels, long firstFrame, in PlannedRedaction<AudioSpan> item) =>
        Paint(_byRule[item.Rule], samples, sampleRate, channels, firstFrame, in item);

    internal static void Paint(IAudioOperator @operator, Span<float> samples, int sampleRate, int channels, long firstFrame,
        in PlannedRedaction<AudioSpan> item)
    {
        try
        {
            @operator.Paint(samples, sampleRate, channels, firstFrame, in item);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            throw new RedactionException(ErrorCodes.ComponentFailed, item.Operator, cause: e.GetType());
        }
    }

    internal RedactionPlan<AudioSpan> Plan(scoped AudioSource source, IEnumerable<IDetector<AudioSource, AudioSpan>> detectors)
    {
        var planner = new RedactionPlanner<AudioSource, AudioSpan>(Policy, detectors) { Adjustment = Widen };
        return CloseGaps(planner.Plan(source));
    }

    /// <summary>Moves edges that fall into sound outwards to the next silence between words.</summary>
    internal RedactionPlan<AudioSpan> Snap(RedactionPlan<AudioSpan> plan, WavProbe? probe, long duration, StatedTimes told)
    {
        if (probe is null || plan.Items.IsEmpty) return plan;
        var items = plan.Items.ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var distance = EdgesOf(items[i]).Snap.Ticks;
            if (distance == 0) continue;
            var region = plan.Items[i].Finding.Region;
            var floor = i == 0 ? 0 : plan.Items[i - 1].Finding.Region.End;
            var ceiling = i + 1 == items.Length ? duration : plan.Items[i + 1].Finding.Region.Start;
            var speech = probe.Around(plan, i).LevelDb;
            var start = region.Start <= floor ? region.Start : Math.Max(floor, probe.Silence(region.Start, -distance, speech));
            var end = region.End >= ceiling ? region.End : Math.Min(ceiling, probe.Silence(region.End, distance, speech));
            var over = EdgesOf(items[i]).OverWords.Ticks;
            start = Math.Min(region.Start, Math.Max(start, told.EndBefore(region.Start) - over));
            end = Math.Max(region.End, Math.Min(end, Reach(told.StartAfter(region.End), over)));
            items[i] = items[i] with { Finding = items[i].Finding with { Region = AudioSpan.FromBounds(start, end) } };
        }
        var merged = items.AsSpan(0, OverlapResolution.Merge(items.AsSpan()));
        return CloseGaps(new(plan.PolicyId, [.. merged], plan.Kept) { KeptRegions = plan.KeptRegions });
    }

    private AudioSpan Widen(AudioSource source, in Finding<AudioSpan> finding, int rule)
    {
        var region = finding.Region;
        // Nothing would be painted outside the recording: the times belong to another one.
        if (region.Start >= source.Duration || region.End <= 0 || region.Length < 0)
            throw new RedactionException(ErrorCodes.NoTime, "audio",
                "A finding lies outside the recording: does the transcript belong to it?");
        var edges = _byRule[rule].Edges; // a fade needs its room outside the words
        var told = source.Told ?? StatedTimes.None;
        var start = Math.Max(region.Start - edges.Before.Ticks, told.EndBefore(region.Start) - edges.OverWords.Ticks);
        var end = Math.Min(region.End + edges.After.Ticks, Reach(told.StartAfter(region.End), edges.OverWords.Ticks));
        return AudioSpan.FromBounds(Math.Max(0, Math.Min(start, region.Start - edges.Fade.Ticks)),
            Math.Min(source.Duration, Math.Max(end, region.End + edges.Fade.Ticks)));
    }

    private static long Reach(long time, long further) => time == long.MaxValue ? time : time + further;

    /// <summary>A gap too short for a word would only be heard as a click: the span before it takes it in.</summary>
    internal RedactionPlan<AudioSpan> CloseGaps(RedactionPlan<AudioSpan> plan)
    {
        if (plan.Items.Length < 2) return plan;
        var items = plan.Items.ToArray();
        for (var i = 0; i + 1 < items.Length; i++)
        {
            var (region, next) = (items[i].Finding.Region, items[i + 1].Finding.Region.Start);
            if (next - region.End <= EdgesOf(items[i]).Gap.Ticks)
                items[i] = items[i] with { Finding = items[i].Finding with { Region = AudioSpan.FromBounds(region.Start, next) } };
        }
        return new(plan.PolicyId, [.. items], plan.Kept) { KeptRegions = plan.KeptRegions };
    }
}
