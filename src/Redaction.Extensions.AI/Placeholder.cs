using System.Globalization;

namespace Redaction.Extensions.AI;

/// <summary>What stands for a value in a conversation, such as <c>[email-1]</c> or <c>[us.ssn-2]</c>.</summary>
internal static class Placeholder
{
    /// <summary>Longer ones are not written.</summary>
    private const int MostCharacters = 64;

    public static string Of(string type, int number) => string.Create(CultureInfo.InvariantCulture, $"[{type}-{number}]");

    /// <summary>The next stretch that has the form of a placeholder.</summary>
    public static TextSpan? Next(ReadOnlySpan<char> text, int from)
    {
        for (var start = from; start < text.Length; start++)
        {
            if (text[start] != '[') continue;
            var end = Inside(text, start);
            if (end < text.Length && text[end] == ']' && end > start + 1) return TextSpan.FromBounds(start, end + 1);
        }
        return null;
    }

    /// <summary>Where the beginning of a placeholder stands at the end of a text; the text's length where none does.</summary>
    public static int OpenEnd(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOf('[');
        return start >= 0 && text.Length - start < MostCharacters && Inside(text, start) == text.Length ? start : text.Length;
    }

    private static int Inside(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' or '_')) end++;
        return end;
    }
}
