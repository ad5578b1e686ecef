using System.Collections.Immutable;

namespace Redaction;

/// <summary>An ordered list of rules of which the first match wins. Immutable.</summary>
public sealed class RedactionPolicy
{
    private readonly ImmutableArray<PolicyRule> _given;

    /// <summary>Makes a policy.</summary>
    /// <param name="id">Goes into every plan, manifest and log entry.</param>
    /// <param name="rules">At least one; the last must have no condition, so that no finding is left without a decision.
    /// A rule without a score of its own acts from <see cref="MinScore"/> on.</param>
    /// <exception cref="ArgumentException">The id is empty, or the last rule has a condition.</exception>
    public RedactionPolicy(string id, params IEnumerable<PolicyRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(rules);
        Id = id;
        _given = [.. rules];
        if (_given.IsEmpty || !_given[^1].CatchesAll)
            throw new ArgumentException($"The last rule of policy '{id}' must match everything: give it an operator and no condition.");
        Rules = Complete(MinScore);
    }

    /// <summary>Name of the policy.</summary>
    public string Id { get; }

    /// <summary>The score from which on rules act that name none.</summary>
    /// <value>0.5, as the preset <c>default</c> has it.</value>
    public float MinScore
    {
        get;
        init
        {
            if (value is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A score lies within 0 and 1.");
            field = value;
            Rules = Complete(value);
        }
    } = Scores.Acts;

    /// <summary>The rules, first to last, each with its score. What is too weak for the last one is kept by one more.</summary>
    public ImmutableArray<PolicyRule> Rules { get; private init; }

    /// <summary>Index of the first rule that matches: the finding's rank when findings overlap.</summary>
    public int RuleFor(EntityType type, float score, RedactionContext context)
    {
        for (var i = 0; i < Rules.Length - 1; i++)
            if (Rules[i].Matches(type, score, context)) return i;
        return Rules.Length - 1;
    }

    private ImmutableArray<PolicyRule> Complete(float minScore)
    {
        ImmutableArray<PolicyRule> rules =
            [.. _given.Select(r => r with { MinScore = r.MinScore ?? (r.Operator == PolicyRule.Keep ? 0 : minScore) })];
        return rules[^1].MinScore > 0 ? rules.Add(new(PolicyRule.Keep) { MinScore = 0 }) : rules;
    }
}
