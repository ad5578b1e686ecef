using System.Collections.Immutable;

namespace Redaction.Governance;

/// <summary>Who sees what: rules of role, entity, field, speaker and medium, each with a view. The first rule that matches decides; what
/// none matches is masked.</summary>
/// <remarks>Immutable. A view is an operator that runs on the original instead of on the replacement.</remarks>
public sealed class ViewPolicy
{
    private static readonly ImmutableSortedDictionary<string, string> s_operators = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["raw"] = RevealOperator.Name,
        ["pseudonym"] = "pseudonym",
        ["generalised"] = "generalise",
        ["masked"] = "label",
        ["omitted"] = "erase",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Makes a policy.</summary>
    /// <param name="id">Goes into the log of every rendering.</param>
    /// <param name="rules">Rules whose <see cref="PolicyRule.Operator"/> is one of <see cref="Views"/>.</param>
    /// <exception cref="ArgumentException">A rule names a view that does not exist.</exception>
    public ViewPolicy(string id, params IEnumerable<PolicyRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = new(id, rules.Select(static r => r with { Operator = OperatorOf(r.Operator) }).Append(new PolicyRule("label")));
    }

    /// <summary>The names of views: <c>raw</c>, <c>pseudonym</c>, <c>generalised</c>, <c>masked</c> (the type in brackets; pixels and
    /// samples stay painted) and <c>omitted</c>.</summary>
    public static ImmutableArray<string> Views { get; } = [.. s_operators.Keys];

    /// <summary>The rules with their operators, under a last one that masks.</summary>
    public RedactionPolicy Rules { get; }

    /// <summary>The view of values of a type in a context, by name.</summary>
    public string ViewOf(EntityType type, RedactionContext context)
    {
        var @operator = Rules.Rules[Rules.RuleFor(type, 1, context)].Operator;
        return s_operators.First(o => o.Value == @operator).Key;
    }

    /// <summary>What finds sealed values in texts.</summary>
    public static ITextDetector Detector(SealStore store) => new SealDetector(store);

    /// <summary>Operators that open what a store has sealed: <c>raw</c>, and those given, each of which writes the original instead of what
    /// stands there.</summary>
    /// <param name="store">Has the originals.</param>
    /// <param name="onOriginals">What else views may do to an original, such as the operators of <c>pseudonym</c> and
    /// <c>generalised</c>.</param>
    public static ImmutableArray<ITextOperator> Operators(SealStore store, params IEnumerable<ITextOperator> onOriginals) =>
        [.. onOriginals.Prepend(new RevealOperator()).Select(o => new ViewOperator(o, store))];

    private static string OperatorOf(string view) =>
        s_operators.TryGetValue(view, out var @operator)
            ? @operator
            : throw new ArgumentException($"There is no view '{view}' (valid: {string.Join(", ", Views)}).");
}
