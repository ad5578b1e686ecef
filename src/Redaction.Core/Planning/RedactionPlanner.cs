using System.Buffers;
using System.Collections.Immutable;

namespace Redaction;

/// <summary>Detect, refine, decide, merge: the one flow that every medium shares.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RedactionPlanner<TSource, TRegion>
    where TSource : IRedactionSource, allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    [ThreadStatic]
    private static FindingSink<TRegion>? t_sink;

    private readonly ImmutableArray<IDetector<TSource, TRegion>> _detectors;

    /// <summary>Makes a planner.</summary>
    /// <exception cref="ArgumentException">Two detectors have the same id.</exception>
    public RedactionPlanner(RedactionPolicy policy, params IEnumerable<IDetector<TSource, TRegion>> detectors)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(detectors);
        Policy = policy;
        _detectors = [.. detectors];
        foreach (var group in _detectors.GroupBy(static d => d.Info.Id, StringComparer.Ordinal))
            if (group.Skip(1).Any()) throw new ArgumentException($"Detector '{group.Key}' is given twice.");
    }

    /// <summary>The policy that decides.</summary>
    public RedactionPolicy Policy { get; }

    /// <summary>The detectors that run.</summary>
    public ImmutableArray<IDetector<TSource, TRegion>> Detectors => _detectors;

    /// <summary>Document-level refiners, run in order after all detectors.</summary>
    /// <value>None.</value>
    public ImmutableArray<IFindingRefiner<TSource, TRegion>> Refiners { get; init; } = [];

    /// <summary>Widens regions before overlaps are merged.</summary>
    /// <value>Null: regions stay as found.</value>
    public RegionAdjustment<TSource, TRegion>? Adjustment { get; init; }

    /// <summary>Plans the redaction of a source without touching it.</summary>
    /// <exception cref="RedactionException">A detector or refiner failed.</exception>
    public RedactionPlan<TRegion> Plan(scoped TSource source)
    {
        var sink = t_sink ?? new FindingSink<TRegion>();
        t_sink = null;
        try
        {
            Find(source, sink);
            return Plan(source, sink.Items);
        }
        finally
        {
            sink.Clear();
            t_sink = sink;
        }
    }

    /// <summary>Adds what detectors and refiners find, whatever the policy says of it.</summary>
    /// <exception cref="RedactionException">A detector or refiner failed.</exception>
    public void Find(scoped TSource source, FindingSink<TRegion> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var detector in _detectors) Run(detector, source, findings);
        foreach (var refiner in Refiners) Run(refiner, source, findings);
    }

    /// <summary>Plans the redaction of a source in which these are the findings; no detector runs.</summary>
    public RedactionPlan<TRegion> Plan(scoped TSource source, ReadOnlySpan<Finding<TRegion>> findings)
    {
        if (findings.IsEmpty) return new(Policy.Id, [], 0);
        var items = ArrayPool<PlannedRedaction<TRegion>>.Shared.Rent(findings.Length);
        try
        {
            var count = 0;
            ImmutableArray<TRegion>.Builder? kept = null;
            var found = Adjustment is null ? null : ImmutableArray.CreateBuilder<Finding<TRegion>>(findings.Length);
            foreach (ref readonly var finding in findings)
            {
                if (finding.Score <= 0) continue; // a refiner took it back
                var rule = Policy.RuleFor(finding.Type, finding.Score, source.Context);
                var @operator = Policy.Rules[rule].Operator;
                if (@operator == PolicyRule.Keep) { (kept ??= ImmutableArray.CreateBuilder<TRegion>()).Add(finding.Region); continue; }
                found?.Add(finding);
                var region = Adjustment is null ? finding.Region : Adjustment(source, in finding, rule);
                items[count++] = new(finding with { Region = region }, rule, @operator);
            }
            count = OverlapResolution.Merge(items.AsSpan(0, count));
            return new(Policy.Id, [.. items.AsSpan(0, count)], kept?.Count ?? 0)
            {
                KeptRegions = kept?.DrainToImmutable() ?? [],
                Found = found?.DrainToImmutable() ?? []
            };
        }
        finally
        {
            ArrayPool<PlannedRedaction<TRegion>>.Shared.Return(items, clearArray: true);
        }
    }

    private static void Run(IDetector<TSource, TRegion> detector, scoped TSource source, FindingSink<TRegion> sink)
    {
        try
        {
            detector.Detect(source, sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            Throw.ComponentFailed(detector.Info.Id, e);
        }
    }

    private static void Run(IFindingRefiner<TSource, TRegion> refiner, scoped TSource source, FindingSink<TRegion> sink)
    {
        try
        {
            refiner.Refine(source, sink);
        }
        catch (Exception e) when (e is not (OperationCanceledException or RedactionException))
        {
            Throw.ComponentFailed(refiner.Id, e);
        }
    }
}
