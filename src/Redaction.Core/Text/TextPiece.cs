namespace Redaction;

/// <summary>A range of recovered text and the place in the medium that it was recovered from.</summary>
/// <param name="Span">Range in the recovered text.</param>
/// <param name="Region">Place in the medium; null when the medium does not tell (a transcript word without times).</param>
public readonly record struct TextPiece<TRegion>(TextSpan Span, TRegion? Region)
    where TRegion : struct, IRegion<TRegion>;
