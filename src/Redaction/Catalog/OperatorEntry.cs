using System.Collections.Immutable;

namespace Redaction;

/// <summary>An operator of one medium, as tables and policy checks see it.</summary>
/// <param name="Id">The name by which a policy calls it.</param>
/// <param name="Medium"><c>text</c>, <c>image</c> or <c>audio</c>.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Options">What a policy may set.</param>
/// <param name="NeedsKey">True when it works only with a key.</param>
public sealed record OperatorEntry(string Id, string Medium, string Description, ImmutableArray<OperatorOption> Options, bool NeedsKey)
{
    /// <summary>Reads options strictly; throws <see cref="ArgumentException"/> for one it cannot use.
    /// Null where that takes a key.</summary>
    internal Action<OperatorOptions>? Check { get; init; }
}
