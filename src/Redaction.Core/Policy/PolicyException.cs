namespace Redaction;

/// <summary>A policy says something that cannot be meant: names the policy, the place where there is one, and the valid choices.</summary>
public sealed class PolicyException : ArgumentException
{
    /// <summary>Describes a mistake in a policy as a whole, or in one that has no file.</summary>
    /// <param name="policy">The policy's id, or its file as the caller named it.</param>
    /// <param name="problem">What is wrong, and what would be right.</param>
    public PolicyException(string policy, string problem)
        : base($"{policy}: {problem}") => Policy = policy;

    /// <summary>Describes a mistake at a place in a policy file.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="line">1-based line.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="problem">What is wrong, and what would be right.</param>
    public PolicyException(string file, long line, long column, string problem)
        : base($"{file}({line},{column}): {problem}") => (Policy, Line, Column) = (file, line, column);

    private PolicyException(string message, PolicyException first, IReadOnlyList<PolicyException> all)
        : base(message) => (Policy, Line, Column, All) = (first.Policy, first.Line, first.Column, all);

    /// <summary>The mistakes of the policy; this one where there is only one.</summary>
    public IReadOnlyList<PolicyException> All { get => field.Count == 0 ? [this] : field; } = [];

    internal static PolicyException OfAll(IReadOnlyList<PolicyException> faults) =>
        faults.Count == 1 ? faults[0] : new(string.Join('\n', faults.Select(static f => f.Message)), faults[0], faults);

    /// <summary>The policy's id, or its file as the caller named it.</summary>
    public string Policy { get; }

    /// <summary>1-based line; null when the policy as a whole is meant.</summary>
    public long? Line { get; }

    /// <summary>1-based column; null when the policy as a whole is meant.</summary>
    public long? Column { get; }
}
