using System.Collections.Immutable;

namespace Redaction;

/// <summary>What every operator of every medium has in common.</summary>
public interface IOperator
{
    /// <summary>The name by which a policy calls the operator, such as <c>mask</c>.</summary>
    string Id { get; }

    /// <summary>One sentence for help texts.</summary>
    string Description { get; }

    /// <summary>The options that a policy may set; empty when there are none.</summary>
    ImmutableArray<OperatorOption> Options => [];
}
