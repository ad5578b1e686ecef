namespace Redaction.TestKit;

/// <summary>One line of a specification.</summary>
public sealed record SpecCase(int Line, string Text, IReadOnlyList<TextSpan> Spans, string Note);
