using System.CommandLine;
using System.Globalization;
using Redaction.Governance;

namespace Redaction.Cli;

/// <summary>The options by which a verb is told of whom it is: identifiers, and files that are of one person as a whole.</summary>
internal sealed class SubjectOptions(VerbConsole console)
{
    private readonly Option<string[]> _identifiers =
        new("--identifier") { Description = "What is known of the person; may be given again.", HelpName = "ENTITY=VALUE" };
    private readonly Option<string?> _file = new("--identifiers")
    {
        Description = "File with one ENTITY=VALUE a line, so that none stands on the command line; - reads standard input.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _sources = new("--source")
    {
        Description = "All of a file of a data set: for photos and recordings of the person.",
        HelpName = "DATASET/FILE",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_identifiers, _file, _sources]) command.Options.Add(option);
    }

    /// <summary>The keyed references that a store has of the person; says for each identifier that it knows none of.</summary>
    /// <exception cref="ArgumentException">An identifier or a source names nothing that there can be.</exception>
    public HashSet<string> Identities(ParseResult parsed, ProjectStore store, CancellationToken cancellation)
    {
        var (found, number) = (new HashSet<string>(StringComparer.Ordinal), 0);
        (EntityType Type, string Value)[] identifiers =
            [.. (parsed.GetValue(_identifiers) ?? []).Concat(Lines(parsed)).Select(line => Identifier(line, store))];
        foreach (var (type, value) in identifiers)
        {
            number++;
            var known = store.Identify(type, value, cancellation);
            found.UnionWith(known);
            if (known.IsEmpty)
                console.Environment.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"identifier {number} ({type.Name}) was not found in the store"));
        }
        var sources = parsed.GetValue(_sources) ?? [];
        foreach (var source in sources) found.UnionWith(Of(source, store));
        return identifiers.Length + sources.Length > 0 ? found
            : throw new ArgumentException("Give --identifier, --identifiers or --source of something known.");
    }

    private static (EntityType Type, string Value) Identifier(string line, ProjectStore store)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at < 1 || string.IsNullOrWhiteSpace(line[(at + 1)..]))
            throw new ArgumentException("An identifier is ENTITY=VALUE, such as email=ADDRESS.");
        var name = line[..at].Trim();
        string[] entities = [.. RedactionCatalog.Entities, .. store.EntityTypes];
        return entities.Contains(name, StringComparer.Ordinal) ? (new(name), line[(at + 1)..].Trim())
            : throw new ArgumentException($"No entity is called '{name}' ({Choices.Valid(name, entities)}).");
    }

    private static IEnumerable<string> Of(string source, ProjectStore store)
    {
        var at = source.IndexOf('/', StringComparison.Ordinal);
        if (at < 1) throw new ArgumentException("A source is DATASET/FILE.");
        var seen = store.Subjects.In(source[..at], source[(at + 1)..]);
        var datasets = store.Artefacts.All.Select(static a => a.Dataset);
        if (seen.IsEmpty && !datasets.Contains(source[..at], StringComparer.Ordinal))
            throw new ArgumentException($"There is no data set '{source[..at]}' ({Choices.Valid(source[..at], datasets)}).");
        return seen.Select(static s => s.Identity);
    }

    private string[] Lines(ParseResult parsed)
    {
        if (parsed.GetValue(_file) is not { } path) return [];
        using var reader = path == "-" ? new StreamReader(console.Environment.Input) : new StreamReader(path);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
