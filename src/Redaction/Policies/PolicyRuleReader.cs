using System.Collections.Immutable;

namespace Redaction;

/// <summary>Reads one rule of a policy file, strictly.</summary>
internal static class PolicyRuleReader
{
    public static ImmutableArray<string> Keys { get; } =
        ["entity", "dataType", "locale", "field", "purpose", "role", "speaker", "medium", "minScore", "operator", "with"];

    /// <param name="node">The rule.</param>
    /// <param name="entities">The names that a rule may give.</param>
    /// <param name="folder">Where paths in the rule begin; null for the working folder.</param>
    public static PolicyRule Read(PolicyNode node, string[] entities, string? folder)
    {
        var entries = node.Mapping(Keys);
        var medium = entries.TryGetValue("medium", out var mediumNode) ? mediumNode.Attempt(() => Medium(mediumNode)) : null;
        var rule = new PolicyRule(PolicyRule.Keep)
        {
            Entities = entries.TryGetValue("entity", out var entity)
                ? entity.Attempt<ImmutableArray<Glob>?>(() => Entities(entity, entities)) ?? []
                : [],
            Medium = medium,
            MinScore = entries.TryGetValue("minScore", out var minScore) ? minScore.Attempt(minScore.Score) : null,
            DataType = Condition(entries, "dataType"),
            Locale = Condition(entries, "locale"),
            Field = Condition(entries, "field", Field),
            Purpose = Condition(entries, "purpose"),
            Role = Condition(entries, "role"),
            Speaker = Condition(entries, "speaker"),
        };
        if (!entries.TryGetValue("operator", out var operatorNode))
            return node.MeansKey("operator") ? rule : throw node.Error("the rule has no 'operator': what to do with what it matches");
        var @operator = Operator(operatorNode, medium);
        return rule with
        {
            Operator = @operator,
            With = entries.TryGetValue("with", out var with) ? with.Attempt(() => Options(with, @operator, medium, folder))
                ?? OperatorOptions.None : OperatorOptions.None,
        };
    }

    private static ImmutableArray<Glob> Entities(PolicyNode node, string[] entities) =>
        node.TextOrSequence().Any() ? node.Items(n => Entity(n, entities), orText: true)
            : throw node.Error("'entity' names nothing: leave it out for any entity");

    private static Glob? Condition(Dictionary<string, PolicyNode> entries, string key, Func<PolicyNode, Glob>? read = null) =>
        entries.TryGetValue(key, out var node) ? node.Attempt<Glob?>(() => read?.Invoke(node) ?? new Glob(node.Text())) : null;

    /// <summary>A name or path that a field can have.</summary>
    public static Glob Field(PolicyNode node) => FieldPattern.Fault(node.Text()) is { } fault ? throw node.Error(fault) : new(node.Text());

    private static string Medium(PolicyNode node)
    {
        var medium = node.Text();
        return Redaction.Medium.All.Contains(medium)
            ? medium
            : throw node.Error($"no medium is called '{medium}' ({Choices.Valid(medium, Redaction.Medium.All)})");
    }

    private static Glob Entity(PolicyNode node, string[] entities) => Entity(new Glob(node.Text()), node, entities);

    /// <summary>The glob, if there is an entity that it matches.</summary>
    public static Glob Entity(Glob glob, PolicyNode node, string[] entities) =>
        entities.Any(e => glob.Matches(e))
            ? glob
            : throw node.Error($"no entity is called '{glob}' ({Choices.Valid(glob.Pattern, entities)})");

    private static string Operator(PolicyNode node, string? medium)
    {
        var id = node.Text();
        if (id == PolicyRule.Keep) return id;
        var valid = Candidates(medium).Select(static o => o.Id).Append(PolicyRule.Keep);
        if (valid.Contains(id)) return id;
        var owner = medium is null ? "operator" : $"{medium} operator";
        throw node.Error($"no {owner} is called '{id}' ({Choices.Valid(id, valid)})");
    }

    private static OperatorOptions Options(PolicyNode node, string @operator, string? medium, string? folder)
    {
        var entries = node.Entries();
        var candidates = Candidates(medium).Where(o => o.Id == @operator).ToArray();
        var names = candidates.SelectMany(static o => o.Options).Select(static o => o.Name).ToArray();
        var checkable = candidates.All(static o => o.Check is not null || !o.Options.IsEmpty);
        var isKnown = true;
        foreach (var (key, value) in entries)
        {
            if (!checkable || names.Contains(key)) continue;
            isKnown = value.Attempt<bool>(
                () => throw value.Error($"operator '{@operator}' has no option '{key}' ({Choices.Valid(key, names)})"));
        }
        if (!isKnown) return OperatorOptions.None;
        var paths = candidates.SelectMany(static o => o.Options).Where(static o => o.Kind == "path").Select(static o => o.Name)
            .ToHashSet(StringComparer.Ordinal);
        var values = entries.ToDictionary(static e => e.Key,
            e => folder is not null && paths.Contains(e.Key) ? Path.Combine(folder, e.Value.Text()) : e.Value.Text());
        foreach (var candidate in candidates) Check(candidate, values, entries, node);
        return new(values);
    }

    /// <summary>All options together, since one may need another.</summary>
    private static void Check(
        OperatorEntry candidate, Dictionary<string, string> values, Dictionary<string, PolicyNode> entries, PolicyNode node)
    {
        try
        {
            candidate.Check?.Invoke(new(values));
        }
        catch (ArgumentException e)
        {
            var at = entries.FirstOrDefault(p => e.Message.Contains($"'{p.Key}'", StringComparison.Ordinal)).Value ?? node;
            throw at.Error(e.Message);
        }
    }

    private static IEnumerable<OperatorEntry> Candidates(string? medium) =>
        RedactionCatalog.Operators.Where(o => medium is null || o.Medium == medium);
}
