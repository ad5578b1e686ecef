using Redaction.Text;

namespace Redaction.Documents.Office;

/// <summary>The plans of one document: its texts are planned once to gather what they tell of each other, then once more in the same
/// order to be written, so that what is redacted in one part is redacted in all of them.</summary>
internal sealed class OfficePlans
{
    private const int MostGathered = 20000;
    private readonly DocumentJob _job;
    private readonly RecordMentions _mentions;
    private readonly TextRedactor _withMentions;
    private readonly Queue<RedactionPlan<TextSpan>> _plans = new();
    private readonly NameTable _names;
    private int _gathered;

    public OfficePlans(DocumentJob job)
    {
        _job = job;
        _mentions = new(job.Redactor.Allowed);
        _withMentions = job.Redactor.With(_mentions);
        _names = new(job.Redactor, NameGrammar.Identifier);
    }

    /// <summary>True while nothing is written.</summary>
    public bool IsGathering { get; private set; } = true;

    /// <summary>Carries out plans.</summary>
    public TextPlanWriter Writer => _job.Redactor.Writer;

    /// <summary>All has been gathered.</summary>
    public void Finish() => IsGathering = false;

    /// <summary>Plans a text that is planned in both rounds.</summary>
    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> text, RedactionContext context)
    {
        if (IsGathering)
        {
            var gathered = Gather(text, context);
            _plans.Enqueue(gathered);
            return gathered;
        }
        var plan = _plans.Dequeue();
        return !_mentions.IsEmpty && _mentions.Adds(new(text, context), plan) ? _withMentions.Plan(text, context) : plan;
    }

    /// <summary>Plans a text that is planned in the first round, or only once; what it holds is looked for in all others.</summary>
    public RedactionPlan<TextSpan> Gather(ReadOnlySpan<char> text, RedactionContext context)
    {
        var plan = _job.Redactor.Plan(text, context);
        if (plan.Items.IsEmpty) return plan;
        Writer.Observe(text, plan);
        if (_gathered < MostGathered) _mentions.Gather(text, plan);
        _gathered += plan.Items.Length;
        return plan;
    }

    /// <summary>Tells of a plan that is carried out.</summary>
    public void Notify(in DocumentPlace place, RedactionPlan<TextSpan> plan, ReadOnlySpan<char> text)
    {
        if (!IsGathering && (!plan.Items.IsEmpty || plan.Kept > 0)) _job.Observer.OnPlan(in place, plan, text);
    }

    /// <summary>What is written for the name of a thing, the same one wherever it stands; null where it stays.</summary>
    public string? NameOf(ReadOnlySpan<char> name, string part)
    {
        if (IsGathering || !MayHoldValue(name)) return null;
        var named = _names.Of(name, _job.Context with { Field = "~" }, _mentions.Whole(name));
        if (named.Plan is { } plan) Notify(new(Path: part + "~"), plan, name);
        return named.Name;
    }

    /// <summary>Short names, numbers, and the identifiers that programs make are structure.</summary>
    private static bool MayHoldValue(ReadOnlySpan<char> name)
    {
        if (name.Length < 6 || IsGuid(name)) return false;
        if (name.Contains('@') || name.Contains(' ') || name.Contains('%') || name.Length > 19) return true;
        var (digits, others) = (0, 0);
        foreach (var c in name)
        {
            if (char.IsDigit(c)) digits++;
            else if (!char.IsAsciiHexDigit(c) && c is not ('.' or '-')) others++;
        }
        return others == 0 ? digits > 12 || (digits > 6 && name.ContainsAny('-', '.')) : digits > 4 || (digits > 0 && name.Length > 11);
    }

    private static bool IsGuid(ReadOnlySpan<char> name) => name.Length is 36 or 38 && Guid.TryParse(name, out _);
}
