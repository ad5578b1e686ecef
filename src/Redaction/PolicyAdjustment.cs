namespace Redaction;

/// <summary>A policy under the settings of one run.</summary>
internal static class PolicyAdjustment
{
    public static RedactionPolicy Apply(RedactionPolicy policy, float? minScore, bool scanning, bool sealing = false)
    {
        if (minScore is null && !scanning && !sealing) return policy;
        var rules = policy.Rules.Select(rule => rule with
        {
            MinScore = minScore is { } score && rule.Operator != PolicyRule.Keep ? score : rule.MinScore,
            Operator = rule.Operator == PolicyRule.Keep ? rule.Operator : scanning ? Plain(rule.Medium) : Seals(rule) ? "token"
                : rule.Operator,
            With = scanning || Seals(rule) ? OperatorOptions.None : rule.With,
        });
        bool Seals(PolicyRule rule) => sealing && rule.Medium is (null or Medium.Text) && rule.Operator != PolicyRule.Keep;

        // Weaker findings fall through every rule: they are let through and counted. Rules keep their numbers.
        return new(policy.Id, minScore > 0 ? rules.Append(new PolicyRule(PolicyRule.Keep)) : rules) { MinScore = policy.MinScore };
    }

    /// <summary>An operator that needs neither key nor options; a scan never releases what it writes.</summary>
    private static string Plain(string? medium) => medium switch { Medium.Image => "fill", Medium.Audio => "silence", _ => "erase" };
}
