using System.Buffers;

namespace Redaction.Documents.Office;

/// <summary>Tells whether a formula would work out again what went from its cell: a string or number in it is part of that.</summary>
internal static class FormulaLiterals
{
    private const int FewestDigits = 3;
    private static readonly SearchValues<char> s_signs = SearchValues.Create(" \t.,;:-/");

    /// <summary>True when the value has a literal of the formula, as far as that is left.</summary>
    /// <param name="text">Holds the formula.</param>
    /// <param name="formula">Where it stands.</param>
    /// <param name="value">What goes from the cell.</param>
    public static bool Tell(EditableText text, TextSpan formula, ReadOnlySpan<char> value)
    {
        for (var i = formula.Start; i < formula.End;)
        {
            var isString = text.Chars[i] == '"';
            var start = isString ? i + 1 : i;
            var end = isString ? EndOfString(text.Chars, start, formula.End) : EndOfWord(text.Chars, start, formula.End);
            var literal = text.Chars[start..end];
            if ((isString ? literal.ContainsAnyExcept(s_signs) : IsNumber(literal)) && IsLeft(text, start, end)
                && value.Contains(literal, StringComparison.OrdinalIgnoreCase)) return true;
            i = Math.Max(end, start) + (isString ? 1 : end == start ? 1 : 0);
        }
        return false;
    }

    private static int EndOfString(ReadOnlySpan<char> chars, int at, int end)
    {
        while (at < end && chars[at] != '"') at++;
        return at;
    }

    /// <summary>A number, or a name or reference in which there may be digits.</summary>
    private static int EndOfWord(ReadOnlySpan<char> chars, int at, int end)
    {
        while (at < end && (char.IsLetterOrDigit(chars[at]) || chars[at] is '$' or '_' or '.' or '!')) at++;
        return at;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c != '.') return false;
        }
        return digits >= FewestDigits;
    }

    private static bool IsLeft(EditableText text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!text.IsErased(i)) return true;
        return false;
    }
}
