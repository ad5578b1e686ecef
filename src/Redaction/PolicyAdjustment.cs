namespace Redaction;

/// <summary>A policy under the settings of one run.</summary>
internal static class PolicyAdjustment
{
    public static RedactionPolicy Apply(RedactionPolicy policy, float? minScore, bool scanning)
    {
        if (minScore is null && !scanning) return policy;
        var rules = policy.Rules.Select(rule => rule with
        {
            MinScore = minScore is { } score && rule.Operator != PolicyRule.Keep ? score : rule.MinScore,
            Operator = scanning && rule.Operator != PolicyRule.Keep ? "erase" : rule.Operator,
            With = scanning ? OperatorOptions.None : rule.With,
        });
        // Weaker findings fall through every rule: they are let through and counted. Rules keep their numbers.
        return new(policy.Id, minScore > 0 ? rules.Append(new PolicyRule(PolicyRule.Keep)) : rules);
    }
}
