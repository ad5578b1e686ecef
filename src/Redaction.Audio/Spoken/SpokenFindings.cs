namespace Redaction.Audio;

/// <summary>Reports values in the characters of the transcript.</summary>
internal static class SpokenFindings
{
    /// <summary>Adds a finding for each line that the words lie on, so that a reply in the middle of a value keeps its line.</summary>
    public static void Add(in SpokenWords words, int first, int last, EntityType type, float score, string detector, FindingSink<TextSpan> findings)
    {
        for (var i = first; i <= last;)
        {
            var end = i;
            while (end < last && words[end + 1].Line == words[i].Line) end++;
            if (end - i == last - first || IsPart(words, i, end)) findings.Add(new(type, words.Span(i, end), score, detector));
            i = end + 1;
        }
    }

    /// <summary>False for a line of nothing but fillers.</summary>
    private static bool IsPart(in SpokenWords words, int first, int last)
    {
        for (var i = first; i <= last;)
        {
            var length = words.Match(i, WordKinds.Filler | WordKinds.Correction | WordKinds.Restart, out _);
            if (length == 0) return true;
            i += length;
        }
        return false;
    }
}
