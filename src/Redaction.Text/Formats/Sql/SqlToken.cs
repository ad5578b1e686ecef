namespace Redaction.Text;

/// <summary>A token of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the statement, with its quotes.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, TextSpan Span);
