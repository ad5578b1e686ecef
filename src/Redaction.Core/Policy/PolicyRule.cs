using System.Collections.Immutable;

namespace Redaction;

/// <summary>One rule of a policy: conditions, and the operator for findings that meet them all.
/// A condition left out is met by anything.</summary>
/// <param name="Operator">Id of the operator; <c>keep</c> lets the value through and counts it.</param>
public sealed record PolicyRule(string Operator)
{
    /// <summary>The operator id that lets a value through.</summary>
    public const string Keep = "keep";

    /// <summary>Entity types or globs such as <c>us.*</c>; empty means any.</summary>
    public ImmutableArray<Glob> Entities { get; init; } = [];

    /// <summary>The lowest score that meets the rule; a weaker finding falls to the next rule.</summary>
    /// <value>Null: that of the policy, save for <see cref="Keep"/>, which holds at any score.</value>
    public float? MinScore { get; init; }

    /// <summary>Language tag or glob; null means any.</summary>
    public Glob? Locale { get; init; }

    /// <summary>Purpose or glob; null means any.</summary>
    public Glob? Purpose { get; init; }

    /// <summary>Name of a key or column wherever it stands, or a path such as <c>$.messages[*].content</c>, or a glob;
    /// what lies below counts too. Null means any.</summary>
    public Glob? Field { get; init; }

    /// <summary>Data type or glob; null means any.</summary>
    public Glob? DataType { get; init; }

    /// <summary>Role or glob; null means any.</summary>
    public Glob? Role { get; init; }

    /// <summary>Speaker or glob; null means any.</summary>
    public Glob? Speaker { get; init; }

    /// <summary><c>text</c>, <c>image</c> or <c>audio</c>; null means any.</summary>
    public string? Medium { get; init; }

    /// <summary>Stretch of a recording and of its transcript; null means any.</summary>
    public PlaceCondition? Seconds { get; init; }

    /// <summary>Area of an image; null means any.</summary>
    public PlaceCondition? Area { get; init; }

    /// <summary>The operator's own options.</summary>
    public OperatorOptions With { get; init; } = OperatorOptions.None;

    /// <summary>A rule for one entity type or glob.</summary>
    public static PolicyRule For(string entity, string @operator) => new(@operator) { Entities = [new(entity)] };

    /// <summary>True when the rule has no condition.</summary>
    public bool CatchesAll => MinScore is null or 0 && IsUnconditional;

    /// <summary>True when the rule has no condition besides a score.</summary>
    internal bool IsUnconditional =>
        Entities.IsEmpty && Locale is null && Purpose is null && Field is null
        && DataType is null && Role is null && Speaker is null && Medium is null && Seconds is null && Area is null;

    internal bool Matches(EntityType type, float score, RedactionContext context) =>
        score >= MinScore.GetValueOrDefault()
        && (Medium is null || Medium == context.Medium)
        && MatchesEntity(type)
        && Meets(Locale, context.Locale) && Meets(Purpose, context.Purpose) && MeetsField(context.Field)
        && Meets(DataType, context.DataType) && Meets(Role, context.Role) && Meets(Speaker, context.Speaker)
        && Seconds?.IsMetBy(context.Seconds) != false && Area?.IsMetBy(context.Area) != false;

    private bool MatchesEntity(EntityType type)
    {
        if (Entities.IsEmpty) return true;
        foreach (var entity in Entities.AsSpan())
            if (entity.Matches(type.Name)) return true;
        return false;
    }

    private bool MeetsField(string? field) => Field is not { } glob || (field is not null && FieldPattern.Matches(glob, field));

    private static bool Meets(Glob? condition, string? value) => condition is not { } glob || (value is not null && glob.Matches(value));
}
