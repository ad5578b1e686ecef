using Microsoft.Data.Sqlite;

namespace Redaction.Governance.Tests;

/// <summary>What others may do to the file of a store.</summary>
internal static class SafeDatabase
{
    public static void Run(string store, string sql)
    {
        using var connection = Open(store);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static List<T> Read<T>(string store, string sql)
    {
        using var connection = Open(store);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<T>();
        while (rows.Read()) values.Add(rows.GetFieldValue<T>(0));
        return values;
    }

    private static SqliteConnection Open(string store)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(store, "safe.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
