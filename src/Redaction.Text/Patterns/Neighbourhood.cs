namespace Redaction.Text;

/// <summary>Looks at the characters directly beside a value.</summary>
internal static class Neighbourhood
{
    private const int LongestSuffix = 5;

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

    /// <summary>True for a number in code with what says how wide it is: <c>4111111111111111u64</c>, <c>…L</c>, <c>…n</c>.</summary>
    public static bool IsBeforeSuffix(ReadOnlySpan<char> text, TextSpan span)
    {
        if (span.Start > 0 && IsWord(text[span.Start - 1])) return false;
        var rest = text[span.End..Math.Min(text.Length, span.End + LongestSuffix + 1)];
        var length = 0;
        while (length < rest.Length && IsWord(rest[length])) length++;
        return rest[..length] is "L" or "l" or "n" or "LL" or "ll" or "UL" or "ul" or "ULL" or "ull" or "u64" or "i64" or "u128" or "i128"
            or "usize" or "isize" or "_u64" or "_i64" or "_u128";
    }

    /// <summary>True for characters that join a value to a longer word.</summary>
    internal static bool IsWord(char c) => c == '_' || (char.IsLetterOrDigit(c) && !IsOfUnspacedScript(c));

    /// <summary>True between a script without spaces and a word in Latin letters: <c>或者QQ</c>.</summary>
    internal static bool IsScriptChange(char before, char after) => char.IsAsciiLetter(after) && IsOfUnspacedScript(before);

    /// <summary>Thai, Chinese and Japanese put no space beside a value, and Korean adds particles to it.</summary>
    private static bool IsOfUnspacedScript(char c) =>
        c >= '\u0E00'
            && c is <= '\u0E7F' or (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uAC00' and <= '\uD7AF');

    private static bool IsJoiner(char c) => c is '-' or '.' or '/' or ':' or '\u2011' or '\u2010';
}
