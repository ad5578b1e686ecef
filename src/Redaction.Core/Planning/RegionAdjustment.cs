namespace Redaction;

/// <summary>Widens the region of a finding (padding, snapping) before overlaps are merged.
/// It must cover the finding's own region.</summary>
/// <param name="source">The source the finding is in.</param>
/// <param name="finding">The finding.</param>
/// <param name="rule">Index of the policy rule that decided on it.</param>
public delegate TRegion RegionAdjustment<in TSource, TRegion>(TSource source, in Finding<TRegion> finding, int rule)
    where TSource : allows ref struct
    where TRegion : struct, IRegion<TRegion>;
