using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Replacements in the bytes of a transcript; everything else stays as it is.</summary>
internal sealed class TranscriptEdits(byte[] content)
{
    private readonly List<(int Start, int End, byte[] Replacement)> _edits = [];
    private int _lastField = -1;
    private (int Bytes, int Characters) _last;

    /// <summary>Replaces bytes.</summary>
    public void Replace(int start, int length, byte[] replacement) => _edits.Add((start, start + length, replacement));

    /// <summary>Replaces characters of a field.</summary>
    public void Replace(TranscriptField field, TextSpan span, ReadOnlySpan<char> replacement)
    {
        var written = content.AsSpan(field.Start, field.Length);
        var (from, to) = (span.Start, span.End);
        if (field.Length != field.Text.Length) // otherwise every character is one byte
        {
            // Most edits follow the text: a long field is not counted through again from its beginning.
            if (field.Start != _lastField || _last.Characters > span.Start) (_lastField, _last) = (field.Start, default);
            from = FieldCodec.ByteOffset(written, field.Encoding, span.Start, isEnd: false, ref _last);
            to = FieldCodec.ByteOffset(written, field.Encoding, span.End, isEnd: true, ref _last);
        }
        _edits.Add((field.Start + from, field.Start + to, FieldCodec.Encode(replacement, field.Encoding)));
    }

    /// <summary>Replaces a range of a copy: the first field under it takes the replacement, the others lose what lies under it.</summary>
    public void Replace(TranscriptCopy copy, TextSpan span, ReadOnlySpan<char> replacement)
    {
        var parts = copy.Parts;
        for (var i = FirstEndingAfter(parts, span.Start); i < parts.Length && parts[i].Start < span.End; i++)
        {
            var from = Math.Max(0, span.Start - parts[i].Start);
            var to = Math.Min(parts[i].Field.Text.Length, span.End - parts[i].Start);
            if (to <= from) continue;
            Replace(parts[i].Field, TextSpan.FromBounds(from, to), replacement);
            replacement = default;
        }
    }

    public void Write(Stream output) => Write(output, 0, content.Length);

    /// <summary>Writes a part of the content in which whole fields lie.</summary>
    public void Write(Stream output, int first, int last)
    {
        var position = first;
        foreach (var (start, end, replacement) in _edits.Where(e => e.Start >= first && e.End <= last).OrderBy(static e => e.Start)
            .ThenByDescending(static e => e.End))
        {
            if (start < position) // inside a value that went as a whole, or a code point of which two findings hold one half each
            {
                position = Math.Max(position, end);
                continue;
            }
            output.Write(content, position, start - position);
            output.Write(replacement);
            position = end;
        }
        output.Write(content, position, last - position);
    }

    private static int FirstEndingAfter(ImmutableArray<CopyPart> parts, int position)
    {
        int low = 0, high = parts.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (parts[middle].End > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
