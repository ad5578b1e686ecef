using System.Collections.Immutable;

namespace Redaction;

/// <summary>The operators of all media: binds the rules of a policy to those of one.</summary>
internal sealed class OperatorRegistry
{
    private readonly ImmutableArray<IOperator> _operators;

    public OperatorRegistry(IEnumerable<IOperator> operators)
    {
        ArgumentNullException.ThrowIfNull(operators);
        _operators = [.. operators];
    }

    /// <summary>The operators of one medium.</summary>
    public IEnumerable<TOperator> Of<TOperator>()
        where TOperator : class, IOperator => _operators.OfType<TOperator>();

    /// <summary>The configured operator of each rule: null for <c>keep</c>, for rules of another medium,
    /// and for operators of another medium, which the medium carries out with its own strongest operator.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="medium"><c>text</c>, <c>image</c> or <c>audio</c>.</param>
    /// <param name="configure">Gives an operator the options of a rule.</param>
    /// <exception cref="PolicyException">A rule names an operator that no medium has, one of another medium although the rule is for
    /// this medium only, or an option that its operator does not have.</exception>
    /// <exception cref="ArgumentException">Two operators of the medium have the same id.</exception>
    public ImmutableArray<TOperator?> Bind<TOperator>(
        RedactionPolicy policy, string medium, Func<TOperator, OperatorOptions, TOperator> configure)
        where TOperator : class, IOperator
    {
        ArgumentNullException.ThrowIfNull(policy);
        var own = new Dictionary<string, TOperator>(StringComparer.Ordinal);
        foreach (var @operator in Of<TOperator>())
            if (!own.TryAdd(@operator.Id, @operator))
                throw new ArgumentException($"There are two {medium} operators called '{@operator.Id}'.");
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
                throw new PolicyException(policy.Id, $"rule {index + 1}: {e.Message}");
            }
            if (rule.Medium is null && _operators.Any(o => o.Id == rule.Operator)) return null;
            var valid = string.Join(", ", own.Keys.Append(PolicyRule.Keep).Order(StringComparer.Ordinal));
            throw new PolicyException(policy.Id,
                $"rule {index + 1} names '{rule.Operator}', which is no {medium} operator (valid: {valid})");
        }
    }
}
