using System.Buffers;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Redacts one line after another.</summary>
/// <param name="job">What is to be done.</param>
/// <param name="isDirectory">The lines are LDIF.</param>
internal sealed class ContentLineWriter(DocumentJob job, bool isDirectory = false)
{
    private readonly ContentLine _line = new() { IsDirectory = isDirectory };
    private readonly ArrayBufferWriter<char> _replacement = new();
    private long _number;

    public void Write(Span<char> raw, StreamWriter output)
    {
        _number++;
        _line.Read(raw);
        if (!job.Includes(_line.Name))
        {
            job.Account.AddExcluded(raw.Length);
            output.Write(raw);
            return;
        }
        var searched = 0;
        var copied = 0;
        foreach (var (span, field) in _line.Values)
        {
            var place = _line.View.ToOriginal(span);
            job.Account.AddSearched(place.Length);
            searched += place.Length;
            Erase(raw, span);
            var text = _line.View.Text.Slice(span.Start, span.Length);
            var plan = job.Redactor.Plan(text, job.Context with { Field = field });
            if (!plan.Items.IsEmpty || plan.Kept > 0) job.Observer.OnPlan(new DocumentPlace(_number, _line.Name), plan, text);
            foreach (ref readonly var item in plan.Items.AsSpan())
            {
                var region = item.Finding.Region;
                var original = _line.View.ToOriginal(new(span.Start + region.Start, region.Length));
                if (original.Start < copied) continue; // in the same bytes as the value before
                output.Write(raw[copied..original.Start]);
                WriteReplacement(text.Slice(region.Start, region.Length), in item, output);
                copied = original.End;
            }
        }
        output.Write(raw[copied..]);
        job.Account.AddStructure(raw.Length - searched);
    }

    public void Clear()
    {
        _line.Clear();
        _replacement.Clear();
    }

    private void Erase(Span<char> raw, TextSpan span)
    {
        if (span.Length < OpaqueData.Shortest) return;
        var text = _line.View.Text.Slice(span.Start, span.Length);
        for (var found = OpaqueData.Find(text, 0); found.Length > 0; found = OpaqueData.Find(text, found.End))
        {
            var place = _line.View.ToOriginal(new(span.Start + found.Start, found.Length));
            job.Account.TakeBack(new(OpaqueData.Kind, place.Length, job.Account.Choice) { Line = _number, Path = _line.Name });
            if (job.Account.Choice == UnsearchedChoice.Erase) OpaqueScanner.Overwrite(raw.Slice(place.Start, place.Length));
        }
    }

    private void WriteReplacement(ReadOnlySpan<char> original, in PlannedRedaction<TextSpan> item, StreamWriter output)
    {
        _replacement.ResetWrittenCount();
        job.Redactor.Writer.WriteReplacement(original, in item, _replacement);
        if (isDirectory)
        {
            var safe = _replacement.WrittenSpan.ToString().ReplaceLineEndings(" ");
            output.Write(_line.IsBase64 ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(safe)) : safe);
            return;
        }
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in _replacement.WrittenSpan.EnumerateRunes())
        {
            if (_line.IsQuotedPrintable && (rune.Value is '=' or '\r' or '\n' || !rune.IsAscii))
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) output.Write(string.Create(CultureInfo.InvariantCulture, $"={b:X2}"));
            else if (rune.Value == '\n') output.Write("\\n");
            else if (rune.Value is not '\r') output.Write(rune.Value is ',' or ';' or '\\' ? $"\\{rune}" : rune.ToString());
        }
    }
}
