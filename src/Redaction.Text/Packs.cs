using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>All detector packs of this assembly.</summary>
public static class Packs
{
    /// <summary>Every built-in detector, sorted by id.</summary>
    public static ImmutableArray<ITextDetector> All { get; } = Sorted(
        Detectors<GlobalPack>(),
        Detectors<BrPack>(),
        Detectors<DePack>(),
        Detectors<EsPack>(),
        Detectors<FrPack>(),
        Detectors<InPack>(),
        Detectors<ItPack>(),
        Detectors<PlPack>(),
        Detectors<UkPack>(),
        Detectors<UsPack>());

    private static ITextDetector[] Detectors<TPack>() where TPack : IDetectorPack => [.. TPack.Detectors];

    private static ImmutableArray<ITextDetector> Sorted(params ReadOnlySpan<ITextDetector[]> packs)
    {
        var all = new List<ITextDetector>();
        foreach (var pack in packs) all.AddRange(pack);
        return [.. all.OrderBy(static d => d.Info.Id, StringComparer.Ordinal)];
    }
}
