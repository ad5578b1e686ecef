using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact subjects find|export|forget</c>.</summary>
internal sealed class SubjectsVerb(VerbConsole console) : Verb(console)
{
    private readonly StoreOptions _store = new();
    private readonly Option<string[]> _identifiers =
        new("--identifier") { Description = "What is known of the person; may be given again.", HelpName = "ENTITY=VALUE" };
    private readonly Option<string?> _file = new("--identifiers")
    {
        Description =
        "File with one ENTITY=VALUE a line, so that none stands on the command line; - reads standard input.",
        HelpName = "FILE"
    };
    private readonly Option<string[]> _sources = new("--source")
    {
        Description =
        "All of a file of a data set: for photos and recordings of the person.",
        HelpName = "DATASET/FILE"
    };
    private readonly Option<bool> _linked =
        new("--linked") { Description = "Take in too what appears in the same records (forget: only what appears in no others)." };
    private readonly Option<string> _who =
        new("--who") { Description = "The account that does it, which stands in the log.", HelpName = "ACCOUNT", Required = true };
    private readonly Option<string> _request = new("--request") { Description = "Id of the request.", HelpName = "ID", Required = true };
    private readonly Option<string> _basis =
        new("--legal-basis") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = static _ => "GDPR Art. 17" };
    private readonly Option<string> _out =
        new("--out", "-o") { Description = "The new file of the certificate.", HelpName = "FILE", Required = true };

    public override Command Create(VerbGuard guard)
    {
        var find = New("find",
            "Says in which records of which data sets a person appears, and which files were written from them. No value is "
            + "told.\n\nExample:\n  redact subjects find --keys project.key --store store --identifier email=ana@x.example");
        find.SetAction(parsed => guard(parsed, Find));
        var export = New("export",
            "Prints what the store has sealed of a person, to answer a request for access (GDPR Art. 15). It is personal data: mind "
            + "where it goes.\n\nExample:\n  redact subjects export --keys project.key --store store --identifiers ana.txt --linked "
                + "--who dpo --request r-7 > ana.json");
        foreach (var option in (Option[])[_linked, _who, _request]) export.Options.Add(option);
        export.SetAction(parsed => guard(parsed, Export));
        var forget = New("forget",
            "Destroys the keys of a person's values, so that nobody can read them any more, and writes a signed certificate that lists "
            + "the files still there.\n\nExample:\n  redact subjects forget --keys project.key --store store --identifiers ana.txt --who "
                + "dpo --request r-7 --out r-7.json");
        foreach (var option in (Option[])[_linked, _who, _request, _basis, _out]) forget.Options.Add(option);
        forget.SetAction(parsed => guard(parsed, Forget));
        return new Command("subjects", "Finds, exports and forgets persons across data sets.") { find, export, forget };
    }

    private Command New(string name, string description)
    {
        var command = new Command(name, description);
        _store.AddTo(command);
        foreach (var option in (Option[])[_identifiers, _file, _sources]) command.Options.Add(option);
        return command;
    }

    private int Find(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key);
        var (sightings, copies) = store.Find(Identities(parsed, store));
        foreach (var sighting in sightings) WriteLine(json => Write(json, sighting));
        foreach (var copy in copies) WriteLine(json => Write(json, copy));
        Console.Environment.Error.WriteLine($"{sightings.Length} places, {copies.Length} files");
        return ExitCodes.Done;
    }

    private int Export(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key);
        var identities = Identities(parsed, store);
        var (sightings, copies) = store.Find(identities);
        var beside = parsed.GetValue(_linked) ? store.Subjects.Beside(sightings) : [];
        var originals = store.Seals.Originals(identities.Concat(beside.Select(static b => b.Identity))).ToArray();
        store.Log.Append(new(AuditEvents.Export)
        {
            Actor = parsed.GetRequiredValue(_who),
            Details = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add("request", parsed.GetRequiredValue(_request)).Add("scope", "subject"),
            Counts = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal).Add("values", originals.Length)
                .Add("places", sightings.Length),
        });
        Console.WriteJson(json =>
        {
            json.WriteStartObject();
            WriteAll(json, "values", originals, static (json, value) =>
            {
                json.WriteString("entity", value.Type);
                json.WriteString("value", value.Value);
            });
            WriteAll(json, "places", sightings, Write);
            WriteAll(json, "files", copies, Write);
            json.WriteEndObject();
        });
        return ExitCodes.Done;
    }

    private int Forget(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_out);
        if (File.Exists(path)) throw new ArgumentException($"The file '{path}' is there already.");
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key);
        var (who, request, basis) = (parsed.GetRequiredValue(_who), parsed.GetRequiredValue(_request), parsed.GetRequiredValue(_basis));
        var certificate = store.Forget(Identities(parsed, store), who, request, basis, parsed.GetValue(_linked));
        File.WriteAllBytes(path, certificate);
        Console.Environment.Error.WriteLine($"forgotten; the certificate says what is still out there: {path}");
        return ExitCodes.Done;
    }

    private HashSet<string> Identities(ParseResult parsed, ProjectStore store)
    {
        var identities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in (parsed.GetValue(_identifiers) ?? []).Concat(Lines(parsed)))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || at == line.Length - 1) throw new ArgumentException("An identifier is ENTITY=VALUE, such as email=ana@x.example.");
            identities.Add(store.Seals.IdentityOf(new EntityType(line[..at]), line.AsSpan(at + 1)));
        }
        foreach (var source in parsed.GetValue(_sources) ?? [])
        {
            var at = source.IndexOf('/', StringComparison.Ordinal);
            if (at < 1) throw new ArgumentException("A source is DATASET/FILE.");
            identities.UnionWith(store.Subjects.In(source[..at], source[(at + 1)..]).Select(static s => s.Identity));
        }
        return identities.Count > 0 ? identities
            : throw new ArgumentException("Give --identifier, --identifiers or --source of something known.");
    }

    private string[] Lines(ParseResult parsed)
    {
        if (parsed.GetValue(_file) is not { } path) return [];
        using var reader = path == "-" ? new StreamReader(Console.Environment.Input) : new StreamReader(path);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static void Write(Utf8JsonWriter json, SubjectSighting sighting)
    {
        json.WriteString("dataset", sighting.Dataset);
        json.WriteString("source", sighting.Source);
        if (sighting.Line > 0) json.WriteNumber("line", sighting.Line);
        json.WriteString("entity", sighting.Type);
    }

    private static void Write(Utf8JsonWriter json, RegisteredFile copy)
    {
        json.WriteString("file", copy.Path);
        json.WriteString("kind", copy.Kind);
        if (copy.Recipient is not null) json.WriteString("recipient", copy.Recipient);
        json.WriteBoolean("there", File.Exists(copy.Path));
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(Console.Environment.Output))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        Console.Environment.Output.Write("\n"u8);
    }
}
