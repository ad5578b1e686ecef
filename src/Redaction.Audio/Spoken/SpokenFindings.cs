namespace Redaction.Audio;

/// <summary>Reports values in the characters of the transcript.</summary>
internal static class SpokenFindings
{
    /// <summary>Adds a finding for each line that the words lie on, so that a reply in the middle of a value keeps its line.</summary>
    public static void Add(
        in SpokenWords words, int first, int last, EntityType type, float score, string detector, FindingSink<TextSpan> findings)
    {
        for (var i = first; i <= last;)
        {
            var end = i;
            while (end < last && words[end + 1].Line == words[i].Line) end++;
            if (Part(words, i, end, i > first, end < last) is { } part) findings.Add(new(type, part, score, detector));
            i = end + 1;
        }
    }

    /// <summary>The words of a line without the fillers around them; null where there is nothing else.</summary>
    private static TextSpan? Part(in SpokenWords words, int first, int last, bool trimsStart, bool trimsEnd)
    {
        int start = -1, end = -1;
        for (var i = first; i <= last;)
        {
            var length = words[i].May(WordKinds.Oh) ? 0
                : words.Match(i, WordKinds.Filler | WordKinds.Correction | WordKinds.Restart, out _);
            if (length == 0)
            {
                start = start < 0 ? i : start;
                end = i++;
            }
            else i += length;
        }
        return start < 0 ? null : words.Span(trimsStart ? start : first, trimsEnd ? end : last);
    }
}
