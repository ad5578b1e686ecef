namespace Redaction;

/// <summary>A decision: this region is to be painted by this operator.</summary>
/// <param name="Finding">The finding that won; its region covers everything that was merged into it.</param>
/// <param name="Rule">Index of the policy rule.</param>
/// <param name="Operator">Id of the operator.</param>
public readonly record struct PlannedRedaction<TRegion>(Finding<TRegion> Finding, int Rule, string Operator)
    where TRegion : struct, IRegion<TRegion>;
