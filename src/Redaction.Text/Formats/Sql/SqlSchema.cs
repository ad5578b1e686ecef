using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The tables that a script has created so far.</summary>
internal sealed class SqlSchema
{
    private static readonly FrozenSet<string> s_numbers = Set(
        "int integer bigint smallint tinyint mediumint int2 int4 int8 serial bigserial numeric decimal real double float float4 float8 "
        + "money number");

    private static readonly FrozenSet<string> s_dates = Set("date datetime datetime2 timestamp timestamptz smalldatetime datetimeoffset");

    private static readonly FrozenSet<string> s_noColumns =
        Set("constraint primary foreign unique check key index exclude like fulltext period");

    private readonly Dictionary<string, SqlColumn[]> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns of a table; empty when it is not known.</summary>
    public SqlColumn[] Of(string table) => _tables.GetValueOrDefault(table) ?? [];

    /// <summary>Takes a table.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="definitions">The words of each definition between the brackets.</param>
    public void Add(string table, List<List<string>> definitions)
    {
        var columns = new List<SqlColumn>();
        foreach (var words in definitions)
        {
            if (words.Count < 2 || s_noColumns.Contains(words[0])) continue;
            var kind = s_numbers.Contains(words[1]) ? CsvColumnKind.Number
                : s_dates.Contains(words[1]) ? CsvColumnKind.Date : CsvColumnKind.Text;
            var not = words.FindIndex(static w => w.Equals("not", StringComparison.OrdinalIgnoreCase));
            var isKey = words.Exists(static w => w.Equals("primary", StringComparison.OrdinalIgnoreCase));
            columns.Add(new(words[0], kind, not >= 0 || isKey));
        }
        _tables[table] = [.. columns];
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
