using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>The tables that every report shows, whatever it is written in.</summary>
public static class ReportTables
{
    /// <summary>The tables of a result.</summary>
    public static ImmutableArray<ReportTable> Of(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Kind switch
        {
            "text" => OfTexts(result),
            "images" => OfImages(result.Figures),
            _ => OfCalls(result.Figures),
        };
    }

    /// <summary>A figure for people: three decimals, whole numbers as they are, a dash where there is none.</summary>
    public static string Text(double? figure) => figure switch
    {
        null => "–",
        { } value when value == Math.Floor(value) && Math.Abs(value) >= 2 => value.ToString("0", CultureInfo.InvariantCulture),
        { } value => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static ImmutableArray<ReportTable> OfTexts(EvaluationResult result)
    {
        var figures = result.Figures;
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        string[] ways = ["strict", "typeAgnostic", "partial", "covered", "characters"];
        tables.Add(new("Overall", ["counted as", "true", "precision", "recall", "F1", "F2"],
            [.. ways.Select(way => Row(way, figures["overall"][way], "support", "precision", "recall", "f1", "f2"))]));
        if (!result.Peers.IsEmpty)
            tables.Add(new("Side by side", ["system", "strict F1", "strict F2", "covered precision", "covered recall", "leaked characters"],
                [.. result.Peers.Prepend(new("this library", figures)).Select(static p => Systems(p.Key, p.Value))]));
        tables.Add(new("Entities", ["entity", "true", "strict P", "strict R", "strict F1", "covered P", "covered R", "leaked characters"],
            [.. figures["entities"].Branches.Select(static e => Entity(e.Key, e.Value))]));
        foreach (var (kind, groups) in figures["groups"].Branches)
            tables.Add(new($"By {kind}", [kind, "true", "strict P", "strict R", "strict F1", "covered P", "covered R", "leaked characters"],
                [.. groups.Branches.Select(static e => Entity(e.Key, e.Value))]));
        return tables.ToImmutable();
    }

    private static ImmutableArray<ReportTable> OfImages(FigureTree figures) =>
    [
        new("Overall", ["images", "boxes", "AP", "recall at 0.1", "recall at 0.5", "pixels covered", "masked per true pixel"],
        [
            [
                .. Values(figures["overall"], "images", "support", "averagePrecision", "recallAt0.1", "recallAt0.5"),
                .. Values(figures["pixels"], "covered", "maskedPerTrue"),
            ],
        ]),
        new("Height of the box in pixels", ["height", "recall at 0.1", "recall at 0.5"],
            [.. figures["height"].Branches.Select(static h => Row(h.Key, h.Value, "recallAt0.1", "recallAt0.5"))]),
    ];

    private static ImmutableArray<ReportTable> OfCalls(FigureTree figures) =>
    [
        new("Overall", ["calls", "without leak", "word recall", "other words masked", "frame F1", "masked per true second"],
            [Values(figures["overall"], "calls", "callsWithoutLeak", "wordRecall", "otherWordsMasked", "frameF1", "overMasking")]),
        new("Entities", ["entity", "words", "word recall"], [.. figures["entities"].Branches.Select(static e => Row(e.Key, e.Value, "support", "wordRecall"))]),
        new("Mask beyond the words, in seconds", ["at", "5 %", "50 %", "95 %"],
            [.. figures["boundarySeconds"].Branches.Select(static e => Row(e.Key, e.Value, "p05", "p50", "p95"))]),
    ];

    private static ImmutableArray<string> Systems(string name, FigureTree figures) =>
    [
        name, Text(figures.Find("overall", "strict", "f1")), Text(figures.Find("overall", "strict", "f2")), Text(figures.Find("overall", "covered", "precision")),
        Text(figures.Find("overall", "covered", "recall")), Text(figures.Find("overall", "leakedCharacters")),
    ];

    private static ImmutableArray<string> Entity(string name, FigureTree figures) =>
    [
        name, Text(figures.Find("support")), .. Values(figures["strict"], "precision", "recall", "f1"), .. Values(figures["covered"], "precision", "recall"),
        Text(figures.Find("leakedCharacters")),
    ];

    private static ImmutableArray<string> Row(string name, FigureTree figures, params ReadOnlySpan<string> names) => [name, .. Values(figures, names)];

    private static ImmutableArray<string> Values(FigureTree figures, params ReadOnlySpan<string> names)
    {
        var values = ImmutableArray.CreateBuilder<string>(names.Length);
        foreach (var name in names) values.Add(Text(figures.Find(name)));
        return values.ToImmutable();
    }
}
