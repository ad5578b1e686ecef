using System.Collections.Immutable;
using System.Text.Json;

namespace Redaction.Governance;

/// <summary>Who appears where, over all data sets and shards of a project: keyed references and places, never a value.</summary>
/// <remarks>Thread-safe. What was known of a file is replaced when the file is redacted again.</remarks>
public sealed class SubjectIndex : IDisposable
{
    private readonly Journal _journal;
    private readonly SortedDictionary<(string Dataset, string Source), ImmutableArray<SubjectSighting>> _files = [];
    private readonly Lock _lock = new();

    internal SubjectIndex(string path, LineChain chain) => _journal = Journal.Open(path, chain, (line, _, _) => Remember(Read(line)));

    /// <summary>Takes in all sightings of one file.</summary>
    /// <exception cref="RedactionException">The index cannot be written.</exception>
    public void Add(string dataset, string source, IEnumerable<SubjectSighting> sightings)
    {
        ImmutableArray<SubjectSighting> all = [.. sightings.Distinct().OrderBy(static s => s.Line).ThenBy(static s => s.Type, StringComparer.Ordinal).ThenBy(static s => s.Identity, StringComparer.Ordinal)];
        lock (_lock)
        {
            _journal.Append(json => Write(json, dataset, source, all));
            Remember((dataset, source, all));
        }
    }

    /// <summary>The places at which the identities appear, by data set, file and line.</summary>
    public ImmutableArray<SubjectSighting> Find(IEnumerable<string> identities)
    {
        var wanted = identities.ToHashSet(StringComparer.Ordinal);
        lock (_lock) return [.. _files.Values.SelectMany(static f => f).Where(s => wanted.Contains(s.Identity))];
    }

    /// <summary>What appears in the same records as the given sightings (in files without records, in the same file), the sightings themselves left out.</summary>
    public ImmutableArray<SubjectSighting> Beside(ImmutableArray<SubjectSighting> sightings)
    {
        var records = sightings.Select(static s => (s.Dataset, s.Source, s.Line)).ToHashSet();
        var own = sightings.Select(static s => s.Identity).ToHashSet(StringComparer.Ordinal);
        lock (_lock) return [.. _files.Values.SelectMany(static f => f).Where(s => records.Contains((s.Dataset, s.Source, s.Line)) && !own.Contains(s.Identity))];
    }

    /// <summary>All sightings of a file; empty when it is not known.</summary>
    public ImmutableArray<SubjectSighting> In(string dataset, string source)
    {
        lock (_lock) return _files.GetValueOrDefault((dataset, source), []);
    }

    /// <summary>Forgets where the identities appear.</summary>
    public void Remove(IEnumerable<string> identities)
    {
        var gone = identities.ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (file, sightings) in _files.ToArray()) _files[file] = sightings.RemoveAll(s => gone.Contains(s.Identity));
            _journal.Rewrite(_files.Select(static f => (Action<Utf8JsonWriter>)(json => Write(json, f.Key.Dataset, f.Key.Source, f.Value))));
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _journal.Dispose();

    private void Remember((string Dataset, string Source, ImmutableArray<SubjectSighting> Sightings) file) => _files[(file.Dataset, file.Source)] = file.Sightings;

    private static void Write(Utf8JsonWriter json, string dataset, string source, ImmutableArray<SubjectSighting> sightings)
    {
        json.WriteString("dataset", dataset);
        json.WriteString("source", source);
        json.WriteStartArray("seen");
        foreach (var sighting in sightings)
        {
            json.WriteStartArray();
            json.WriteNumberValue(sighting.Line);
            json.WriteStringValue(sighting.Type);
            json.WriteStringValue(sighting.Identity);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static (string Dataset, string Source, ImmutableArray<SubjectSighting> Sightings) Read(JsonElement line)
    {
        var (dataset, source) = (line.GetProperty("dataset").GetString()!, line.GetProperty("source").GetString()!);
        var seen = line.GetProperty("seen").EnumerateArray().Select(s => new SubjectSighting(dataset, source, s[0].GetInt64(), s[1].GetString()!, s[2].GetString()!));
        return (dataset, source, [.. seen]);
    }
}
