using System.CommandLine;
using System.Globalization;
using Redaction.Batch;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact drift</c>.</summary>
internal sealed class DriftVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _before = new("BEFORE") { Description = "The folder of a run." };
    private readonly Argument<string> _now = new("NOW") { Description = "The folder of a later run over data of the same kind." };
    private readonly Option<double> _ratio = new("--ratio")
    {
        Description =
        "Alarm from this ratio of rates on, upwards or downwards.",
        HelpName = "X",
        DefaultValueFactory = static _ => 2
    };
    private readonly Option<double> _z =
        new("--z") { Description = "And from this many standard deviations on.", HelpName = "X", DefaultValueFactory = static _ => 4 };
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var command = new Command("drift",
            "Compares how often entities are found in two runs, for their size, and raises an alarm (exit status 5) where a rate has "
            + "changed: the data is other data, or a detector has stopped working.\n\nExample:\n  redact drift out-march out-april") {
                _before, _now, _ratio, _z, _format };
        command.SetAction(parsed => guard(parsed, Run));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var drifts = EntityDrift.Compare(parsed.GetRequiredValue(_before), parsed.GetRequiredValue(_now), parsed.GetValue(_ratio),
            parsed.GetValue(_z));
        if (parsed.GetValue(_format) == "json")
        {
            Console.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var drift in drifts)
                {
                    json.WriteStartObject();
                    json.WriteString("entity", drift.Entity);
                    json.WriteNumber("before", drift.Before);
                    json.WriteNumber("now", drift.Now);
                    if (double.IsFinite(drift.Ratio)) json.WriteNumber("ratio", drift.Ratio);
                    json.WriteNumber("z", drift.Z);
                    json.WriteBoolean("alarm", drift.Alarm);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
        }
        else
        {
            var table = VerbConsole.NewTable("Entity", "Before", "Now", "Ratio of rates", "z", "");
            foreach (var drift in drifts)
                table.AddRow(drift.Entity, $"{drift.Before}", $"{drift.Now}",
                    double.IsFinite(drift.Ratio) ? drift.Ratio.ToString("0.00", CultureInfo.InvariantCulture) : "new",
                    drift.Z.ToString("0.0", CultureInfo.InvariantCulture), drift.Alarm ? "[red]alarm[/]" : "");
            Console.WriteTable(table);
        }
        return drifts.Any(static d => d.Alarm) ? ExitCodes.NotIntact : ExitCodes.Done;
    }
}
