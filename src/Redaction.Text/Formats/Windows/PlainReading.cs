using System.Buffers;

namespace Redaction.Text;

/// <summary>Text as it stands.</summary>
/// <param name="job">What is to be done.</param>
/// <param name="grammar">Which settings it holds, so that what replaces a plain value stays a scalar.</param>
internal sealed class PlainReading(DocumentJob job, SettingsGrammar grammar = SettingsGrammar.None) : ITextReading
{
    private readonly SqlStatements _statements = new();
    private readonly ArrayBufferWriter<char> _replacement = new();

    public bool StartsAnywhere => grammar == SettingsGrammar.None;

    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, bool isLast) => job.Redactor.Plan(window, job.Context);

    public RedactionPlan<TextSpan> Plan(ReadOnlySpan<char> window, PlanLog log) => log.Plan(job.Redactor, window, job.Context);

    public int CutBefore(ReadOnlySpan<char> window, int limit, RedactionPlan<TextSpan> plan)
    {
        var cut = limit;
        if (grammar != SettingsGrammar.None && window[..cut].LastIndexOf('\n') is > 0 and var line) cut = line + 1; // whole lines
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
        if (grammar != SettingsGrammar.None)
        {
            WriteSettings(window, part, plan, output);
            return;
        }
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

    private void WriteSettings(ReadOnlySpan<char> window, TextSpan part, RedactionPlan<TextSpan> plan, IBufferWriter<char> output)
    {
        var (position, close) = (part.Start, -1);
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            if (span.Start < position) continue; // gone with the scalar that it stood in
            Replace(window, in item);
            var replacement = _replacement.WrittenSpan;
            var scalar = span.Start < close ? default : BareScalars.Around(window, span, grammar);
            if (scalar.Start < position || scalar.End > part.End) scalar = default;
            var needsQuotes = BareScalars.NeedsQuotes(
                window, scalar.Length == 0 ? span : scalar, span, replacement, grammar, out var nothing);
            if (scalar.Length == 0) (needsQuotes, nothing) = (false, null);
            Copy(window, position, nothing is null && !needsQuotes ? span.Start : scalar.Start, ref close, output);
            if (needsQuotes)
            {
                output.Write("\"");
                output.Write(window[scalar.Start..span.Start]);
                close = scalar.End;
            }
            output.Write(nothing ?? (span.Start < close ? WithoutQuotes(replacement) : replacement));
            position = nothing is null ? span.End : scalar.End;
        }
        Copy(window, position, part.End, ref close, output);
    }

    /// <summary>Text between two values, with the quotation mark that ends a scalar in it.</summary>
    private static void Copy(ReadOnlySpan<char> window, int from, int to, ref int close, IBufferWriter<char> output)
    {
        if (close >= from && close <= to)
        {
            output.Write(window[from..close]);
            output.Write("\"");
            (from, close) = (close, -1);
        }
        output.Write(window[from..to]);
    }

    private static string WithoutQuotes(ReadOnlySpan<char> replacement) =>
        replacement.ToString().Replace('"', '\'').Replace('\\', '/');

    public void Clear() => _replacement.Clear();

    private void Replace(ReadOnlySpan<char> window, in PlannedRedaction<TextSpan> item)
    {
        var span = item.Finding.Region;
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(window.Slice(span.Start, span.Length), in item, _replacement);
    }
}
