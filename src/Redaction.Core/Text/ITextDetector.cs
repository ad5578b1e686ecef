namespace Redaction;

/// <summary>Finds values in text, and so, through <see cref="LiftedDetector{TSource, TRegion}"/>,
/// in anything that text is recovered from.</summary>
public interface ITextDetector : IDetector<TextSource, TextSpan>;
