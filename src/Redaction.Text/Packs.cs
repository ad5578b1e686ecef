using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>All detector packs of this assembly.</summary>
public static class Packs
{
    /// <summary>Every built-in detector, sorted by id.</summary>
    public static ImmutableArray<ITextDetector> All { get; } = Sorted(
        Detectors<GlobalPack>(),
        Detectors<ArPack>(),
        Detectors<AtPack>(),
        Detectors<AuPack>(),
        Detectors<BePack>(),
        Detectors<BgPack>(),
        Detectors<BrPack>(),
        Detectors<CaPack>(),
        Detectors<ChPack>(),
        Detectors<ClPack>(),
        Detectors<CnPack>(),
        Detectors<CzPack>(),
        Detectors<DePack>(),
        Detectors<DkPack>(),
        Detectors<EePack>(),
        Detectors<EsPack>(),
        Detectors<EuPack>(),
        Detectors<FiPack>(),
        Detectors<FrPack>(),
        Detectors<GrPack>(),
        Detectors<HkPack>(),
        Detectors<HrPack>(),
        Detectors<IePack>(),
        Detectors<IlPack>(),
        Detectors<InPack>(),
        Detectors<ItPack>(),
        Detectors<JpPack>(),
        Detectors<KrPack>(),
        Detectors<LtPack>(),
        Detectors<MxPack>(),
        Detectors<NgPack>(),
        Detectors<NlPack>(),
        Detectors<NoPack>(),
        Detectors<NzPack>(),
        Detectors<PlPack>(),
        Detectors<PtPack>(),
        Detectors<RoPack>(),
        Detectors<SePack>(),
        Detectors<SgPack>(),
        Detectors<ThPack>(),
        Detectors<TrPack>(),
        Detectors<UkPack>(),
        Detectors<UsPack>(),
        Detectors<ZaPack>());

    /// <summary>Detectors that run only where a policy rule, an entity or an id asks for them by name: what they find identifies nobody by itself.</summary>
    public static ImmutableArray<ITextDetector> OnRequest { get; } = [Amount.Detector];

    private static ITextDetector[] Detectors<TPack>() where TPack : IDetectorPack => [.. TPack.Detectors];

    private static ImmutableArray<ITextDetector> Sorted(params ReadOnlySpan<ITextDetector[]> packs)
    {
        var all = new List<ITextDetector>();
        foreach (var pack in packs) all.AddRange(pack);
        return [.. all.OrderBy(static d => d.Info.Id, StringComparer.Ordinal)];
    }
}
