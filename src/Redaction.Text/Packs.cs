using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>All detector packs of this assembly.</summary>
public static class Packs
{
    /// <summary>Every built-in detector, sorted by id.</summary>
    public static ImmutableArray<ITextDetector> All { get; } = Sorted(
        Detectors<GlobalPack>(),
        Detectors<AtPack>(),
        Detectors<AuPack>(),
        Detectors<BePack>(),
        Detectors<BrPack>(),
        Detectors<CaPack>(),
        Detectors<ChPack>(),
        Detectors<DePack>(),
        Detectors<EsPack>(),
        Detectors<FiPack>(),
        Detectors<FrPack>(),
        Detectors<IePack>(),
        Detectors<InPack>(),
        Detectors<ItPack>(),
        Detectors<NlPack>(),
        Detectors<NoPack>(),
        Detectors<PlPack>(),
        Detectors<PtPack>(),
        Detectors<SePack>(),
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
