namespace Redaction.Text;

/// <summary>The plans of one piece, in the order in which they were asked for: made, or taken from a piece that was planned
/// before.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class PlanLog
{
    private readonly List<(int Length, RedactionPlan<TextSpan> Plan)> _plans;
    private int _next;

    /// <summary>Makes a log of plans that are made.</summary>
    public PlanLog() => _plans = [];

    /// <summary>Makes a log of plans that were made before.</summary>
    /// <param name="plans">Each with the length of its text.</param>
    public PlanLog(List<(int Length, RedactionPlan<TextSpan> Plan)> plans) => (_plans, IsKnown) = (plans, true);

    /// <summary>True while the plans are those that were made before.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The plans, each with the length of its text.</summary>
    public IReadOnlyList<(int Length, RedactionPlan<TextSpan> Plan)> Plans => _plans;

    /// <summary>Plans a text.</summary>
    public RedactionPlan<TextSpan> Plan(TextRedactor redactor, ReadOnlySpan<char> text, RedactionContext context)
    {
        if (IsKnown)
        {
            if (_next < _plans.Count && _plans[_next].Length == text.Length) return _plans[_next++].Plan;
            IsKnown = false; // some work failed then that does not now
            _plans.RemoveRange(_next, _plans.Count - _next);
        }
        var plan = redactor.Plan(text, context);
        _plans.Add((text.Length, plan));
        return plan;
    }
}
