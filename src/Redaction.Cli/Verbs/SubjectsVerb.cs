using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Redaction.Governance;

namespace Redaction.Cli.Verbs;

/// <summary><c>redact subjects find|export|forget</c>.</summary>
internal sealed class SubjectsVerb(VerbConsole console) : Verb(console)
{
    private readonly StoreOptions _store = new();
    private readonly SubjectOptions _subject = new(console);
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
            + "told.\n\nExample:\n  redact subjects find --keys project.key --store store --identifier email=ADDRESS");
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
        _subject.AddTo(command);
        return command;
    }

    private int Find(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key, cancellation);
        var (sightings, copies) = store.Find(_subject.Identities(parsed, store, cancellation));
        foreach (var sighting in sightings) WriteLine(json => Write(json, sighting));
        foreach (var copy in copies) WriteLine(json => Write(json, copy));
        Console.Environment.Error.WriteLine($"{sightings.Length} places, {copies.Length} files");
        return ExitCodes.Done;
    }

    private int Export(ParseResult parsed, CancellationToken cancellation)
    {
        using var key = _store.Key(parsed);
        using var store = _store.Open(parsed, key, cancellation);
        var identities = _subject.Identities(parsed, store, cancellation);
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
        using var store = _store.Open(parsed, key, cancellation);
        var (who, request, basis) = (parsed.GetRequiredValue(_who), parsed.GetRequiredValue(_request), parsed.GetRequiredValue(_basis));
        var identities = _subject.Identities(parsed, store, cancellation);
        using var file = new NewFile(path); // before anything is destroyed: a certificate that cannot be written would be lost
        cancellation.ThrowIfCancellationRequested();
        if (store.Forget(identities, who, request, basis, parsed.GetValue(_linked)) is not { } certificate)
        {
            Console.Environment.Error.WriteLine(
                "nothing was found of these identifiers: nothing was destroyed, and no certificate was written");
            return ExitCodes.NotIntact;
        }
        file.Keep(certificate);
        if (DeletionCertificate.HasFailed(certificate))
        {
            Console.Environment.Error.WriteLine(
                $"destroyed, but another process holds on to what the store was before; the certificate says so: {path}");
            return ExitCodes.NotIntact;
        }
        Console.Environment.Error.WriteLine($"forgotten; the certificate says what is still out there: {path}");
        return ExitCodes.Done;
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
