using System.Collections.Immutable;
using Redaction.Text;

namespace Redaction.Governance;

/// <summary>Who sees what: rules of role, entity, field, speaker and medium, each with a view. The first rule that matches decides; what none matches is masked.</summary>
/// <remarks>Immutable. A view is an operator that runs on the original instead of on the replacement.</remarks>
public sealed class ViewPolicy
{
    private static readonly ImmutableSortedDictionary<string, string> s_operators = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["raw"] = Raw.Name,
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

    /// <summary>The names of views: <c>raw</c>, <c>pseudonym</c>, <c>generalised</c>, <c>masked</c> (the type in brackets; pixels and samples stay painted) and <c>omitted</c>.</summary>
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

    /// <summary>The operators of the views, on the originals of a store.</summary>
    /// <param name="store">Has the originals.</param>
    /// <param name="key">For pseudonyms; null leaves the view <c>pseudonym</c> out.</param>
    /// <param name="project">The project of the key.</param>
    public static ImmutableArray<ITextOperator> Operators(SealStore store, RedactionKey? key, string project = "")
    {
        ImmutableArray<ITextOperator> onOriginals = [new Raw(), new Generalise(), .. key is null ? [] : new ITextOperator[] { new Pseudonym(key, project) }];
        return [.. onOriginals.Select(o => new OnOriginal(o, store)), new Label(), new Erase()];
    }

    /// <summary>Renders one text for a role.</summary>
    /// <exception cref="RedactionException">A sealed value was changed.</exception>
    /// <exception cref="ArgumentException">A rule asks for pseudonyms and there is no key.</exception>
    public string Render(string text, RedactionContext reader, SealStore store, RedactionKey? key = null, string project = "") =>
        new TextRedactor(Rules, [Detector(store)], Operators(store, key, project)).Redact(text, reader);

    private static string OperatorOf(string view) =>
        s_operators.TryGetValue(view, out var @operator) ? @operator : throw new ArgumentException($"There is no view '{view}' (valid: {string.Join(", ", Views)}).", nameof(view));
}
