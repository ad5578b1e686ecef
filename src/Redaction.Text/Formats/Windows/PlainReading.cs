using System.Buffers;

namespace Redaction.Text;

/// <summary>Text as it stands.</summary>
internal sealed class PlainReading(DocumentJob job) : ITextReading
{
    private readonly SqlStatements _statements = new();
    private readonly ArrayBufferWriter<char> _replacement = new();

    public bool StartsAnywhere => true;

    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, bool isLast) => job.Redactor.Plan(window, job.Context);

    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, PlanLog log) => log.Plan(job.Redactor, window, job.Context);

    public int CutBefore(ReadOnlySpan<char> window, int limit, RedactionPlan<TextSpan> plan)
    {
        var cut = limit;
        for (var i = plan.Items.Length - 1; i >= 0; i--)
        {
            var span = plan.Items[i].Finding.Region;
            if (span.Start < cut && cut < span.End) cut = span.Start;
        }
        cut = SqlStatements.CutBefore(window, cut);
        return cut > 0 && char.IsLowSurrogate(window[cut]) && char.IsHighSurrogate(window[cut - 1]) ? cut - 1 : cut;
    }

    public void Write(ReadOnlySpan<char> window, TextSpan part, RedactionPlan<TextSpan> plan, IBufferWriter<char> output)
    {
        job.Ledger?.AddSearched(part.Length);
        var position = part.Start;
        _statements.Begin(part.Start);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            if (span.Start < position) // gone with the literal that the one before stands in
            {
                position = Math.Max(position, span.End);
                continue;
            }
            Replace(window, in item);
            var place = _statements.PlaceOf(window, span, _replacement.WrittenSpan, out var nothing);
            if (place.Start < position || place.End > part.End) (place, nothing) = (span, null);
            output.Write(window[position..place.Start]);
            output.Write(nothing is null ? _replacement.WrittenSpan : nothing);
            position = place.End;
        }
        output.Write(window[position..part.End]);
        _statements.End(window, part.End);
    }

    public void Clear() => _replacement.Clear();

    private void Replace(ReadOnlySpan<char> window, in PlannedRedaction<TextSpan> item)
    {
        var span = item.Finding.Region;
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(window.Slice(span.Start, span.Length), in item, _replacement);
    }
}
