using System.Collections.Immutable;

namespace Redaction;

/// <summary>Binds the rules of a policy to the operators of one medium.</summary>
public static class OperatorBinding
{
    /// <summary>The configured operator of each rule: null for <c>keep</c>, for rules of another medium, and for operators of another medium.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="medium"><c>text</c>, <c>image</c> or <c>audio</c>.</param>
    /// <param name="operators">The operators of the medium.</param>
    /// <param name="configure">Gives an operator the options of a rule.</param>
    /// <param name="foreign">Ids that belong to other media; the medium then paints with its own strongest operator.</param>
    /// <exception cref="ArgumentException">A rule names an operator that no medium has, one of another medium although the rule is for
    /// this medium only, or an option that its operator does not have.</exception>
    public static ImmutableArray<TOperator?> Bind<TOperator>(
        RedactionPolicy policy, string medium, IEnumerable<TOperator> operators,
        Func<TOperator, OperatorOptions, TOperator> configure, params IEnumerable<string> foreign)
        where TOperator : class, IOperator
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(configure);
        var own = operators.ToDictionary(static o => o.Id, StringComparer.Ordinal);
        var others = foreign.ToHashSet(StringComparer.Ordinal);
        return [.. policy.Rules.Select(BindRule)];

        TOperator? BindRule(PolicyRule rule, int index)
        {
            if (rule.Operator == PolicyRule.Keep || (rule.Medium is not null && rule.Medium != medium)) return null;
            try
            {
                if (own.TryGetValue(rule.Operator, out var found)) return configure(found, rule.With);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"Rule {index + 1} of policy '{policy.Id}': {e.Message}", nameof(policy));
            }
            if (others.Contains(rule.Operator) && rule.Medium is null) return null;
            var valid = string.Join(", ", own.Keys.Append(PolicyRule.Keep).Order(StringComparer.Ordinal));
            throw new ArgumentException($"Rule {index + 1} of policy '{policy.Id}' names '{rule.Operator}', which is no {medium} operator (valid: {valid}).", nameof(policy));
        }
    }
}
