using System.Buffers;

namespace Redaction.Text;

/// <summary>Works through a text of any length in windows, with the result of one piece.</summary>
internal sealed class TextWindow
{
    private const int MaxBuffer = 1 << 25;
    private readonly int _window;
    private readonly int _margin;

    /// <summary>Characters that are worked through at a time, and characters of context on both sides of a cut; no detector may look further.</summary>
    public TextWindow(int window, int margin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, 1);
        _window = window;
        _margin = margin;
    }

    public void Redact(Stream input, Stream output, DocumentJob job, ITextReading reading)
    {
        var (reader, writer) = TextEncoding.Open(input, output);
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(_window + 2 * _margin);
            try
            {
                Run(reader, writer, job, reading, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
                reading.Clear();
            }
        }
    }

    /// <summary>
    /// The buffer holds a margin of text already written, then text still to write. A round plans over all of it and writes up to a cut that
    /// lies a margin before the end and inside no planned item; the next round sees a margin of text before the cut. As no detector looks
    /// further than the margin, each value is planned with everything it depends on, and the result is that of one piece.
    /// </summary>
    private void Run(StreamReader reader, StreamWriter writer, DocumentJob job, ITextReading reading, ref char[] buffer)
    {
        var redacted = new ArrayBufferWriter<char>();
        int length = 0, cut = 0;
        long offset = 0;
        for (var ended = false; !ended;)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var read = TextEncoding.Read(reader, buffer.AsSpan(length));
            length += read;
            ended = length < buffer.Length;
            var text = buffer.AsSpan(0, length);
            var plan = reading.Plan(text, ended);
            var next = ended ? length : reading.CutBefore(text, length - _margin, plan);
            if (next <= cut && !ended) { Grow(ref buffer, length); continue; }
            plan = Between(plan, cut, next);
            job.Redactor.Writer.Observe(text, plan);
            redacted.ResetWrittenCount();
            reading.Write(text, TextSpan.FromBounds(cut, next), plan, redacted);
            writer.Write(redacted.WrittenSpan);
            job.Observer.OnPlan(new DocumentPlace(Offset: offset), plan, text);
            var drop = reading.CutBefore(text, Math.Max(0, next - _margin), plan);
            text[drop..].CopyTo(buffer);
            offset += drop;
            length -= drop;
            cut = next - drop;
        }
        redacted.Clear();
    }

    private static RedactionPlan<TextSpan> Between(RedactionPlan<TextSpan> plan, int start, int end) => new(
        plan.PolicyId,
        [.. plan.Items.Where(i => i.Finding.Region.End > start && i.Finding.Region.Start < end).Select(i => Clip(i, start))],
        plan.KeptRegions.Count(r => r.Start >= start && r.Start < end));

    /// <summary>An item that begins before the cut can only be one that context beyond the margin has moved: what is left of it is still redacted.</summary>
    private static PlannedRedaction<TextSpan> Clip(PlannedRedaction<TextSpan> item, int start)
    {
        var span = item.Finding.Region;
        return span.Start >= start ? item : item with { Finding = item.Finding with { Region = TextSpan.FromBounds(start, span.End) } };
    }

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length > MaxBuffer)
            throw new RedactionException(ErrorCodes.TooLarge, "text", "One finding is larger than the memory limit.");
        var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
