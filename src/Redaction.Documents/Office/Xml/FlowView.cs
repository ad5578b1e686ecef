using System.Buffers;

namespace Redaction.Documents.Office;

/// <summary>A text as people read it, put together from texts that stand apart, with the way back to them.</summary>
internal sealed class FlowView
{
    private const int OfNothing = -1;
    private readonly ArrayBufferWriter<char> _replacement = new();
    private char[] _chars = new char[1024];
    private int[] _sources = new int[1024];

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    /// <summary>Which of them have names.</summary>
    public Surroundings Around { get; } = new();

    /// <summary>Adds characters of a text.</summary>
    public void Append(EditableText text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++) Append(text.Chars[i], i);
    }

    /// <summary>Adds another view, with its places.</summary>
    public void Append(FlowView other)
    {
        foreach (var place in other.Around.Places) Around.Places.Add(new(place.Start + Length, place.End + Length, place.Meaning));
        for (var i = 0; i < other.Length; i++) Append(other._chars[i], other._sources[i]);
    }

    /// <summary>Adds a character that stands for no text, such as a tab.</summary>
    public void Append(char c) => Append(c, OfNothing);

    /// <summary>Ends the line, where one was begun.</summary>
    public void EndLine()
    {
        if (Length > 0 && _chars[Length - 1] != '\n') Append('\n');
    }

    /// <summary>Ends the line and leaves one empty: no value goes on behind it.</summary>
    public void EndBlock()
    {
        EndLine();
        if (Length > 1 && _chars[Length - 2] != '\n') Append('\n');
    }

    /// <summary>Carries out a plan over the view. What another view redacts already is not written twice.</summary>
    public void Apply(RedactionPlan<TextSpan> plan, EditableText text, TextPlanWriter writer, Func<string, string>? form = null)
    {
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            if (!Erase(span, text, out var first)) continue;
            _replacement.ResetWrittenCount();
            writer.WriteReplacement(Text.Slice(span.Start, span.Length), in item, _replacement);
            var written = _replacement.WrittenSpan.ToString();
            text.Insert(first, form is null ? written : form(written));
        }
    }

    /// <summary>Writes something for a stretch of the view.</summary>
    public void Replace(TextSpan span, string written, EditableText text)
    {
        if (Erase(span, text, out var first)) text.Insert(first, written);
    }

    /// <summary>Takes out a stretch; false when it stands for no text, or another view took out some of it.</summary>
    private bool Erase(TextSpan span, EditableText text, out int first)
    {
        first = OfNothing;
        var isKnown = false;
        for (var i = span.Start; i < span.End; i++)
        {
            var source = _sources[i];
            if (source < 0) continue;
            if (text.IsErased(source)) { isKnown = true; continue; }
            if (first < 0) first = source;
            text.Erase(source);
        }
        return first >= 0 && !isKnown;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_chars, 0, Length);
        Length = 0;
        Around.Clear();
        _replacement.Clear();
    }

    private void Append(char c, int source)
    {
        if (Length == _chars.Length)
        {
            var old = _chars;
            Array.Resize(ref _chars, Length * 2);
            Array.Clear(old);
            Array.Resize(ref _sources, Length * 2);
        }
        (_chars[Length], _sources[Length]) = (c, source);
        Length++;
    }
}
