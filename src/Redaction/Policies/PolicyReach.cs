using System.Collections.Immutable;
using System.Globalization;

namespace Redaction;

/// <summary>Finds the rules of a policy that can never match.</summary>
/// <remarks>Rules of what a file extends are not held against it: to stand before them is what extending is for.</remarks>
internal static class PolicyReach
{
    /// <summary>Each such rule with its line, 0 where there is none, in words.</summary>
    public static ImmutableArray<(long Line, string Problem)> Of(LoadedPolicy policy)
    {
        var own = policy.RuleLines.IsEmpty && policy.Extends.IsEmpty ? policy.Policy.Rules.Length : policy.RuleLines.Length;
        var rules = policy.Policy.Rules;
        var found = ImmutableArray.CreateBuilder<(long, string)>();
        for (var i = 0; i < own; i++)
        {
            var line = i < policy.RuleLines.Length ? policy.RuleLines[i] : 0;
            if (Contradiction(rules[i], policy) is { } problem) Add(problem);
            else if (Cover(rules, i) is { } earlier)
                Add(rules[earlier].IsUnconditional
                    ? string.Create(CultureInfo.InvariantCulture, $"rule {earlier + 1} before it matches everything")
                    : string.Create(CultureInfo.InvariantCulture, $"rule {earlier + 1} before it matches all that it matches"));

            void Add(string why) =>
                found.Add((line, string.Create(CultureInfo.InvariantCulture, $"Rule {i + 1} of the policy can never match: {why}.")));
        }
        AddDataTypes(policy, found);
        return found.ToImmutable();
    }

    private static void AddDataTypes(LoadedPolicy policy, ImmutableArray<(long, string)>.Builder found)
    {
        var asked = policy.Policy.Rules.Select(static r => r.DataType).OfType<Glob>().ToArray();
        for (var i = 0; i < policy.DataTypes.Length; i++)
        {
            var type = policy.DataTypes[i];
            var earlier = policy.DataTypes.Take(i).FirstOrDefault(
                e => e.Path is "**" || (e.Path is not null && e.Path == type.Path) || (e.Field == type.Field && e.Field is not null
                    && type.Equal.All(v => e.Equal.Contains(v))));
            if (earlier is not null)
                found.Add((type.Line, $"The data type '{type.Is}' for {type.Condition} can never be reached: an entry before it matches."));
            else if (!asked.Any(a => a.Matches(type.Is))
                && Choices.Closest(type.Is, [.. asked.Select(static a => a.Pattern)]) is { } closest)
                found.Add((type.Line, $"No rule asks for the data type '{type.Is}': did you mean '{closest}'?"));
        }
    }

    /// <summary>The first earlier rule that matches whatever a rule matches.</summary>
    private static int? Cover(ImmutableArray<PolicyRule> rules, int index)
    {
        for (var i = 0; i < index; i++)
            if (Covers(rules[i], rules[index])) return i;
        return null;
    }

    private static bool Covers(PolicyRule earlier, PolicyRule later) =>
        earlier.MinScore.GetValueOrDefault() <= later.MinScore.GetValueOrDefault()
        && (earlier.Medium is null || earlier.Medium == later.Medium)
        && (earlier.Entities.IsEmpty || (!later.Entities.IsEmpty && later.Entities.All(e => earlier.Entities.Any(o => Covers(o, e)))))
        && Covers(earlier.Locale, later.Locale) && Covers(earlier.Purpose, later.Purpose) && CoversField(earlier.Field, later.Field)
        && Covers(earlier.DataType, later.DataType) && Covers(earlier.Role, later.Role) && Covers(earlier.Speaker, later.Speaker)
        && (earlier.Seconds is null || earlier.Seconds == later.Seconds) && (earlier.Area is null || earlier.Area == later.Area);

    /// <summary>A star of the later pattern can only be met by a star of the earlier one, so matching its text is enough.</summary>
    private static bool Covers(Glob? earlier, Glob? later) =>
        earlier is not { } wide || (later is { } narrow && wide.Matches(narrow.Pattern));

    private static bool CoversField(Glob? earlier, Glob? later) =>
        earlier is not { } wide || (later is { } narrow && FieldPattern.Matches(wide, narrow.Pattern));

    private static string? Contradiction(PolicyRule rule, LoadedPolicy policy)
    {
        if (rule.Field is not null && rule.Medium is Medium.Image or Medium.Audio)
            return $"there are no fields in the medium {rule.Medium}";
        if (rule.Speaker is not null && rule.Medium == Medium.Image) return "nobody speaks in an image";
        if (rule.Entities.IsEmpty) return null;
        var finders = RedactionCatalog.Detectors.Where(d => d.Info.Types.Any(Asked)).ToArray();
        var isBrought = policy.Patterns.Concat<ITextDetector>(policy.Plugins).Any(p => p.Info.Types.Any(Asked))
            || (!policy.Deny.IsEmpty && Asked(EntityTypes.Term));
        if (isBrought || finders.Length == 0) return null;
        if (finders.All(d => policy.Disabled.Any(g => g.Matches(d.Info.Id)))) return "the detectors of its entities are disabled";
        return rule.Medium is Medium.Text or Medium.Audio && finders.All(static d => d.Medium == Medium.Image)
            ? $"its entities are found in images only, not in the medium {rule.Medium}" : null;

        bool Asked(EntityType type) => rule.Entities.Any(e => e.Matches(type.Name));
    }
}
