using System.Collections.Immutable;

namespace Redaction.Conformance;

/// <summary>A test of another tool.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Entity">What the tool looks for, in its own words.</param>
/// <param name="Text">The text that it looks at.</param>
/// <param name="Count">How many findings it expects.</param>
/// <param name="Spans">Where, in UTF-16 units; empty when the test says only how many.</param>
internal sealed record TestCase(int Line, string Entity, string Text, int Count, ImmutableArray<TextSpan> Spans);
