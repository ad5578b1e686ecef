using Parquet;
using Parquet.Schema;

namespace Redaction.Documents.Columns;

/// <summary>One column of a row group: its values, and where they and nulls stand.</summary>
internal abstract class ParquetColumn(DataField leaf, int[]? definitions, int[]? repetitions, int count)
{
    public DataField Field => leaf;

    /// <summary>Its path, as paths of fields of records are written.</summary>
    public string Path { get; } = PathOf(leaf);

    /// <summary>Whether the caller wants it looked into.</summary>
    public required bool IsIncluded { get; init; }

    /// <summary>Whether its name says that even a short number is personal.</summary>
    public required bool IsTyped { get; init; }

    /// <summary>What policy rules may match on.</summary>
    public required RedactionContext Context { get; init; }

    /// <summary>Places for values: nulls and empty lists have one too.</summary>
    public int Entries => definitions?.Length ?? count;

    /// <summary>True where a value stands, and not nothing.</summary>
    public bool HasValue(int entry) => definitions is null || definitions[entry] == leaf.MaxDefinitionLevel;

    /// <summary>True where a row begins.</summary>
    public bool BeginsRow(int entry) => repetitions is null || repetitions[entry] == 0;

    /// <summary>True for values that nothing can search.</summary>
    public virtual bool IsOpaque => false;

    /// <summary>True for a value that is nothing.</summary>
    public virtual bool IsEmpty(int value) => TextOf(value).IsEmpty;

    /// <summary>The text of a value; empty for one that is structure.</summary>
    /// <param name="value">Its number among the values that are there.</param>
    public abstract ReadOnlyMemory<char> TextOf(int value);

    /// <summary>Puts a text in the place of a value; what the column cannot hold becomes null, or nothing of its type.</summary>
    public abstract void Replace(int value, string text);

    /// <summary>Takes a value away.</summary>
    public abstract void Erase(int value);

    /// <summary>Writes the column.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellation);

    /// <summary>The column's parts without the values that became null.</summary>
    protected async Task WriteAsync<T>(
        ParquetRowGroupWriter group, T[] values, HashSet<int> nulls, CancellationToken cancellation)
        where T : struct
    {
        if (nulls.Count > 0)
        {
            for (var (entry, value) = (0, 0); entry < Entries; entry++)
                if (HasValue(entry) && nulls.Contains(value++)) definitions![entry]--;
            values = [.. values.Where((_, i) => !nulls.Contains(i))];
        }
        if (definitions is null) await group.WriteAsync<T>(leaf, values, repetitions, null, cancellation).ConfigureAwait(false);
        else await group.WriteAllPartsAsync<T>(leaf, values, definitions, repetitions, cancellation).ConfigureAwait(false);
    }

    /// <summary><c>$.a.b[*]</c> for the path <c>a/b/list/element</c>.</summary>
    private static string PathOf(DataField leaf)
    {
        var parts = leaf.Path.ToList();
        var path = new System.Text.StringBuilder("$");
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && i + 1 < parts.Count && parts[i] is "list" or "bag" && parts[i + 1] is "element" or "array_element" or "item")
            {
                path.Append("[*]");
                i++;
            }
            else if (i == 0 || parts[i] is not "key_value") path.Append('.').Append(parts[i]);
        }
        return path.ToString();
    }
}
