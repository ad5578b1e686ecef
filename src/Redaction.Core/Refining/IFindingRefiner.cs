namespace Redaction;

/// <summary>Document-level context: sees a source and all its findings, and may add findings or move scores, never drop them.</summary>
/// <remarks>Implementations are pure and thread-safe.</remarks>
public interface IFindingRefiner<in TSource, TRegion>
    where TSource : allows ref struct
    where TRegion : struct, IRegion<TRegion>
{
    /// <summary>Lower-case dotted id.</summary>
    string Id { get; }

    /// <summary>Adds findings or moves scores.</summary>
    void Refine(TSource source, FindingSink<TRegion> findings);
}
