namespace Redaction;

/// <summary>An observer that takes no notice.</summary>
public sealed class NullPlanObserver : IPlanObserver
{
    private NullPlanObserver() { }

    /// <summary>The only instance.</summary>
    public static NullPlanObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        where TRegion : struct, IRegion<TRegion>
    {
    }
}
