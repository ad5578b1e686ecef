namespace Redaction;

/// <summary>Compares policies by what they do, not by how they are written.</summary>
internal static class PolicyComparison
{

    /// <summary>The findings that two policies treat differently: every known entity in every medium,
    /// in every context that a rule of either asks for.</summary>
    /// <remarks>A condition with a glob is tried with the glob's own text as value.
    /// What holds for every entity is told once, as <c>any</c>.</remarks>
    public static IReadOnlyList<PolicyChange> Compare(RedactionPolicy before, RedactionPolicy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var scores = before.Rules.Concat(after.Rules).Select(static r => r.MinScore ?? 0).Append(0f).Distinct().Order().ToArray();
        var changes = new List<PolicyChange>();
        foreach (var context in Contexts(before, after))
            for (var i = 0; i < scores.Length; i++)
                changes.AddRange(Compare(before, after, context, scores[i], i + 1 < scores.Length ? scores[i + 1] : 1f));
        return changes;
    }

    /// <summary>As <see cref="Compare(RedactionPolicy, RedactionPolicy)"/>, and what is done with what nothing can search.</summary>
    public static IReadOnlyList<PolicyChange> Compare(LoadedPolicy before, LoadedPolicy after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Compare(before.Policy, after.Policy),
            .. Settings(before).Zip(Settings(after)).Where(static s => s.First.Value != s.Second.Value)
                .Select(static s => new PolicyChange("any", s.First.Name, 0, 1, s.First.Value, s.Second.Value)),
        ];
    }

    private static (string Name, string Value)[] Settings(LoadedPolicy policy) =>
    [
        ("unsearched", (policy.Unsearched ?? UnsearchedChoice.Refuse).ToString().ToLowerInvariant()),
        ("calls.withoutTranscript", policy.Calls.SilencesWithoutTranscript is true ? "silence" : "refuse"),
        ("calls.transcriber", policy.Calls.Transcriber ?? "none"),
    ];

    /// <summary>The conditions of a rule besides entity and score, in words.</summary>
    public static string Conditions(PolicyRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (string Name, string? Value)[] all =
        [
            ("medium", rule.Medium), ("dataType", rule.DataType?.Pattern), ("locale", rule.Locale?.Pattern), ("field", rule.Field?.Pattern),
            ("purpose", rule.Purpose?.Pattern), ("role", rule.Role?.Pattern), ("speaker", rule.Speaker?.Pattern),
        ];
        return string.Join(", ", all.Where(static c => c.Value is not null).Select(static c => $"{c.Name} {c.Value}"));
    }

    private static IEnumerable<PolicyChange> Compare(
        RedactionPolicy before, RedactionPolicy after, RedactionContext context, float from, float to)
    {
        var changes = RedactionCatalog.Entities
            .Select(entity =>
                (Entity: entity, Before: Treatment(before, entity, from, context), After: Treatment(after, entity, from, context)))
            .ToArray();
        var alike = changes.Select(static c => (c.Before, c.After)).Distinct().Count() == 1;
        if (alike) changes = [("any", changes[0].Before, changes[0].After)];
        return changes.Where(static c => c.Before != c.After)
            .Select(c => new PolicyChange(c.Entity, Words(context), from, to, c.Before, c.After));
    }

    private static string Treatment(RedactionPolicy policy, string entity, float score, RedactionContext context)
    {
        var rule = policy.Rules[policy.RuleFor(new(entity), score, context)];
        return rule.With.Count == 0 ? rule.Operator
            : $"{rule.Operator} ({string.Join(", ", rule.With.Values.Select(static v => $"{v.Key}: {v.Value}"))})";
    }

    private static IEnumerable<RedactionContext> Contexts(RedactionPolicy before, RedactionPolicy after)
    {
        var asked = before.Rules.Concat(after.Rules).Select(static r => new RedactionContext
        {
            DataType = r.DataType?.Pattern,
            Locale = r.Locale?.Pattern,
            Field = r.Field?.Pattern,
            Purpose = r.Purpose?.Pattern,
            Role = r.Role?.Pattern,
            Speaker = r.Speaker?.Pattern,
        }).Prepend(RedactionContext.Default).Distinct().ToArray();
        return asked.SelectMany(static context => Medium.All.Select(medium => context with { Medium = medium }));
    }

    private static string Words(RedactionContext context) => Conditions(new PolicyRule(PolicyRule.Keep)
    {
        Medium = context.Medium,
        DataType = Glob(context.DataType),
        Locale = Glob(context.Locale),
        Field = Glob(context.Field),
        Purpose = Glob(context.Purpose),
        Role = Glob(context.Role),
        Speaker = Glob(context.Speaker),
    });

    private static Glob? Glob(string? text) => text is null ? null : new Glob(text);
}
