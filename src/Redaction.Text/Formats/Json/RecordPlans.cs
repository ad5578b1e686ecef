using System.Buffers;

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
    private readonly List<(TextSpan Place, RedactionContext Context)> _values = [];
    private readonly ArrayBufferWriter<char>? _texts;
    private List<RedactionPlan<TextSpan>>? _settled;
    private int _next;

    /// <param name="redactor">Plans.</param>
    /// <param name="isAhead">True where the record is planned before its turn: no operator sees its values before
    /// <see cref="Observe"/>.</param>
    public RecordPlans(TextRedactor redactor, bool isAhead = false)
    {
        _redactor = redactor;
        _mentions = new(redactor.Allowed);
        _withMentions = redactor.With(_mentions);
        _none = new(redactor.Policy.Id, [], 0);
        if (isAhead) _texts = new();
    }

    /// <summary>Takes the plans of a record that is planned ahead.</summary>
    public PlanLog? Log { get; set; }

    /// <summary>True while the values are planned for the first time and nothing is written.</summary>
    public bool IsGathering { get; private set; }

    /// <summary>True while the plans are handed out.</summary>
    public bool IsReady { get; private set; }

    /// <summary>True where the record is planned before its turn.</summary>
    public bool IsAhead => _texts is not null;

    public void Begin() => IsGathering = true;

    public void Finish() => (IsGathering, IsReady, _next) = (false, true, 0);

    /// <summary>Plans a value and keeps the plan; the one that is returned changes nothing.</summary>
    public RedactionPlan<TextSpan> Gather(ReadOnlySpan<char> text, RedactionContext context)
    {
        var plan = Plan(_redactor, text, context);
        _plans.Add(plan);
        if (_texts is not null)
        {
            _values.Add((new(_texts.WrittenCount, text.Length), context));
            _texts.Write(text);
        }
        if (plan.Items.IsEmpty) return _none;
        _mentions.Gather(text, plan);
        if (_texts is null) _redactor.Writer.Observe(text, plan);
        return _none;
    }

    /// <summary>Ends the planning of a record that is ahead: its values were told of each other.</summary>
    public void Settle()
    {
        Finish();
        if (_plans.Count < 2 || _mentions.IsEmpty) return;
        for (var i = 0; i < _plans.Count; i++)
        {
            var text = TextOf(i);
            if (!_mentions.Adds(new(text, _values[i].Context), _plans[i])) continue;
            _settled ??= [.. _plans];
            _settled[i] = Plan(_withMentions, text, _values[i].Context);
        }
    }

    /// <summary>Shows the operators of the document the values of a record that was planned ahead, whose turn has come.</summary>
    public void Observe(TextRedactor redactor)
    {
        for (var i = 0; i < _plans.Count; i++)
            if (!_plans[i].Items.IsEmpty) redactor.Writer.Observe(TextOf(i), _plans[i]);
    }

    /// <summary>The plan of the next value, in the same order; planned again when it holds a value of another field.</summary>
    public RedactionPlan<TextSpan> Next(ReadOnlySpan<char> text, RedactionContext context)
    {
        if (IsAhead) return (_settled ?? _plans)[_next++];
        var plan = _plans[_next++];
        return _plans.Count > 1 && !_mentions.IsEmpty && _mentions.Adds(new(text, context), plan)
            ? _withMentions.Plan(text, context) : plan;
    }

    /// <summary>The value of the record that a whole name repeats; null when it repeats none.</summary>
    public Finding<TextSpan>? MentionIn(ReadOnlySpan<char> name) => IsReady ? _mentions.Whole(name) : null;

    public void Clear()
    {
        _plans.Clear();
        _values.Clear();
        _texts?.Clear();
        (_settled, Log) = (null, null);
        _mentions.Clear();
        (IsGathering, IsReady) = (false, false);
    }

    private RedactionPlan<TextSpan> Plan(TextRedactor redactor, ReadOnlySpan<char> text, RedactionContext context) =>
        Log is null ? redactor.Plan(text, context) : Log.Plan(redactor, text, context);

    private ReadOnlySpan<char> TextOf(int value)
    {
        var place = _values[value].Place;
        return _texts!.WrittenSpan.Slice(place.Start, place.Length);
    }
}
