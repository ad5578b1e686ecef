namespace Redaction;

/// <summary>Finds values of one or more types in a source.</summary>
/// <remarks>Implementations are pure and thread-safe: the same source gives the same findings, on any thread.</remarks>
public interface IDetector<in TSource, TRegion>
    where TSource : allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    /// <summary>Who this detector is and what it finds.</summary>
    DetectorInfo Info { get; }

    /// <summary>Adds zero or more findings.</summary>
    void Detect(TSource source, FindingSink<TRegion> findings);
}
