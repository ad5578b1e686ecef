using System.Collections.Immutable;

namespace Redaction;

/// <summary>Which fields of records, and which metadata, leave at all: the least that is needed.</summary>
/// <param name="Only">The fields that leave; empty when <paramref name="Drop"/> says which do not.</param>
/// <param name="Drop">The fields that do not leave.</param>
internal sealed record FieldSelection(ImmutableArray<Glob> Only, ImmutableArray<Glob> Drop)
{
    /// <summary>All fields leave.</summary>
    public static FieldSelection All { get; } = new([], []);

    public bool IsAll => Only.IsEmpty && Drop.IsEmpty;
}
