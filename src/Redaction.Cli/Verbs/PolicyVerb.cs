using System.CommandLine;
using System.Globalization;
using Redaction.Batch;
using Spectre.Console;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact policy show|check|diff</c>.</summary>
internal sealed class PolicyVerb(VerbConsole console) : Verb(console)
{
    private readonly Argument<string> _policy = new("POLICY") { Description = "Policy file, or a preset." };
    private readonly Argument<string> _other = new("OTHER") { Description = "The policy to compare with." };
    private readonly Option<string?> _standard = new("--of")
    {
        Description =
        "The law or standard; that of the preset when left out.",
        HelpName = string.Join('|', CoverageReport.Standards)
    };
    private readonly Option<string> _format = FormatOption();

    public override Command Create(VerbGuard guard)
    {
        var show = new Command("show",
            "Shows the effective rules, those it extends included.\n\nExamples:\n  redact policy show gdpr\n  redact policy show "
            + "policy.yaml --format json") { _policy, _format };
        show.SetAction(parsed => guard(parsed, Show));
        var check = new Command("check",
            """
            Checks a policy: all mistakes at once, each with its line (exit status 4), and rules that can never match (exit status 3).

            Example:
              redact policy check policy.yaml
            """) { _policy };
        check.SetAction(parsed => guard(parsed, Check));
        var schema = new Command("schema",
            """
            Prints the JSON Schema of policy files, by which editors complete and check them.

            Example:
              redact policy schema > policy.schema.json
            """);
        schema.SetAction(parsed => guard(parsed, Schema));
        var diff = new Command("diff",
            "Says which findings two policies treat differently.\n\nExample:\n  redact policy diff default gdpr") { _policy, _other,
                _format };
        diff.SetAction(parsed => guard(parsed, Diff));
        _standard.AcceptOnlyFromAmong([.. CoverageReport.Standards]);
        var coverage = new Command("coverage",
            "Says which classes of data that a law or a standard names a policy covers, and which not.\n\nExamples:\n  redact policy "
            + "coverage gdpr\n  redact policy coverage policy.yaml --of hipaa-safe-harbor --format json") { _policy, _standard, _format };
        coverage.SetAction(parsed => guard(parsed, Coverage));
        return new Command("policy", "Shows, checks and compares policies.") { show, check, schema, diff, coverage };
    }

    private int Coverage(ParseResult parsed, CancellationToken cancellation)
    {
        var policy = PolicyFile.Load(parsed.GetRequiredValue(_policy));
        var classes = CoverageReport.Of(policy, parsed.GetValue(_standard) ?? parsed.GetRequiredValue(_policy));
        if (parsed.GetValue(_format) == "json")
        {
            Console.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var entry in classes)
                {
                    json.WriteStartObject();
                    json.WriteString("class", entry.Name);
                    json.WriteString("reference", entry.Reference);
                    json.WriteString("state", entry.State);
                    json.WriteString("entities", string.Join(",", entry.Entities));
                    json.WriteString("detectors", string.Join(",", entry.Detectors));
                    json.WriteString("limit", entry.Limit);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
            return ExitCodes.Done;
        }
        var table = VerbConsole.NewTable("Class", "Reference", "", "Entities", "Not covered");
        foreach (var entry in classes)
            table.AddRow(Markup.Escape(entry.Name), Markup.Escape(entry.Reference), entry.State,
                Markup.Escape(string.Join(", ", entry.Entities)),
                Markup.Escape(entry.Limit ?? (entry.Entities.IsEmpty ? "no detector finds it" : "")));
        Console.WriteTable(table);
        return ExitCodes.Done;
    }

    private int Show(ParseResult parsed, CancellationToken cancellation)
    {
        var loaded = PolicyFile.Load(parsed.GetRequiredValue(_policy));
        if (parsed.GetValue(_format) == "json")
        {
            Console.WriteJson(json => PolicyJson.Write(json, loaded));
            return ExitCodes.Done;
        }
        var table = VerbConsole.NewTable("Rule", "Entities", "When", "Score from", "Operator", "Options");
        table.Title = new TableTitle(Markup.Escape($"{loaded.Policy.Id} ({loaded.Sha256[..16]}…)"));
        for (var i = 0; i < loaded.Policy.Rules.Length; i++)
        {
            var rule = loaded.Policy.Rules[i];
            table.AddRow(
                Text(i), Markup.Escape(rule.Entities.IsEmpty ? "any" : string.Join(", ", rule.Entities)),
                Markup.Escape(PolicyComparison.Conditions(rule)),
                Text(rule.MinScore ?? 0), Markup.Escape(rule.Operator),
                Markup.Escape(string.Join(", ", rule.With.Values.Select(static v => $"{v.Key}: {v.Value}"))));
        }
        Console.WriteTable(table);
        var settings = VerbConsole.NewTable("Section", "Key", "Value");
        foreach (var (section, key, value) in PolicySettingsJson.Read(loaded)) settings.AddRow(section, key, Markup.Escape(value));
        if (settings.Rows.Count > 0) Console.WriteTable(settings);
        return ExitCodes.Done;
    }

    private int Check(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(_policy);
        var loaded = PolicyFile.Load(name);
        var unreachable = PolicyReach.Of(loaded);
        foreach (var (line, problem) in unreachable)
            Console.Environment.Error.WriteLine(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{name}({line}): {problem}")
                : $"{name}: {problem}");
        if (!unreachable.IsEmpty) return ExitCodes.Quarantined;
        Console.Person.MarkupLine(
            $"[green]valid[/]: {Markup.Escape(name)} is policy '{Markup.Escape(loaded.Policy.Id)}' with {loaded.Policy.Rules.Length} "
            + $"rules, sha256 {loaded.Sha256}");
        return ExitCodes.Done;
    }

    private int Schema(ParseResult parsed, CancellationToken cancellation)
    {
        Console.Environment.Output.Write(PolicySchema.Write());
        return ExitCodes.Done;
    }

    private int Diff(ParseResult parsed, CancellationToken cancellation)
    {
        var (left, right) = (PolicyFile.Load(parsed.GetRequiredValue(_policy)), PolicyFile.Load(parsed.GetRequiredValue(_other)));
        var changes = PolicyComparison.Compare(left, right);
        if (parsed.GetValue(_format) == "json") WriteJson(changes);
        else WriteTable(left.Policy, right.Policy, changes);
        return ExitCodes.Done;
    }

    private void WriteTable(RedactionPolicy left, RedactionPolicy right, IReadOnlyList<PolicyChange> changes)
    {
        if (changes.Count == 0)
        {
            Console.Person.MarkupLine("Both treat every finding alike.");
            return;
        }
        var table = VerbConsole.NewTable("Entity", "When", "Score", left.Id, right.Id);
        foreach (var change in changes)
            table.AddRow(Markup.Escape(change.Entity), Markup.Escape(change.When), $"{Text(change.From)} to {Text(change.To)}",
                Markup.Escape(change.Before), Markup.Escape(change.After));
        Console.WriteTable(table);
    }

    private void WriteJson(IReadOnlyList<PolicyChange> changes) => Console.WriteJson(json =>
    {
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("entity", change.Entity);
            json.WriteString("when", change.When);
            json.WriteNumber("from", change.From);
            json.WriteNumber("to", change.To);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Text(float number) => number.ToString(CultureInfo.InvariantCulture);
}
