using System.Buffers;

namespace Redaction.Text;

/// <summary>A text as it reads without some of its spans: a type in brackets stands in the place of each, whatever the operator
/// writes. Places of it lead back to the text.</summary>
internal sealed class RedactedView
{
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly List<(TextSpan Written, TextSpan Original)> _parts = [];

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
        _text.Write("[");
        _text.Write(type);
        _text.Write("]");
        _parts.Add((TextSpan.FromBounds(start, _text.WrittenCount), original));
    }

    /// <summary>The view of a text under a plan.</summary>
    public static RedactedView Of(ReadOnlySpan<char> text, RedactionPlan<TextSpan> plan)
    {
        var view = new RedactedView();
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

    /// <summary>The context of the text for the view: named places stand where they stand in the view.</summary>
    public RedactionContext InView(RedactionContext context)
    {
        if (context.Around is not { Places.Count: > 0 } around) return context;
        var moved = new Surroundings { Caption = around.Caption, Words = around.Words };
        foreach (var place in around.Places)
            moved.Places.Add(new(Move(place.Start, isEnd: false), Move(place.End, isEnd: true), place.Meaning));
        return context with { Around = moved };
    }

    private int Move(int position, bool isEnd)
    {
        int low = 0, high = _parts.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var start = _parts[middle].Original.Start;
            if (start < position || (start == position && !isEnd)) low = middle + 1;
            else high = middle;
        }
        if (low == 0) return position;
        var (written, original) = _parts[low - 1];
        if (isEnd ? position <= original.End : position < original.End) return isEnd ? written.End : written.Start;
        return position + written.End - original.End;
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
