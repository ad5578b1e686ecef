using System.Collections.Immutable;
using System.Globalization;
using Redaction.Batch;
using Spectre.Console;

namespace Redaction.Cli;

/// <summary>The closing table of a run, on standard error.</summary>
internal static class SummaryDisplay
{
    private const int MostEntities = 12;

    public static void Write(VerbConsole console, BatchSummary summary, string? folder)
    {
        var table = VerbConsole.NewTable(folder is null ? "Scanned" : "Redacted", "");
        table.Columns[1].RightAligned();
        foreach (var (kind, count) in summary.Redacted) table.AddRow(Markup.Escape(Plural(kind, count)), Number(count));
        foreach (var (code, count) in summary.Failures) table.AddRow($"[red]failed: {Markup.Escape(code)}[/]", $"[red]{Number(count)}[/]");
        foreach (var (code, count) in summary.RefusedRecords)
            table.AddRow($"[red]records left out: {Markup.Escape(code)}[/]", $"[red]{Number(count)}[/]");
        table.AddEmptyRow();
        foreach (var (entity, count) in summary.Entities.OrderByDescending(static e => e.Value)
            .ThenBy(static e => e.Key, StringComparer.Ordinal).Take(MostEntities))
            table.AddRow($"[blue]{Markup.Escape(entity)}[/]", Number(count));
        if (summary.Entities.Count > MostEntities)
            table.AddRow($"[grey]{summary.Entities.Count - MostEntities} more entities[/]",
                Number(summary.Entities.Values.Order().Take(summary.Entities.Count - MostEntities).Sum()));
        table.AddRow("[bold]all findings[/]", $"[bold]{Number(summary.Entities.Values.Sum())}[/]");
        if (summary is { UnheardSeconds: > 0, ShareUnheard: { } share })
            table.AddRow(summary.SilencedSeconds > 0 ? "speech without words, silenced" : "speech without words",
                string.Create(CultureInfo.InvariantCulture, $"{summary.UnheardSeconds:0.0} s ({share:P0} of all speech)"));
        if (summary.Kept > 0) table.AddRow("[grey]kept by the policy[/]", $"[grey]{Number(summary.Kept)}[/]");
        foreach (var (name, count) in summary.Dropped)
            table.AddRow($"[grey]left out: {Markup.Escape(name)}[/]", $"[grey]{Number(count)}[/]");
        foreach (var (name, count) in summary.Unsearched)
            table.AddRow($"not searched: {Markup.Escape(name)}", Number(count));
        console.Person.Write(table);
        if (folder is null) return;
        if (!summary.RefusedRecords.IsEmpty)
            console.Person.MarkupLine($"[red]{Number(summary.RefusedRecords.Values.Sum())} records left out[/]: their lines are in "
                + Markup.Escape(Path.Combine(folder, "quarantine")));
        if (summary.Failed > 0)
            console.Person.MarkupLine(
                $"[red]{Number(summary.Failed)} not released[/]: see {Markup.Escape(Path.Combine(folder, "quarantine"))}");
        foreach (var code in summary.Failures.Keys)
            console.Person.MarkupLine($"  [red]{Markup.Escape(code)}[/]: {Markup.Escape(ErrorSentences.Of(code, summary))}");
        console.Person.MarkupLine($"Report: {Markup.Escape(Path.Combine(folder, "report.html"))}");
    }

    /// <summary>Tells what was asked for and is nowhere; false when that makes the work incomplete.</summary>
    public static bool Tell(VerbConsole console, BatchSummary summary, bool isAllowed)
    {
        foreach (var sentence in summary.Notes) console.Environment.Error.WriteLine($"redact: {sentence}");
        return Tell(console, summary.Unmatched, isAllowed);
    }

    /// <inheritdoc cref="Tell(VerbConsole, BatchSummary, bool)"/>
    public static bool Tell(VerbConsole console, ImmutableArray<string> unmatched, bool isAllowed)
    {
        foreach (var sentence in unmatched) console.Environment.Error.WriteLine($"redact: {sentence}");
        if (isAllowed || unmatched.IsEmpty) return true;
        console.Environment.Error.WriteLine("redact: with --allow-unmatched that is no failure.");
        return false;
    }

    private static string Plural(string kind, int count) => count == 1 ? kind : kind + (kind == "text" ? " files" : "s");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
