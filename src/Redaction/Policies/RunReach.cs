using System.Collections.Immutable;
using System.Globalization;

namespace Redaction;

/// <summary>Finds the rules of a policy that cannot match in a run, since they ask for a purpose, role or locale that it does not have.
/// </summary>
/// <remarks>Rules of what a file extends are not held against it.</remarks>
internal static class RunReach
{
    /// <summary>Rules that ask for what the run says nothing of, one sentence each.</summary>
    public static ImmutableArray<string> Unsaid(LoadedPolicy policy, RedactionContext context) =>
        [.. Of(policy, context).Where(static f => !f.IsSaid).Select(static f => f.Sentence)];

    /// <summary>Rules that ask for another purpose, role or locale than that of the run, one sentence each.</summary>
    public static ImmutableArray<string> Other(LoadedPolicy policy, RedactionContext context) =>
        [.. Of(policy, context).Where(static f => f.IsSaid).Select(static f => f.Sentence)];

    private static IEnumerable<(bool IsSaid, string Sentence)> Of(LoadedPolicy policy, RedactionContext context)
    {
        var rules = policy.Policy.Rules;
        var own = policy.RuleLines.IsEmpty && policy.Extends.IsEmpty ? rules.Length : policy.RuleLines.Length;
        for (var i = 0; i < own; i++)
        {
            (string Kind, Glob? Asked, string? Said)[] conditions =
            [
                ("purpose", rules[i].Purpose, context.Purpose), ("role", rules[i].Role, context.Role),
                ("locale", rules[i].Locale, context.Locale),
            ];
            foreach (var (kind, asked, said) in conditions)
            {
                if (asked is not { } glob || (said is not null && glob.Matches(said))) continue;
                yield return (said is not null, string.Create(CultureInfo.InvariantCulture,
                    $"Rule {i + 1} of the policy matches nothing in this run: it asks for the {kind} '{glob.Pattern}', ")
                    + (said is null ? $"and none is given (--{kind})." : $"and that of the run is '{said}'."));
                break;
            }
        }
    }
}
