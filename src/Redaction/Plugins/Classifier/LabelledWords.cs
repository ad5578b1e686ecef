namespace Redaction;

/// <summary>Joins the words of a text that a model labelled to spans.</summary>
internal static class LabelledWords
{
    /// <summary>The spans of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="best">The label of each piece.</param>
    /// <param name="scores">How sure the model is of it.</param>
    /// <param name="labels">The labels by their numbers.</param>
    public static List<PluginSpan> Spans(
        ReadOnlySpan<char> text, List<TextPiece> pieces, ReadOnlySpan<int> best, ReadOnlySpan<float> scores, LabelScheme[] labels)
    {
        var spans = new List<PluginSpan>();
        var (open, words, sum, piece) = (default(LabelScheme), 0, 0f, 0);
        for (var at = TextWords.Blanks(text); at < text.Length; at += TextWords.Blanks(text[at..]))
        {
            var end = at + TextWords.Length(text[at..]);
            piece = Of(pieces, piece, at, end);
            var label = piece < 0 ? default : labels[best[piece]];
            var score = piece < 0 ? 0 : scores[piece];
            piece = Math.Max(piece, 0);
            if (label.Name is { } name)
            {
                var goesOn = open.Name == name && !open.Ends && !label.Begins;
                (words, sum) = goesOn ? (words + 1, sum + score) : (1, score);
                var span = new PluginSpan(goesOn ? spans[^1].Start : at, end, name, Math.Clamp(sum / words, 0, 1));
                if (goesOn) spans[^1] = span;
                else spans.Add(span);
            }
            open = label;
            at = end;
        }
        return spans;
    }

    /// <summary>The first piece that begins in a word, else the one that reaches into it; -1: none does.</summary>
    private static int Of(List<TextPiece> pieces, int from, int start, int end)
    {
        while (from < pieces.Count && pieces[from].End <= start) from++;
        if (from == pieces.Count || pieces[from].Start >= end) return -1;
        for (var i = from; i < pieces.Count && pieces[i].Start < end; i++)
            if (pieces[i].Start >= start && pieces[i].End > pieces[i].Start) return i;
        return from;
    }
}
