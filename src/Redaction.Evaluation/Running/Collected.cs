namespace Redaction.Evaluation;

/// <summary>Keeps the planned items of one region type.</summary>
internal sealed class Collected<TKept> : RedactionObserver
    where TKept : struct, IRegion<TKept>
{
    /// <summary>What is masked.</summary>
    public List<Finding<TKept>> Findings { get; } = [];

    /// <summary>What was found, before it was widened to masks.</summary>
    public List<Finding<TKept>> Found { get; } = [];

    public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
    {
        if (plan is not RedactionPlan<TKept> own || place.Page > 0) return;
        Findings.AddRange(own.Items.Select(static i => i.Finding));
        Found.AddRange(own.Found);
    }
}
