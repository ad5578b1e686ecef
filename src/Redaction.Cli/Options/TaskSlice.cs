namespace Redaction.Cli;

/// <summary>Cuts what a task needs out of a text: the segment, and a few words on both sides.</summary>
internal static class TaskSlice
{
    /// <summary>The span of the segment with <paramref name="words"/> words before and after it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segment">What the task is about.</param>
    /// <param name="words">Words of context on each side; a word is what stands between white space.</param>
    /// <exception cref="ArgumentException">The segment lies outside the text, or the number is negative.</exception>
    public static TextSpan Of(ReadOnlySpan<char> text, TextSpan segment, int words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        if (segment.Start < 0 || segment.Length < 0 || segment.End > text.Length)
            throw new ArgumentException("The segment lies outside the text.", nameof(segment));
        var (start, end) = (segment.Start, segment.End);
        // A segment that begins or ends within a word takes in the whole word: half of one can tell as much.
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        for (var i = 0; i < words && start > 0; i++) start = WordBefore(text, start);
        for (var i = 0; i < words && end < text.Length; i++) end = WordAfter(text, end);
        return new(start, end - start);
    }

    private static int WordBefore(ReadOnlySpan<char> text, int at)
    {
        var position = at;
        while (position > 0 && char.IsWhiteSpace(text[position - 1])) position--;
        if (position == 0) return at;
        while (position > 0 && !char.IsWhiteSpace(text[position - 1])) position--;
        return position;
    }

    private static int WordAfter(ReadOnlySpan<char> text, int at)
    {
        var position = at;
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
        if (position == text.Length) return at;
        while (position < text.Length && !char.IsWhiteSpace(text[position])) position++;
        return position;
    }
}
