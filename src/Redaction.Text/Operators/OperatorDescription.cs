using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What can be said of an operator without making one, which may take a key or a store.</summary>
/// <param name="Id">The name by which a policy calls it.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Options">What a policy may set.</param>
/// <param name="Read">Reads the values of options strictly.</param>
internal sealed record OperatorDescription(
    string Id, string Description, ImmutableArray<OperatorOption> Options, Action<OperatorOptions>? Read = null)
{
    /// <summary>True when the operator works only with a key.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <exception cref="ArgumentException">An option is unknown or unreadable; the message names the valid ones.</exception>
    public void Check(OperatorOptions options)
    {
        options.EnsureOnly(Id, Options);
        Read?.Invoke(options);
    }

    public static OperatorDescription Of(ITextOperator @operator) =>
        new(@operator.Id, @operator.Description, @operator.Options, options => @operator.Configure(options)) { NeedsKey = false };
}
