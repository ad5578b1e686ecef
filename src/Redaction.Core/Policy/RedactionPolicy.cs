using System.Collections.Immutable;

namespace Redaction;

/// <summary>An ordered list of rules of which the first match wins. Immutable.</summary>
public sealed class RedactionPolicy
{
    /// <summary>Makes a policy.</summary>
    /// <param name="id">Goes into every plan, manifest and log entry.</param>
    /// <param name="rules">At least one; the last must catch everything at score 0, so that no finding is left without a decision.</param>
    /// <exception cref="ArgumentException">The id is empty, or the last rule has a condition.</exception>
    public RedactionPolicy(string id, params IEnumerable<PolicyRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(rules);
        Id = id;
        Rules = [.. rules];
        if (Rules.IsEmpty || !Rules[^1].CatchesAll)
            throw new ArgumentException($"The last rule of policy '{id}' must match everything: give it an operator and no condition.");
    }

    /// <summary>Name of the policy.</summary>
    public string Id { get; }

    /// <summary>The rules, first to last.</summary>
    public ImmutableArray<PolicyRule> Rules { get; }

    /// <summary>Index of the first rule that matches: the finding's rank when findings overlap.</summary>
    public int RuleFor(EntityType type, float score, RedactionContext context)
    {
        for (var i = 0; i < Rules.Length - 1; i++)
            if (Rules[i].Matches(type, score, context)) return i;
        return Rules.Length - 1;
    }
}
