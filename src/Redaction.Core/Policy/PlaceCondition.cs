namespace Redaction;

/// <summary>Where in an image or a recording a rule holds.</summary>
/// <param name="Extent">The place.</param>
/// <param name="NeedsWhole">True: for what lies in the place as a whole, and whose own place is known. False:
/// for everything that touches it, and for what nobody knows the place of.</param>
public readonly record struct PlaceCondition(Extent Extent, bool NeedsWhole)
{
    internal bool IsMetBy(Extent? place)
    {
        if (place is not { } known) return !NeedsWhole;
        return known != Extent.None && (NeedsWhole ? Extent.Contains(known) : Extent.Overlaps(known));
    }
}
