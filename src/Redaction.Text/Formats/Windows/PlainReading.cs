using System.Buffers;

namespace Redaction.Text;

/// <summary>Text as it stands.</summary>
internal sealed class PlainReading(DocumentJob job) : ITextReading
{
    private readonly SqlTuples _tuples = new();
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
        return cut > 0 && char.IsLowSurrogate(window[cut]) && char.IsHighSurrogate(window[cut - 1]) ? cut - 1 : cut;
    }

    public void Write(ReadOnlySpan<char> window, TextSpan part, RedactionPlan<TextSpan> plan, IBufferWriter<char> output)
    {
        job.Ledger?.AddSearched(part.Length);
        var position = part.Start;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(window[position..span.Start]);
            WriteReplacement(window, in item, output);
            position = span.End;
        }
        output.Write(window[position..part.End]);
        _tuples.End(window[..part.End]);
    }

    public void Clear() => _replacement.Clear();

    /// <summary>A number in a row of SQL stays one where the operator writes one, and becomes null where it does not.</summary>
    private void WriteReplacement(ReadOnlySpan<char> window, in PlannedRedaction<TextSpan> item, IBufferWriter<char> output)
    {
        var span = item.Finding.Region;
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(window.Slice(span.Start, span.Length), in item, _replacement);
        output.Write(_tuples.IsNumber(window, span) && !JsonNumber.Is(_replacement.WrittenSpan) ? "NULL" : _replacement.WrittenSpan);
    }
}
