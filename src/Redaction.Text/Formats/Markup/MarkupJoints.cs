using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>
/// Where nothing but tags or a comment stands between two words: people may see one word or two, by a style that nobody can know, as in
/// <c>&lt;span&gt;IBAN&lt;/span&gt;&lt;span&gt;DE26…&lt;/span&gt;</c>. The flow has them as one; here they are looked at as two as well.
/// </summary>
internal sealed class MarkupJoints
{
    private readonly List<int> _places = [];
    private readonly TextView _apart = new();

    public void Clear()
    {
        _places.Clear();
        _apart.Release();
    }

    /// <summary>Begins another window.</summary>
    public void Begin() => _places.Clear();

    /// <summary>Text goes on in the flow behind something that is no text.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="at">Where it goes on.</param>
    public void Note(ReadOnlySpan<char> flow, int at)
    {
        if (at > 0 && at < flow.Length && char.IsLetterOrDigit(flow[at - 1]) && (char.IsLetterOrDigit(flow[at]) || flow[at] == '+'))
            _places.Add(at);
    }

    /// <summary>What begins or ends at such a place, and is not found in the flow already.</summary>
    /// <param name="redactor">Plans.</param>
    /// <param name="context">The context of the flow.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="plan">What was found in it.</param>
    public ImmutableArray<PlannedRedaction<TextSpan>> Plan(
        TextRedactor redactor, RedactionContext context, ReadOnlySpan<char> flow, RedactionPlan<TextSpan> plan)
    {
        if (_places.Count == 0) return [];
        Cut(flow);
        var found = ImmutableArray.CreateBuilder<PlannedRedaction<TextSpan>>();
        foreach (var item in redactor.Plan(_apart.Text, context).Items)
        {
            var place = _apart.ToOriginal(item.Finding.Region);
            if (!Touches(place) || plan.Items.Any(i => i.Finding.Region.Overlaps(place))) continue;
            found.Add(item with { Finding = item.Finding with { Region = place } });
        }
        return found.DrainToImmutable();
    }

    /// <summary>The lines with such places in them, a space at each.</summary>
    private void Cut(ReadOnlySpan<char> flow)
    {
        _apart.Reset(flow.Length + _places.Count + 1);
        var written = 0;
        for (var i = 0; i < _places.Count;)
        {
            var first = Math.Max(written, flow[.._places[i]].LastIndexOf('\n') + 1);
            var rest = flow[_places[i]..].IndexOf('\n');
            var end = rest < 0 ? flow.Length : _places[i] + rest + 1;
            for (var at = first; at < end; at++)
            {
                if (i < _places.Count && at == _places[i])
                {
                    _apart.Append(' ', at, at);
                    i++;
                }
                _apart.Append(flow[at], at, at + 1);
            }
            written = end;
        }
    }

    private bool Touches(TextSpan place) => _places.BinarySearch(place.Start) >= 0 || _places.BinarySearch(place.End) >= 0;
}
