using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>The tables that every report shows, whatever it is written in.</summary>
internal static class ReportTables
{
    private static readonly ImmutableArray<string> s_boxColumns =
        ["AP", "recall at 0.1", "recall at 0.5", "pixels covered", "masked per true pixel"];

    private static readonly ImmutableArray<string> s_counts = ["support", "images", "calls"];

    /// <summary>The tables of a result.</summary>
    public static ImmutableArray<ReportTable> Of(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Kind switch
        {
            "text" => OfTexts(result),
            "images" => OfImages(result),
            _ => OfCalls(result.Figures),
        };
    }

    /// <summary>A ratio or a number of seconds for people: three decimals, a dash where there is none.</summary>
    public static string Text(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Count(double? figure) => figure?.ToString("#,0", CultureInfo.InvariantCulture) ?? "–";

    private static ImmutableArray<ReportTable> OfTexts(EvaluationResult result)
    {
        var figures = result.Figures;
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        string[] ways = ["strict", "typeAgnostic", "partial", "covered", "characters"];
        tables.Add(new("Overall", ["counted as", "true", "precision", "recall", "F1", "F2"],
            [.. ways.Select(way => Row(way, figures["overall"][way], "support", "precision", "recall", "f1", "f2"))]));
        if (figures["overall"].Branches.TryGetValue("identifiers", out var identifiers))
            tables.Add(new("Identifiers, all mentions covered", ["identifies", "true", "recall"],
                [.. identifiers.Branches.Select(static i => Row(i.Key, i.Value, "support", "recall"))]));
        if (!result.Peers.IsEmpty)
            tables.Add(new("Side by side", ["system", "strict F1", "strict F2", "covered precision", "covered recall", "leaked characters"],
                [.. result.Peers.Prepend(new("this library", figures)).Select(static p => Systems(p.Key, p.Value))]));
        tables.Add(new("Entities", ["entity", "true", "strict P", "strict R", "strict F1", "covered P", "covered R", "leaked characters"],
            [.. Below(figures, "entities").Select(static e => Entity(e.Key, e.Value))]));
        foreach (var (kind, groups) in Below(figures, "groups"))
            tables.Add(new($"By {kind}", [kind, "true", "strict P", "strict R", "strict F1", "covered P", "covered R", "leaked characters"],
                [.. groups.Branches.Select(static e => Entity(e.Key, e.Value))]));
        return tables.ToImmutable();
    }

    private static ImmutableArray<ReportTable> OfImages(EvaluationResult result)
    {
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        tables.Add(new("Overall", ["images", "boxes", .. s_boxColumns],
            [[.. Values(result.Figures["overall"], "images", "support"), .. Boxes(result.Figures)]]));
        if (!result.Peers.IsEmpty)
            tables.Add(new("Side by side", ["system", .. s_boxColumns],
                [.. result.Peers.Prepend(new("this library", result.Figures))
                    .Select(static p => (ImmutableArray<string>)[p.Key, .. Boxes(p.Value)])]));
        tables.Add(new("Height of the box in pixels", ["height", "recall at 0.1", "recall at 0.5"],
            [.. result.Figures["height"].Branches.Select(static h => Row(h.Key, h.Value, "recallAt0.1", "recallAt0.5"))]));
        return tables.ToImmutable();
    }

    private static ImmutableArray<string> Boxes(FigureTree figures) =>
        [.. Values(figures["overall"], "averagePrecision", "recallAt0.1", "recallAt0.5"),
            .. Values(figures["pixels"], "covered", "maskedPerTrue")];

    private static ImmutableArray<ReportTable> OfCalls(FigureTree figures) =>
    [
        new("Overall", ["calls", "without leak", "word recall", "other words masked", "frame F1", "masked per true second"],
            [Values(figures["overall"], "calls", "callsWithoutLeak", "wordRecall", "otherWordsMasked", "frameF1", "overMasking")]),
        new("Entities", ["entity", "words", "word recall"],
            [.. Below(figures, "entities").Select(static e => Row(e.Key, e.Value, "support", "wordRecall"))]),
        new("Mask beyond the words, in seconds", ["at", "5 %", "50 %", "95 %"],
            [.. Below(figures, "boundarySeconds").Select(static e => Row(e.Key, e.Value, "p05", "p50", "p95"))]),
    ];

    private static IEnumerable<KeyValuePair<string, FigureTree>> Below(FigureTree figures, string name) =>
        figures.Branches.TryGetValue(name, out var below) ? below.Branches : Enumerable.Empty<KeyValuePair<string, FigureTree>>();

    private static ImmutableArray<string> Systems(string name, FigureTree figures) =>
    [
        name, Text(figures.Find("overall", "strict", "f1")), Text(figures.Find("overall", "strict", "f2")),
        Text(figures.Find("overall", "covered", "precision")),
        Text(figures.Find("overall", "covered", "recall")), Count(figures.Find("overall", "leakedCharacters")),
    ];

    private static ImmutableArray<string> Entity(string name, FigureTree figures) =>
    [
        name, Count(figures.Find("support")), .. Values(figures["strict"], "precision", "recall", "f1"),
        .. Values(figures["covered"], "precision", "recall"),
        Count(figures.Find("leakedCharacters")),
    ];

    private static ImmutableArray<string> Row(string name, FigureTree figures, params ReadOnlySpan<string> names) =>
        [name, .. Values(figures, names)];

    private static ImmutableArray<string> Values(FigureTree figures, params ReadOnlySpan<string> names)
    {
        var values = ImmutableArray.CreateBuilder<string>(names.Length);
        foreach (var name in names) values.Add(s_counts.Contains(name) ? Count(figures.Find(name)) : Text(figures.Find(name)));
        return values.ToImmutable();
    }
}
