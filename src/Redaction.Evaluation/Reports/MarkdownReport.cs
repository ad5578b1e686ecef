namespace Redaction.Evaluation;

/// <summary>Writes a result as Markdown tables.</summary>
internal static class MarkdownReport
{
    /// <summary>Writes the tables and the provenance.</summary>
    public static void Write(EvaluationResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"# Evaluation of {Escape(result.Provenance.GetValueOrDefault("dataset", result.Kind))}\n");
        foreach (var table in ReportTables.Of(result)) Write(table, output);
        output.Write("\n## Provenance\n\n");
        foreach (var (name, value) in result.Provenance) output.Write($"- {Escape(name)}: {Escape(value)}\n");
    }

    private static void Write(ReportTable table, TextWriter output)
    {
        output.Write(
            $"\n## {Escape(table.Title)}\n\n| {string.Join(" | ", table.Columns.Select(Escape))} |\n|"
            + $"{string.Concat(table.Columns.Select(static (_, i) => i == 0 ? "---|" : "---:|"))}\n");
        foreach (var row in table.Rows) output.Write($"| {string.Join(" | ", row.Select(Escape))} |\n");
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
