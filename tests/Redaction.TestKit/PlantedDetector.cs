namespace Redaction.TestKit;

/// <summary>A detector that reports what it was given, in any medium.</summary>
public sealed class PlantedDetector<TSource, TRegion>(string id, IReadOnlyList<Finding<TRegion>> planted) : IDetector<TSource, TRegion>
    where TSource : allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    public DetectorInfo Info { get; } = new(id, [.. planted.Select(f => f.Type).Distinct()]);

    public void Detect(TSource source, FindingSink<TRegion> findings)
    {
        foreach (var finding in planted) findings.Add(finding);
    }

    /// <summary>One detector for each list.</summary>
    public static IEnumerable<PlantedDetector<TSource, TRegion>> ForEach(IReadOnlyList<IReadOnlyList<Finding<TRegion>>> planted) =>
        planted.Select((list, i) => new PlantedDetector<TSource, TRegion>(list.Count == 0 ? $"test.empty{i}" : list[0].Detector, list));
}
