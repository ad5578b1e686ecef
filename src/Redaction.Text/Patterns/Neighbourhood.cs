namespace Redaction.Text;

/// <summary>Looks at the characters directly beside a value.</summary>
internal static class Neighbourhood
{
    /// <summary>True when the value stands free in the way that <paramref name="boundary"/> asks for.</summary>
    public static bool IsFree(ReadOnlySpan<char> text, TextSpan span, Boundary boundary)
    {
        if (span.Start > 0 && IsWord(text[span.Start - 1])) return false;
        if (span.End < text.Length && IsWord(text[span.End])) return false;
        if (boundary == Boundary.Word) return true;
        // "SSN:536-22-1234" is a label and its value; "12:536-22-1234" is one longer thing.
        var joinedBefore = span.Start > 1 && IsJoiner(text[span.Start - 1])
            && (text[span.Start - 1] == ':' ? char.IsDigit(text[span.Start - 2]) : IsWord(text[span.Start - 2]));
        var joinedAfter = span.End + 1 < text.Length && IsJoiner(text[span.End]) && IsWord(text[span.End + 1]);
        return !joinedBefore && !joinedAfter;
    }

    /// <summary>True for characters that join a value to a longer word.</summary>
    internal static bool IsWord(char c) => c == '_' || (char.IsLetterOrDigit(c) && !IsOfUnspacedScript(c));

    /// <summary>Thai, Chinese and Japanese put no space beside a value, and Korean adds particles to it.</summary>
    private static bool IsOfUnspacedScript(char c) =>
        c >= '\u0E00'
            && c is <= '\u0E7F' or (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7AF');

    private static bool IsJoiner(char c) => c is '-' or '.' or '/' or ':' or '\u2011' or '\u2010';
}
