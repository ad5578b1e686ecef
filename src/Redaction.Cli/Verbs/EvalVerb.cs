using System.Collections.Immutable;
using System.CommandLine;
using Redaction.Audio;
using Redaction.Evaluation;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact eval</c>.</summary>
internal sealed class EvalVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly Argument<string> _dataset = new("DATASET") { Description = "Labelled texts, images or calls." };
    private readonly Option<string> _format = FormatOption();
    private readonly Option<string?> _datasetFormat = new("--dataset-format")
    {
        Description =
        "Format of the data set, when its name does not tell.",
        HelpName = string.Join('|', EvaluationSource.Formats)
    };
    private readonly Option<string> _offsets =
        new("--offsets") { Description = "What the offsets of the data set count.", DefaultValueFactory = static _ => "utf16" };
    private readonly Option<string?> _map =
        new("--map") { Description = "JSON object from the data set's entity names to this library's.", HelpName = "FILE" };
    private readonly Option<string?> _split =
        new("--split") { Description = "Images: only this part of the data set, such as valid.", HelpName = "NAME" };
    private readonly Option<string> _entity =
        new("--entity") { Description = "Images: what the boxes are of.", DefaultValueFactory = static _ => "face" };
    private readonly Option<double> _iou = new("--iou")
    {
        Description =
        "Images: the least overlap (intersection over union) of a match.",
        DefaultValueFactory = static _ => 0.4
    };
    private readonly Option<string[]> _peer = new("--peer")
    {
        Description =
        "What another system found: JSON lines of the same texts, or COCO results of the same images.",
        HelpName = "NAME=FILE"
    };
    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "Texts: entities of the data set that are not measured, whether they are found or not: names or globs.",
        HelpName = "a,b,…",
    };
    private readonly Option<string?> _predictions = new("--predictions")
    {
        Description = "Texts: write what was found as JSON lines with the texts, to be given as --peer to another run.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _report = new("--report") { Description = "Write a report; .html, .md or .json.", HelpName = "FILE" };
    private readonly Option<string?> _gate =
        new("--gate") { Description = "JSON file with the least value of figures; exit status 5 when one is below.", HelpName = "FILE" };
    private readonly Option<string?> _history =
        new("--history") { Description = "Add a row to a Markdown table of results.", HelpName = "FILE" };
    private readonly Option<bool> _timings = new("--timings") { Description = "Show time per item, throughput and peak memory too." };
    private readonly Option<int> _rounds = new("--rounds")
    {
        Description =
        "Run this often and show the time of the fastest round.",
        HelpName = "N",
        DefaultValueFactory = static _ => 1
    };
    private readonly Option<bool> _showValues =
        new("--show-values") { Description = "Put the text around errors into the HTML report. It is personal data: mind where it goes." };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("eval",
            """
            Runs the detectors over labelled data and measures what they find.

            Examples:
              redact eval texts.jsonl
              redact eval cards.conll --format json --detectors patterns
              redact eval faces.json --entity face --iou 0.4 --report faces.html
              redact eval texts.jsonl --gate floors.json
            """) { _dataset };
        _offsets.AcceptOnlyFromAmong("utf16", "codepoint", "utf8");
        _datasetFormat.AcceptOnlyFromAmong([.. EvaluationSource.Formats]);
        _detecting.AddTo(command, inputs: false);
        foreach (var option in (Option[])[_format, _datasetFormat, _offsets, _map, _split, _entity, _iou, _peer, _ignore, _predictions,
            _report, _gate, _history, _timings, _rounds, _showValues])
            command.Options.Add(option);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var gate = ReadGate(parsed);
        var source = EvaluationSource.Open(parsed.GetRequiredValue(_dataset), parsed.GetValue(_datasetFormat), TextOptions(parsed));
        Check(parsed, source.Kind);
        var builder = _detecting.Builder(parsed).ForScanning();
        // average precision needs the weak boxes too
        if (source.Kind == "images" && !_detecting.HasMinScore(parsed)) builder.WithMinScore(0);
        var redactor = builder.Build();
        var context = _detecting.Batch(parsed).Context;
        PolicyNames.Require(redactor.Policy, redactor.Declared, context, []);
        using var predictions = parsed.GetValue(_predictions) is { } file ? new FileStream(file, FileMode.Create, FileAccess.Write) : null;
        var runner = new EvaluationRunner(redactor)
        {
            ShowValues = parsed.GetValue(_showValues),
            Context = context,
            Predictions = predictions,
        };
        var provenance = Provenance.Of(source.Path, redactor, runner.Seed, Settings(parsed));
        var result = Fastest(Enumerable.Range(0, parsed.GetValue(_rounds)).Select(_ =>
            Stoppable.Run(int.MaxValue, () => source.Run(runner, provenance, parsed.GetRequiredValue(_entity), parsed.GetValue(_iou),
                parsed.GetValue(_split), cancellation), cancellation)));
        result = result with { Peers = Peers(parsed, source, result) };
        Show(parsed, result);
        if (parsed.GetValue(_report) is { } report) EvaluationReport.Write(result, report, parsed.GetValue(_timings));
        if (parsed.GetValue(_history) is { } history)
            AccuracyHistory.Append(history, result, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime));
        return Passes(gate, result) ? ExitCodes.Done : ExitCodes.NotIntact;
    }

    /// <summary>Refuses options that say nothing about a data set of this kind, and entities that there are not.</summary>
    private void Check(ParseResult parsed, string kind)
    {
        if (Given(parsed, _detecting.Fields) is not null)
            throw new ArgumentException("--field is for documents: a labelled data set is measured as a whole.");
        if (kind != "images" && Given(parsed, _entity, _iou, _split) is { } ofImages)
            throw new ArgumentException($"{ofImages} is for images: the data set is one of {kind}.");
        if (kind != "text" && Given(parsed, _offsets, _map, _ignore, _predictions) is { } ofTexts)
            throw new ArgumentException($"{ofTexts} is for texts: the data set is one of {kind}.");
        if (kind == "images") PolicyNames.RequireEntities([new Glob(parsed.GetRequiredValue(_entity))], []);
        if (!(parsed.GetValue(_iou) is > 0 and <= 1)) throw new ArgumentException("--iou is a number above 0 and up to 1.");
        if (Given(parsed, _predictions) is not null && parsed.GetValue(_rounds) > 1)
            throw new ArgumentException("--predictions is for one round.");
        if (parsed.GetValue(_rounds) < 1) throw new ArgumentException("--rounds is 1 or more.");
    }

    private static EvaluationResult Fastest(IEnumerable<EvaluationResult> rounds) =>
        rounds.MinBy(static r => r.Timings?.Find("seconds") ?? 0)!;

    private void Show(ParseResult parsed, EvaluationResult result)
    {
        if (parsed.GetValue(_format) == "json")
        {
            Console.WriteJson(json => JsonReport.Write(result, json, parsed.GetValue(_timings)));
            return;
        }
        foreach (var shown in ReportTables.Of(result))
        {
            var table = VerbConsole.NewTable([.. shown.Columns]);
            table.Title = new TableTitle(Markup.Escape(shown.Title));
            foreach (var row in shown.Rows) table.AddRow([.. row.Select(Markup.Escape)]);
            Console.WriteTable(table);
        }
    }

    private bool Passes(FigureGate? gate, EvaluationResult result)
    {
        if (gate is null) return true;
        var failures = gate.Failures(result.Figures);
        foreach (var failure in failures) Console.Person.MarkupLine($"[red]below the gate[/]: {Markup.Escape(failure)}");
        return failures.IsEmpty;
    }

    private FigureGate? ReadGate(ParseResult parsed)
    {
        if (parsed.GetValue(_gate) is not { } path) return null;
        using var file = File.OpenRead(path);
        return FigureGate.Read(file);
    }

    private TextDatasetOptions TextOptions(ParseResult parsed) => new()
    {
        Offsets = parsed.GetValue(_offsets) switch
        {
            "codepoint" => OffsetUnit.CodePoint,
            "utf8" => OffsetUnit.Utf8,
            _ => OffsetUnit.Utf16
        },
        Ignored = [.. (parsed.GetValue(_ignore) ?? []).SelectMany(static v => v.Split(',', StringSplitOptions.TrimEntries))
            .Select(static e => new Glob(e))],
        Names = parsed.GetValue(_map) is { } path ? EvaluationSource.ReadNames(path) : null,
    };

    private ImmutableSortedDictionary<string, FigureTree> Peers(ParseResult parsed, EvaluationSource source, EvaluationResult ours)
    {
        var peers = ImmutableSortedDictionary.CreateBuilder<string, FigureTree>(StringComparer.Ordinal);
        foreach (var peer in parsed.GetValue(_peer) ?? [])
        {
            var parts = peer.Split('=', 2);
            if (parts.Length != 2) throw new ArgumentException($"--peer is NAME=FILE, not '{peer}'.");
            peers[parts[0]] = source.ScorePeer(parts[1], ours, parsed.GetRequiredValue(_iou), parsed.GetValue(_split));
        }
        return peers.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(ParseResult parsed)
    {
        yield return new("command",
            "redact eval "
                + string.Join(' ',
                    parsed.Tokens.Skip(1).Select(static t => Path.IsPathRooted(t.Value) ? Path.GetFileName(t.Value) : t.Value)));
    }
}
