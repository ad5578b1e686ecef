namespace Redaction.Text;

/// <summary>A place in a text worth looking at.</summary>
/// <param name="Kind">What stands there; one flag.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Digits">Number of digits in it.</param>
internal readonly record struct TextAnchor(AnchorKinds Kind, TextSpan Span, int Digits);
