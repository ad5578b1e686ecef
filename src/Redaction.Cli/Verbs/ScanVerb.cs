using System.CommandLine;
using Redaction.Batch;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact scan</c>.</summary>
internal sealed class ScanVerb(VerbConsole console) : Verb(console)
{
    private readonly DetectingOptions _detecting = new();
    private readonly SoundOptions _sound = new();
    private readonly Option<string?> _out =
        new("--out", "-o") { Description = "Write the findings to a file instead of standard output.", HelpName = "FILE" };
    private readonly Option<bool> _showValues =
        new("--show-values") { Description = "Write the found text too. It is personal data: mind where it goes." };
    private readonly Option<string> _offsets = new("--offsets")
    {
        Description =
        "What start and end count: UTF-16 code units, code points or bytes of UTF-8.",
        DefaultValueFactory = static _ => "utf16"
    };
    private readonly Option<bool> _explain = new("--explain")
    {
        Description =
        "Write why each text finding was found: its score without context, which side raised it, and the rule."
    };
    private readonly Option<string?> _taxonomy =
        new("--taxonomy") { Description = "Whose entity names to write.", HelpName = string.Join('|', EntityTaxonomy.All) };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "Write what is found in images in an annotators' format instead of JSON lines; yolo writes a folder.",
        HelpName = "coco|yolo|cvat|label-studio"
    };

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("scan",
            """
            Finds personal data and changes nothing; one JSON object a finding on standard output.
            What the policy keeps is not shown.

            Examples:
              redact scan samples
              redact scan chat.json --entities email,phone --min-score 0.3
              redact scan notes.txt --explain --offsets codepoint
              redact scan data --out findings.jsonl --taxonomy presidio
              redact scan photos --format coco --out photos.coco.json
            """);
        _detecting.AddTo(command);
        _sound.AddTo(command, writes: false);
        _offsets.AcceptOnlyFromAmong("utf16", "codepoint", "utf8");
        _taxonomy.AcceptOnlyFromAmong([.. EntityTaxonomy.All]);
        _format.AcceptOnlyFromAmong("coco", "yolo", "cvat", "label-studio");
        foreach (var option in (Option[])[_out, _showValues, _offsets, _explain, _taxonomy, _format]) command.Options.Add(option);
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private OffsetUnit Unit(ParseResult parsed) =>
        parsed.GetValue(_offsets) switch { "codepoint" => OffsetUnit.CodePoint, "utf8" => OffsetUnit.Utf8, _ => OffsetUnit.Utf16 };

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _detecting.Batch(parsed);
        var builder = _detecting.Builder(parsed).ForScanning();
        _sound.Apply(parsed, builder);
        var runner = new ScanRunner(builder.Build());
        var scan = new ScanOptions
        {
            ShowValues = parsed.GetValue(_showValues),
            Taxonomy = parsed.GetValue(_taxonomy),
            Explain =
            parsed.GetValue(_explain),
            Offsets = Unit(parsed),
            Format = parsed.GetValue(_format),
            Folder = parsed.GetValue(_out),
        };
        var isFolder = scan.Format == "yolo" && scan.Folder is not null;
        using var file = parsed.GetValue(_out) is { } path && !isFolder ? new FileStream(path, FileMode.Create, FileAccess.Write) : null;
        // Findings on a terminal and a bar below them would disturb each other.
        var silent = file is null && !isFolder && Console.Environment.OutputIsTerminal;
        var summary = silent
            ? runner.Run(options, Console.Environment.Output, scan, cancellation)
            : ProgressDisplay.While(Console, "Scanning",
                progress => runner.Run(options with { Progress = progress }, file ?? Console.Environment.Output, scan, cancellation));
        SummaryDisplay.Write(Console, summary, folder: null);
        var isMatched = SummaryDisplay.Tell(Console, summary, options.AllowUnmatched);
        return summary.IsComplete && isMatched ? ExitCodes.Done : ExitCodes.Quarantined;
    }
}
