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

    /// <summary>Refuses the role, purpose and data type of a view for which no rule of the view policy asks, and entities of its rules
    /// that there are not. A view policy without roles, purposes or data types is for all of them.</summary>
    /// <param name="views">The rules of the view policy.</param>
    /// <param name="context">For whom the view is rendered.</param>
    /// <param name="own">Entities that only the store knows.</param>
    /// <exception cref="UnknownChoiceException">A name fits nothing.</exception>
    public static void RequireViews(RedactionPolicy views, RedactionContext context, IEnumerable<string> own)
    {
        RequireEntities(views.Rules.SelectMany(static r => r.Entities), own);
        Refuse("role", context.Role, views.Rules.Select(static r => r.Role), orNone: true);
        Refuse("purpose", context.Purpose, views.Rules.Select(static r => r.Purpose), orNone: false);
        Refuse("data type", context.DataType, views.Rules.Select(static r => r.DataType), orNone: false);

        static void Refuse(string kind, string? given, IEnumerable<Glob?> known, bool orNone)
        {
            Glob[] patterns = [.. known.OfType<Glob>()];
            if (given is null || (orNone && patterns.Length == 0) || patterns.Any(p => p.Matches(given))) return;
            string[] valid = [.. patterns.Select(static p => p.Pattern)];
            throw Choices.Unknown(kind, given, valid,
                $"No rule of the views asks for the {kind} '{given}' ({Choices.Valid(given, valid)}).");
        }
    }

    /// <summary>Refuses entities, or globs of them, that name none.</summary>
    /// <param name="entities">What is asked for.</param>
    /// <param name="own">Entities besides those of the catalogue.</param>
    /// <exception cref="UnknownChoiceException">A name fits nothing.</exception>
    public static void RequireEntities(IEnumerable<Glob> entities, IEnumerable<string> own)
    {
        string[] all = [.. RedactionCatalog.Entities, .. own];
        foreach (var entity in entities)
            if (!all.Any(e => entity.Matches(e)))
                throw Choices.Unknown(
                    "entity", entity.Pattern, all, $"No entity is called '{entity.Pattern}' ({Choices.Valid(entity.Pattern, all)}).");
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
