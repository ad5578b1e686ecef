using System.Buffers;

namespace Redaction.Text;

/// <summary>Arguments of macros that are called after what they hold, as TeX writes them: <c>\author{…}</c>, <c>\address{…}</c>,
/// <c>\phone[mobile]{…}</c>, and <c>\name{Given}{Family}</c> of letters and curricula.</summary>
internal static class MacroArguments
{
    private const int LongestName = 24, Longest = 1000, LongestOption = 80, MostPieces = 64, MostArguments = 2;
    private static readonly SearchValues<char> s_cuts = SearchValues.Create("\\{},;&$%~\n");

    /// <summary>Adds what such arguments hold.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf('\\');
            if (step < 0) return;
            var start = position + step + 1;
            var length = 0;
            while (start + length < text.Length && length < LongestName && char.IsAsciiLetter(text[start + length])) length++;
            position = start + Math.Max(1, length);
            if (length < 4 || MeaningOf(text.Slice(start, length)) is not { } meaning) continue;
            Arguments(text, AfterOption(text, start + length), meaning, places);
        }
    }

    private static void Arguments(ReadOnlySpan<char> text, int at, FieldMeaning meaning, List<NamedPlace> places)
    {
        for (var count = 0; count < MostArguments && at < text.Length && text[at] == '{'; count++)
        {
            var end = Close(text, at);
            if (end < 0) return;
            Pieces(text, at + 1, end, meaning, places);
            at = end + 1;
            if (meaning.Type != EntityTypes.Person) return;
        }
    }

    /// <summary>What the name of a macro says; null for the thousands that say nothing.</summary>
    private static FieldMeaning? MeaningOf(ReadOnlySpan<char> name)
    {
        if (name is "author" or "authors" or "name" or "signature" or "firstname" or "familyname" or "lastname" or "recipient" or "to"
            or "editor" or "supervisor" or "advisor" or "correspondingauthor")
            return new(EntityTypes.Person, FieldKind.Single);
        if (FieldVocabulary.OfName(name, out var start) is not { } meaning || start > 0) return null;
        var isNumber = meaning.Kind == FieldKind.Code && meaning.Type != EntityTypes.Date && meaning.Type != EntityTypes.Age;
        return isNumber || (meaning.Kind == FieldKind.Whole && meaning.Type == EntityTypes.Address) ? meaning : null;
    }

    /// <summary>Persons stand between <c>\and</c>, notes and line breaks; anything else is one value.</summary>
    private static void Pieces(ReadOnlySpan<char> text, int start, int end, FieldMeaning meaning, List<NamedPlace> places)
    {
        if (meaning.Type != EntityTypes.Person)
        {
            places.Add(new(start, end, meaning));
            return;
        }
        for (var count = 0; start < end && count < MostPieces; count++)
        {
            var stop = text[start..end].IndexOfAny(s_cuts) is >= 0 and var cut ? start + cut : end;
            if (NamedForms.IsName(text[start..stop].Trim(), fewest: 1)) places.Add(new(start, stop, meaning));
            start = stop + 1;
            if (stop < end && text[stop] == '\\') start = AfterMacro(text, start, end);
        }
    }

    /// <summary>Behind the name of a macro, and behind what it takes where that is no part of a name.</summary>
    private static int AfterMacro(ReadOnlySpan<char> text, int at, int end)
    {
        var start = at;
        while (at < end && char.IsAsciiLetter(text[at])) at++;
        if (text[start..at] is "thanks" or "footnote" or "email" or "orcid" or "inst" or "affil" && at < end && text[at] == '{'
            && Close(text, at) is > 0 and var close && close < end) return close + 1;
        return Math.Max(at, start);
    }

    private static int AfterOption(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '[') return at;
        var close = text[at..Math.Min(text.Length, at + LongestOption)].IndexOf(']');
        return close < 0 ? at : at + close + 1;
    }

    /// <summary>The brace that closes the one at a place; -1 where none does nearby.</summary>
    private static int Close(ReadOnlySpan<char> text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open < Longest; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }
        return -1;
    }
}
