using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>A value with a digit or a letter that was hardly understood beside it takes that in:
/// what was misheard may be the rest of it.</summary>
internal static class DoubtfulWords
{
    private const int MostWords = 3;

    /// <summary>The range with the doubtful words that follow on one another at its ends, on its own line.</summary>
    public static TextSpan Widen(Transcript transcript, TextSpan region)
    {
        var doubtful = transcript.Doubtful;
        if (doubtful.IsEmpty) return region;
        var text = transcript.Master.Text;
        var next = FirstStartingAt(doubtful, region.End);
        var (start, end) = (region.Start, region.End);
        for (var i = next; i < doubtful.Length && i < next + MostWords && IsGap(text, end, doubtful[i].Start); i++) end = doubtful[i].End;
        var before = FirstStartingAt(doubtful, region.Start) - 1;
        for (var i = before; i >= 0 && i > before - MostWords && doubtful[i].End <= start && IsGap(text, doubtful[i].End, start); i--)
            start = doubtful[i].Start;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsGap(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(text[i]) || text[i] == '\n') return false;
        return to >= from;
    }

    private static int FirstStartingAt(ImmutableArray<TextSpan> spans, int position)
    {
        int low = 0, high = spans.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (spans[middle].Start >= position) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
