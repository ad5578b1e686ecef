using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Redaction.Governance;

/// <summary>Every file that was written for a project, until when it may be kept, and which data sets are on hold.</summary>
/// <remarks>Thread-safe. Files that others copied are not in it; certificates say so.</remarks>
public sealed class ArtefactRegister
{
    private const string Columns =
        "SELECT path, dataset, source, kind, sha256, bytes, written, retain_until, recipient, deleted FROM artefacts ";
    private readonly Safe _safe;

    internal ArtefactRegister(Safe safe) => _safe = safe;

    /// <summary>All artefacts, by path; deleted ones too.</summary>
    public ImmutableArray<RegisteredFile> All => [.. _safe.File.All(Columns + "ORDER BY path", Read)];

    /// <summary>Data sets on hold, with the reason.</summary>
    public ImmutableSortedDictionary<string, string> Holds =>
        _safe.File.All("SELECT dataset, reason FROM holds", static row => KeyValuePair.Create(row.GetString(0), row.GetString(1)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Takes in an artefact, or what is new about it.</summary>
    /// <exception cref="RedactionException">The register cannot be written.</exception>
    public void Add(RegisteredFile artefact)
    {
        ArgumentNullException.ThrowIfNull(artefact);
        _safe.Write(() =>
        {
            foreach (var before in At(artefact.Path)) _safe.Sums.Remove(SafeTable.Artefacts, Row(before));
            _safe.File.Run(
                """
                INSERT OR REPLACE INTO artefacts (path, dataset, source, kind, sha256, bytes, written, retain_until, recipient, deleted)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """, Row(artefact));
            _safe.Sums.Add(SafeTable.Artefacts, Row(artefact));
        });
    }

    /// <summary>Puts a data set on hold, so that nothing of it is deleted, or lifts the hold.</summary>
    /// <param name="dataset">Name of the data set.</param>
    /// <param name="reason">Why; null lifts the hold.</param>
    public void Hold(string dataset, string? reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        _safe.Write(() =>
        {
            if (Holds.TryGetValue(dataset, out var before)) _safe.Sums.Remove(SafeTable.Holds, dataset, before);
            _safe.File.Run("DELETE FROM holds WHERE dataset = $1", dataset);
            if (reason is null) return;
            _safe.File.Run("INSERT INTO holds (dataset, reason) VALUES ($1, $2)", dataset, reason);
            _safe.Sums.Add(SafeTable.Holds, dataset, reason);
        });
    }

    /// <summary>The artefacts that are to be deleted by now and are not on hold.</summary>
    public ImmutableArray<RegisteredFile> Due(DateTimeOffset now)
    {
        const string Free =
            "WHERE deleted IS NULL AND retain_until IS NOT NULL AND dataset NOT IN (SELECT dataset FROM holds) ORDER BY path";
        return [.. _safe.File.All(Columns + Free, Read).Where(a => a.RetainUntil <= now)];
    }

    /// <summary>The artefacts made from a file of a data set that are not deleted.</summary>
    public ImmutableArray<RegisteredFile> Of(string dataset, string source) =>
        [.. _safe.File.All(Columns + "WHERE dataset = $1 AND source = $2 AND deleted IS NULL ORDER BY path", Read, dataset, source)];

    /// <summary>The data set that a file belongs to; null when it is not in the register.</summary>
    public string? DatasetOf(string path) => At(Path.GetFullPath(path)).FirstOrDefault()?.Dataset;

    private List<RegisteredFile> At(string path) => _safe.File.All(Columns + "WHERE path = $1", Read, path);

    private static object?[] Row(RegisteredFile a) =>
        [a.Path, a.Dataset, a.Source, a.Kind, a.Sha256, a.Bytes, Text(a.Written), Text(a.RetainUntil), a.Recipient, Text(a.Deleted)];

    private static RegisteredFile Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), Time(row, 6)!.Value)
    {
        RetainUntil = Time(row, 7),
        Recipient = row.IsDBNull(8) ? null : row.GetString(8),
        Deleted = Time(row, 9),
    };

    private static DateTimeOffset? Time(SqliteDataReader row, int at) =>
        row.IsDBNull(at) ? null : DateTimeOffset.Parse(row.GetString(at), CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? time) => time?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
