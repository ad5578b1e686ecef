using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Redaction.Governance;

/// <summary>Who appears where, over all data sets and shards of a project: keyed references and places, never a value.</summary>
/// <remarks>Thread-safe. What was known of a file is replaced when the file is redacted again.</remarks>
public sealed class SubjectIndex
{
    private const SafeTable Table = SafeTable.Sightings;
    private const string Columns = "SELECT dataset, source, line, type, identity FROM sightings s JOIN files f ON f.id = s.file ";
    private const string Insert = "INSERT INTO sightings (file, line, type, identity) VALUES ($1, $2, $3, $4)";
    private readonly Safe _safe;

    internal SubjectIndex(Safe safe) => _safe = safe;

    /// <summary>Takes in all sightings of one file.</summary>
    /// <exception cref="RedactionException">The index cannot be written.</exception>
    public void Add(string dataset, string source, IEnumerable<SubjectSighting> sightings)
    {
        SubjectSighting[] all = [.. sightings.Distinct()];
        _safe.Write(() =>
        {
            var file = FileOf(dataset, source);
            foreach (var before in In(dataset, source))
                _safe.Sums.Remove(Table, dataset, source, before.Line, before.Type, before.Identity);
            _safe.File.Run("DELETE FROM sightings WHERE file = $1", file);
            foreach (var seen in all)
            {
                _safe.File.Run(Insert, file, seen.Line, seen.Type, seen.Identity);
                _safe.Sums.Add(Table, dataset, source, seen.Line, seen.Type, seen.Identity);
            }
        });
    }

    /// <summary>The places at which the identities appear, by data set, file and line.</summary>
    public ImmutableArray<SubjectSighting> Find(IEnumerable<string> identities) =>
        Sorted(identities.Distinct(StringComparer.Ordinal).SelectMany(i => _safe.File.All(Columns + "WHERE identity = $1", Read, i)));

    /// <summary>What appears in the same records as the given sightings (in files without records, in the same file), the sightings
    /// themselves left out.</summary>
    public ImmutableArray<SubjectSighting> Beside(ImmutableArray<SubjectSighting> sightings)
    {
        var own = sightings.Select(static s => s.Identity).ToHashSet(StringComparer.Ordinal);
        var records = sightings.Select(static s => (s.Dataset, s.Source, s.Line)).Distinct();
        const string Record = Columns + "WHERE dataset = $1 AND source = $2 AND line = $3";
        var all = records.SelectMany(r => _safe.File.All(Record, Read, r.Dataset, r.Source, r.Line));
        return Sorted(all.Where(s => !own.Contains(s.Identity)));
    }

    /// <summary>All sightings of a file; empty when it is not known.</summary>
    public ImmutableArray<SubjectSighting> In(string dataset, string source) =>
        Sorted(_safe.File.All(Columns + "WHERE dataset = $1 AND source = $2", Read, dataset, source));

    /// <summary>Forgets where the identities appear.</summary>
    public void Remove(IEnumerable<string> identities)
    {
        string[] gone = [.. identities];
        _safe.Write(() =>
        {
            foreach (var seen in Find(gone)) _safe.Sums.Remove(Table, seen.Dataset, seen.Source, seen.Line, seen.Type, seen.Identity);
            foreach (var identity in gone)
            {
                foreach (var mark in _safe.File.All("SELECT mark FROM marks WHERE identity = $1", static row => row.GetString(0), identity))
                    _safe.Sums.Remove(SafeTable.Marks, mark, identity);
                _safe.File.Run("DELETE FROM marks WHERE identity = $1", identity);
                _safe.File.Run("DELETE FROM sightings WHERE identity = $1", identity);
            }
        });
    }

    private long FileOf(string dataset, string source)
    {
        _safe.File.Run("INSERT INTO files (dataset, source) VALUES ($1, $2) ON CONFLICT DO NOTHING", dataset, source);
        return _safe.File.All("SELECT id FROM files WHERE dataset = $1 AND source = $2", static row => row.GetInt64(0), dataset, source)[0];
    }

    private static ImmutableArray<SubjectSighting> Sorted(IEnumerable<SubjectSighting> sightings) =>
    [
        .. sightings.OrderBy(static s => s.Dataset, StringComparer.Ordinal).ThenBy(static s => s.Source, StringComparer.Ordinal)
            .ThenBy(static s => s.Line).ThenBy(static s => s.Type, StringComparer.Ordinal)
            .ThenBy(static s => s.Identity, StringComparer.Ordinal),
    ];

    private static SubjectSighting Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4));
}
