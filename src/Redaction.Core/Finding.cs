namespace Redaction;

/// <summary>What a detector found: it points at the value and never holds it.</summary>
/// <param name="Type">What the value is.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
/// <param name="Detector">Id of the detector.</param>
public readonly record struct Finding<TRegion>(EntityType Type, TRegion Region, float Score, string Detector)
    where TRegion : struct, IRegion<TRegion>;
