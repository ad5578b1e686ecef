namespace Redaction.Text;

/// <summary>Says whether a value that has the right shape can be real: check digits, ranges, calendars.</summary>
public delegate bool SpanPredicate(ReadOnlySpan<char> value);
