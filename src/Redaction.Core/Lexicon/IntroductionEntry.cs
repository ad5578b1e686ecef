namespace Redaction;

/// <summary>One title or phrase of the lexicon.</summary>
internal readonly record struct IntroductionEntry
{
    private const int MostWithPoint = 4;

    public IntroductionEntry(string words, IntroductionKind kind, bool needsCapital)
    {
        Words = words;
        Kind = kind;
        NeedsCapital = needsCapital;
    }

    /// <summary>The words in small letters, with a straight apostrophe.</summary>
    public string Words { get; }

    public IntroductionKind Kind { get; }

    /// <summary>True where the words in small letters mean something else.</summary>
    public bool NeedsCapital { get; }

    /// <summary>Index after the words where they stand at a place of the text, free of other words; 0 when they do not.</summary>
    public int EndAt(ReadOnlySpan<char> text, int at)
    {
        if (at < 0 || at + Words.Length > text.Length || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) return 0;
        for (var i = 0; i < Words.Length; i++)
            if (!IsSame(text[at + i], Words[i])) return 0;
        var end = at + Words.Length;
        if (NeedsCapital && !char.IsUpper(text[at])) return 0;
        if (end == text.Length || char.IsLetterOrDigit(text[end])) return 0;
        return Kind switch
        {
            IntroductionKind.Title => AfterPoint(text, end),
            IntroductionKind.Closing => text[end] == ',' ? end + 1 : 0,
            _ => end,
        };
    }

    /// <summary>"Dr." is short for a word; "doctor." ends a sentence.</summary>
    private int AfterPoint(ReadOnlySpan<char> text, int end)
    {
        if (Words[^1] != '.' && text[end] == '.') return Words.Length <= MostWithPoint ? end + 1 : 0;
        return Words[^1] == '.' || text[end] is ' ' or '\u00A0' or '\n' or '\r' ? end : 0;
    }

    private static bool IsSame(char written, char c) =>
        written == c || char.ToLowerInvariant(written) == c || (written == '\u2019' && c == '\'') || (written == '\u00A0' && c == ' ');
}
