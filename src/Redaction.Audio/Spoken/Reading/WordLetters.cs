using System.Globalization;

namespace Redaction.Audio;

/// <summary>Which characters make up words.</summary>
internal static class WordLetters
{
    /// <summary>True for letters, digits, and the signs that belong to the letter before, such as the vowels of Devanagari.</summary>
    public static bool IsPart(char c) =>
        char.IsLetterOrDigit(c) || c >= '\u0300' && (char.IsSurrogate(c) || c is '\u200C' or '\u200D' || IsMark(c));

    /// <summary>True for characters of scripts that set no spaces: each is a word of its own.</summary>
    public static bool IsAlone(char c) => c is >= '\u3005' and <= '\u3007' or >= '\u3041' and <= '\u30FF' and not '\u30FB'
        or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF66' and <= '\uFF9D';

    /// <summary>True when a text has characters of such scripts.</summary>
    public static bool HasAlone(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3005', '\uFF9D');

    /// <summary>True for a sign that ends a sentence in any of the languages.</summary>
    public static bool EndsSentence(char c) => c is '.' or '?' or '!' or '。' or '．' or '？' or '！' or '؟' or '۔' or '।' or '｡';

    /// <summary>True for a sign that ends a part of a sentence.</summary>
    public static bool EndsClause(char c) => c is ',' or ':' or ';' or '，' or '、' or '；' or '：' or '،' or '؛' or '､';

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
