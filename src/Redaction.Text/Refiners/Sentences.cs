namespace Redaction.Text;

/// <summary>The stretch of text that speaks of one thing.</summary>
internal static class Sentences
{
    /// <summary>The sentence or line that holds <paramref name="value"/>, at most <paramref name="reach"/>
    /// characters to either side.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What stands in the sentence.</param>
    /// <param name="reach">How far to look, in characters.</param>
    /// <param name="linesBeside">A value that fills its line takes in the lines before and after it, as in a letterhead.</param>
    public static TextSpan Around(ReadOnlySpan<char> text, TextSpan value, int reach, bool linesBeside = false)
    {
        int start = Start(text, value.Start, reach), end = End(text, value.End, reach);
        if (linesBeside && end - start <= value.Length + 4 && text[start..end].Trim(" \r\t,;|-").Length <= value.Length)
        {
            start = Start(text, Math.Max(0, start - 1), reach);
            end = End(text, Math.Min(text.Length, end + 1), reach);
        }
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>True for a value that is all of the text.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text, TextSpan value) => text.Trim().Length <= value.Length;

    /// <summary>True when a finding of the type has the score.</summary>
    public static bool Has(FindingSink<TextSpan> findings, EntityType type, float least)
    {
        foreach (ref readonly var finding in findings.Items)
            if (finding.Type == type && finding.Score >= least) return true;
        return false;
    }

    private static int Start(ReadOnlySpan<char> text, int at, int reach)
    {
        var i = at;
        while (i > 0 && at - i < reach && text[i - 1] != '\n' && !EndsSentence(text, i - 2)) i--;
        return i;
    }

    private static int End(ReadOnlySpan<char> text, int at, int reach)
    {
        var i = at;
        while (i < text.Length && i - at < reach && text[i] != '\n' && !EndsSentence(text, i)) i++;
        return i;
    }

    /// <summary>A point, question or exclamation mark before a space ends a sentence, unless the word before it is short,
    /// as abbreviations are.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text, int at) =>
        at > 2 && at + 1 < text.Length && text[at + 1] == ' ' && text[at] is '.' or '?' or '!'
        && (text[at] != '.'
            || (char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at - 2]) && char.IsLetterOrDigit(text[at - 3])));
}
