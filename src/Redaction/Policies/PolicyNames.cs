using System.Collections.Immutable;

namespace Redaction;

/// <summary>Refuses what names nothing that there is: a data type, purpose or role that no rule asks for, a field that cannot be.</summary>
internal static class PolicyNames
{
    /// <summary>The data type of what is spoken, which detectors know without a rule.</summary>
    private const string Spoken = "call-transcript";

    /// <param name="policy">What the names are to mean something to.</param>
    /// <param name="declared">Names that the caller declares although no rule has them.</param>
    /// <param name="context">Data type, purpose and role of a request.</param>
    /// <param name="fields">The fields that are asked for.</param>
    /// <exception cref="UnknownChoiceException">A name fits nothing.</exception>
    public static void Require(
        LoadedPolicy policy, ImmutableArray<string> declared, RedactionContext context, ImmutableArray<Glob> fields)
    {
        var rules = policy.Policy.Rules;
        Require("data type", context.DataType, declared,
            [.. rules.Select(static r => r.DataType), .. policy.DataTypes.Select(static d => (Glob?)new Glob(d.Is)), new Glob(Spoken)]);
        Require("purpose", context.Purpose, declared, rules.Select(static r => r.Purpose));
        Require("role", context.Role, declared, rules.Select(static r => r.Role));
        foreach (var field in fields) RequireField(field.Pattern);
    }

    /// <exception cref="UnknownChoiceException">No field can have such a name.</exception>
    private static void RequireField(string pattern)
    {
        if (FieldPattern.Fault(pattern) is not { } fault) return;
        throw new UnknownChoiceException("field", pattern, FieldPattern.Meant(pattern), $"The field {fault}.");
    }

    private static void Require(string kind, string? given, ImmutableArray<string> declared, IEnumerable<Glob?> known)
    {
        if (given is null || declared.Contains(given)) return;
        var patterns = known.OfType<Glob>().ToArray();
        if (patterns.Any(p => p.Matches(given))) return;
        string[] valid = [.. patterns.Select(static p => p.Pattern), .. declared];
        throw Choices.Unknown(kind, given, valid,
            $"No rule of the policy asks for the {kind} '{given}' ({Choices.Valid(given, valid)}); --declare {given} lets it be one.");
    }
}
