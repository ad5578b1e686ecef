using System.Collections.Immutable;

namespace Redaction;

/// <summary>What data type an item or a record is of.</summary>
/// <param name="Is">The data type.</param>
/// <param name="Path">Glob of the item's path below the input; null where a field tells.</param>
/// <param name="Field">The record's own field that tells; null where the path does.</param>
/// <param name="Equal">What the field then holds.</param>
internal sealed record DataTypeRule(string Is, string? Path, Glob? Field, ImmutableArray<string> Equal)
{
    /// <summary>1-based line in the policy's file; 0 when there is none.</summary>
    public long Line { get; init; }

    /// <summary>What the rule asks for, in words.</summary>
    public string Condition => Path is not null ? $"path '{Path}'" : $"field '{Field}'";
}
