using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Text without structure. See README.md in this folder.</summary>
public sealed class PlainText : IDocumentFormat
{
    private const int MaxBuffer = 1 << 25;
    private readonly int _window;
    private readonly int _margin;

    /// <summary>Makes the format.</summary>
    /// <param name="window">Characters that are worked through at a time.</param>
    /// <param name="margin">Characters of context on both sides of a cut; no detector may look further.</param>
    public PlainText(int window = 1 << 18, int margin = 1 << 14)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, 1);
        _window = window;
        _margin = margin;
    }

    /// <inheritdoc/>
    public string Id => "text";

    /// <inheritdoc/>
    public string Description => "Plain text, also Markdown, logs, HTML and XML as text; UTF-8, or UTF-16 with a byte order mark.";

    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".txt", ".md", ".log", ".html", ".htm", ".xml"];

    /// <inheritdoc/>
    public void Redact(Stream input, Stream output, DocumentJob job)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(job);
        var (reader, writer) = TextEncoding.Open(input, output);
        using (reader)
        using (writer)
        {
            var buffer = ArrayPool<char>.Shared.Rent(_window + 2 * _margin);
            try
            {
                Run(reader, writer, job, ref buffer);
            }
            finally
            {
                ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            }
        }
    }

    /// <summary>
    /// The buffer holds a margin of text already written, then text still to write. A round plans over all of it and writes up to a cut that
    /// lies a margin before the end and inside no planned item; the next round sees a margin of text before the cut. As no detector looks
    /// further than the margin, each value is planned with everything it depends on, and the result is that of one piece.
    /// </summary>
    private void Run(StreamReader reader, StreamWriter writer, DocumentJob job, ref char[] buffer)
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
            var plan = job.Redactor.Plan(text, job.Context);
            var next = ended ? length : CutBefore(text, length - _margin, plan);
            if (next <= cut && !ended) { Grow(ref buffer, length); continue; }
            plan = Between(plan, cut, next);
            redacted.ResetWrittenCount();
            WriteBetween(text, cut, next, plan, job.Redactor, redacted);
            writer.Write(redacted.WrittenSpan);
            job.Observer.OnPlan(new DocumentPlace(Offset: offset), plan, text);
            var drop = Math.Max(0, next - _margin);
            text[drop..].CopyTo(buffer);
            offset += drop;
            length -= drop;
            cut = next - drop;
        }
        redacted.Clear();
    }

    private static int CutBefore(ReadOnlySpan<char> text, int limit, RedactionPlan<TextSpan> plan)
    {
        var cut = limit;
        for (var i = plan.Items.Length - 1; i >= 0; i--)
        {
            var span = plan.Items[i].Finding.Region;
            if (span.Start < cut && cut < span.End) cut = span.Start;
        }
        return cut > 0 && char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
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

    private static void WriteBetween(ReadOnlySpan<char> text, int start, int end, RedactionPlan<TextSpan> plan, TextRedactor redactor, IBufferWriter<char> output)
    {
        var position = start;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            output.Write(text[position..span.Start]);
            redactor.Writer.WriteReplacement(text.Slice(span.Start, span.Length), in item, output);
            position = span.End;
        }
        output.Write(text[position..end]);
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
