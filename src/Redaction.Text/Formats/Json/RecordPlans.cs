namespace Redaction.Text;

/// <summary>The plans of one record: made for all of its values first, then handed out again with what the values
/// tell of each other.</summary>
internal sealed class RecordPlans
{
    private readonly List<RedactionPlan<TextSpan>> _plans = [];
    private readonly RecordMentions _mentions;
    private readonly TextRedactor _redactor;
    private readonly TextRedactor _withMentions;
    private readonly RedactionPlan<TextSpan> _none;
    private int _next;

    public RecordPlans(TextRedactor redactor)
    {
        _redactor = redactor;
        _mentions = new(redactor.Allowed);
        _withMentions = redactor.With(_mentions);
        _none = new(redactor.Policy.Id, [], 0);
    }

    /// <summary>True while the values are planned for the first time and nothing is written.</summary>
    public bool IsGathering { get; private set; }

    /// <summary>True while the plans are handed out.</summary>
    public bool IsReady { get; private set; }

    public void Begin() => IsGathering = true;

    public void Finish() => (IsGathering, IsReady, _next) = (false, true, 0);

    /// <summary>Plans a value and keeps the plan; the one that is returned changes nothing.</summary>
    public RedactionPlan<TextSpan> Gather(ReadOnlySpan<char> text, RedactionContext context)
    {
        var plan = _redactor.Plan(text, context);
        _plans.Add(plan);
        if (plan.Items.IsEmpty) return _none;
        _mentions.Gather(text, plan);
        _redactor.Writer.Observe(text, plan);
        return _none;
    }

    /// <summary>The plan of the next value, in the same order; planned again when it holds a value of another field.</summary>
    public RedactionPlan<TextSpan> Next(ReadOnlySpan<char> text, RedactionContext context)
    {
        var plan = _plans[_next++];
        return _plans.Count > 1 && !_mentions.IsEmpty && _mentions.Adds(new(text, context), plan)
            ? _withMentions.Plan(text, context) : plan;
    }

    /// <summary>The value of the record that a whole name repeats; null when it repeats none.</summary>
    public Finding<TextSpan>? MentionIn(ReadOnlySpan<char> name) => IsReady ? _mentions.Whole(name) : null;

    public void Clear()
    {
        _plans.Clear();
        _mentions.Clear();
        (IsGathering, IsReady) = (false, false);
    }
}
