namespace Redaction;

/// <summary>A source from which text has been recovered: a call with its transcript, an image with its written text.</summary>
public interface ITextBearing<TRegion> : IRedactionSource
    where TRegion : struct, IRegion<TRegion>
{
    /// <summary>The recovered text.</summary>
    RecoveredText<TRegion> Text { get; }
}
