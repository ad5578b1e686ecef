using System.Collections.Immutable;
using Redaction.Image;

namespace Redaction;

/// <summary>Which fields of records, and which metadata, leave at all: the least that is needed.</summary>
/// <param name="Only">The fields that leave; empty when <paramref name="Drop"/> says which do not.</param>
/// <param name="Drop">The fields that do not leave.</param>
internal sealed record FieldSelection(ImmutableArray<Glob> Only, ImmutableArray<Glob> Drop)
{
    /// <summary>All fields leave.</summary>
    public static FieldSelection All { get; } = new([], []);

    public bool IsAll => Only.IsEmpty && Drop.IsEmpty;

    /// <summary>The options of a run, with no more metadata than leaves.</summary>
    public ImageFileOptions Apply(ImageFileOptions options) => IsAll ? options : options with
    {
        Keep = [.. options.Keep.Where(kind => Only.IsEmpty ? !Drop.Any(g => g.Matches(kind)) : Only.Any(g => g.Matches(kind)))],
    };
}
