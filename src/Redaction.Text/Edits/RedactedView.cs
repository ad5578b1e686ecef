using System.Buffers;

namespace Redaction.Text;

/// <summary>A text as it reads without some of its spans: a type in brackets stands in the place of each, whatever the operator
/// writes. Places of it lead back to the text.</summary>
/// <param name="length">About how many characters it will have.</param>
/// <param name="parts">About how many spans will be replaced.</param>
internal sealed class RedactedView(int length, int parts)
{
    private const int Wider = 16;
    private readonly ArrayBufferWriter<char> _text = new(length + parts * Wider + 1);
    private readonly List<(TextSpan Written, TextSpan Original)> _parts = new(parts);

    /// <summary>The text, types in brackets included.</summary>
    public ReadOnlySpan<char> Text => _text.WrittenSpan;

    /// <summary>True when something stands in the place of something else.</summary>
    public bool HasParts => _parts.Count > 0;

    /// <summary>Adds what lies between two spans.</summary>
    public void Copy(ReadOnlySpan<char> between) => _text.Write(between);

    /// <summary>Puts a type in the place of a span of the text.</summary>
    public void Put(string type, TextSpan original)
    {
        var start = _text.WrittenCount;
        var written = _text.GetSpan(type.Length + 2);
        written[0] = '[';
        type.CopyTo(written[1..]);
        written[type.Length + 1] = ']';
        _text.Advance(type.Length + 2);
        _parts.Add((TextSpan.FromBounds(start, _text.WrittenCount), original));
    }

    /// <summary>The view of a text under a plan.</summary>
    public static RedactedView Of(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        var view = new RedactedView(text.Length, plan.Items.Length);
        var position = 0;
        foreach (ref readonly var item in plan.Items.AsSpan())
        {
            var span = item.Finding.Region;
            view.Copy(text[position..span.Start]);
            view.Put(item.Finding.Type.Name, span);
            position = span.End;
        }
        view.Copy(text[position..]);
        return view;
    }

    /// <summary>The places in the text of what of a region of the view is not written, where it says anything.</summary>
    public void AddOutside(TextSpan region, List<TextSpan> places)
    {
        var (at, shift) = (region.Start, 0);
        foreach (var (written, original) in _parts)
        {
            if (written.Start >= region.End) break;
            if (written.Start > at) Add(TextSpan.FromBounds(at, written.Start), shift, places);
            at = Math.Max(at, written.End);
            shift = original.End - written.End;
        }
        if (at < region.End) Add(TextSpan.FromBounds(at, region.End), shift, places);
    }

    /// <summary>The stretches of the view around what is written, in order and apart from each other.</summary>
    /// <param name="margin">Characters on either side.</param>
    public IEnumerable<TextSpan> AroundParts(int margin)
    {
        var (start, end) = (0, 0);
        foreach (var (written, _) in _parts)
        {
            var from = Math.Max(0, written.Start - margin);
            if (from > end)
            {
                if (end > 0) yield return TextSpan.FromBounds(start, end);
                start = from;
            }
            end = Math.Min(_text.WrittenCount, written.End + margin);
        }
        if (end > 0) yield return TextSpan.FromBounds(start, end);
    }

    /// <summary>The context of the text as it is in the view: places with names of their own are where they stand there.</summary>
    public RedactionContext ContextOf(RedactionContext context)
    {
        if (context.Around is not { Places.Count: > 0 } around) return context;
        var moved = new Surroundings { Caption = around.Caption, Words = around.Words };
        foreach (var place in around.Places)
            moved.Places.Add(place with { Start = InView(place.Start, isEnd: false), End = InView(place.End, isEnd: true) });
        return context with { Around = moved };
    }

    /// <summary>A place of the text in the view; one within what was replaced is at the edge of what stands there.</summary>
    private int InView(int position, bool isEnd)
    {
        int low = 0, high = _parts.Count; // the parts that begin before the position
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_parts[middle].Original.Start < position) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return position;
        var (written, original) = _parts[low - 1];
        return position >= original.End ? position - original.End + written.End : isEnd ? written.End : written.Start;
    }

    /// <summary>True when a region of the text touches what is written.</summary>
    public bool IsWritten(TextSpan region)
    {
        foreach (var (_, original) in _parts)
            if (original.Overlaps(region)) return true;
        return false;
    }

    private void Add(TextSpan part, int shift, List<TextSpan> places)
    {
        var text = Text.Slice(part.Start, part.Length);
        var (start, end, signs) = (-1, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && !char.IsSurrogate(text[i])) continue;
            signs++;
            if (start < 0) start = i;
            end = i + 1;
        }
        if (signs >= 2) places.Add(new(part.Start + start + shift, end - start));
    }
}
