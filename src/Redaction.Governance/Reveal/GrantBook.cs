using System.Globalization;

namespace Redaction.Governance;

/// <summary>How often each grant was used, and which were withdrawn: in the tables of the store, where no caller can leave it
/// out.</summary>
internal sealed class GrantBook(Safe safe)
{
    private const string Columns = "SELECT id, uses, revoked FROM grants ";

    /// <summary>The grants that are known, by name.</summary>
    public List<GrantState> All => safe.File.All(Columns + "ORDER BY id", Read);

    /// <summary>What is known of a grant: unused when nothing is.</summary>
    public GrantState Of(string id) => Find(id) ?? new(id, 0, null);

    /// <summary>True when the grant was made with the store, used or withdrawn.</summary>
    public bool Knows(string id) => Find(id) is not null;

    /// <summary>Enters a grant, or what is new about it.</summary>
    public void Put(GrantState grant) => safe.Write(() =>
    {
        if (Find(grant.Id) is { } before) safe.Sums.Remove(SafeTable.Grants, Row(before));
        safe.File.Run("INSERT OR REPLACE INTO grants (id, uses, revoked) VALUES ($1, $2, $3)", Row(grant));
        safe.Sums.Add(SafeTable.Grants, Row(grant));
    });

    private GrantState? Find(string id) => safe.File.All(Columns + "WHERE id = $1", Read, id).FirstOrDefault();

    private static object?[] Row(GrantState grant) =>
        [grant.Id, (long)grant.Uses, grant.Revoked?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)];

    private static GrantState Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.IsDBNull(2) ? null : DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture));
}
