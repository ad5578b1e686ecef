using System.Collections.Immutable;

namespace Redaction.Evaluation;

/// <summary>A table of a report.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The cells, row by row.</param>
internal sealed record ReportTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
