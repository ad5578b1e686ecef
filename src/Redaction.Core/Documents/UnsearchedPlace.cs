namespace Redaction;

/// <summary>Where something stands that nothing could search. It never holds content.</summary>
/// <param name="Kind">What it is, such as <c>opaque-data</c>.</param>
/// <param name="Amount">How much, in the unit of the ledger.</param>
/// <param name="Done">What was done with it.</param>
public readonly record struct UnsearchedPlace(string Kind, long Amount, UnsearchedChoice Done)
{
    /// <summary>Line or record, counted from 1; 0 where there are none.</summary>
    public long Line { get; init; }

    /// <summary>Path within the item, such as <c>$.photo</c>; its names are content of the item. Null where there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Where it begins, in the unit of the ledger; -1 when that is not known.</summary>
    public long Offset { get; init; } = -1;
}
