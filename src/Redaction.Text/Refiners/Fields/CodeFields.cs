using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Fields whose values are words of a program: the roles of a chat, kinds, states, labels of annotations.</summary>
internal static class CodeFields
{
    private const int Longest = 48;

    /// <summary>Whatever stands there as one word is one of a fixed set.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_fixed = Set(
        "role type kind status level severity priority method mode lang language locale timezone tz encoding charset codec format mime "
        + "unit units currency split op operation protocol scheme direction visibility stage phase env environment reason category "
        + "entitytype entitygroup subcategory");

    /// <summary>A word in small letters, or in capitals alone, is one of a fixed set.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_likely = Set(
        "from speaker author sender source channel class state event action object model label labels tag tags entity group "
        + "ner pos upos xpos dep relation intent task domain topic theme color colour font license queue tool "
        + "toname fromname rectanglelabels gender sex result outcome");

    /// <summary>Names of things, of a few words at most.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = Set(
        "product productname producttitle item itemname sku brand brandname color colour colorname colourname font fontfamily fontname "
        + "typeface flavour flavor fabric material finish shade cultivar variety model modelname devicemodel phonemodel carmodel "
        + "theme themename colorscheme colourscheme colortheme skin preset template layout plan planname tier edition package "
        + "packagename team teamname mascot breed dish recipe meal menu ingredient cocktail drink wine cheese beer tea song album "
        + "level mission quest weapon spell character scene screen icon category collection series genre shell plugin extension "
        + "framework library command action button placeholder helptext strain species plant pattern");

    /// <summary>True for a value that, as a whole, is such a word.</summary>
    /// <param name="field">Column or JSON path.</param>
    /// <param name="value">The whole value.</param>
    public static bool Hold(ReadOnlySpan<char> field, ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > Longest) return false;
        if (!IsOneWord(value)) return value.Count(' ') is > 0 and < 3 && IsThing(field);
        var isCode = !IsCapitalised(value);
        if (isCode && ChatRoles.Contains(value) && !char.IsUpper(value[0])) return true;
        Span<char> name = stackalloc char[Longest];
        var last = LastWord(field, name, out var whole);
        if (s_things.Contains(whole)) return true;
        return s_fixed.Contains(last) || s_fixed.Contains(whole) || (isCode && (s_likely.Contains(last) || s_likely.Contains(whole)));
    }

    private static bool IsThing(ReadOnlySpan<char> field)
    {
        Span<char> name = stackalloc char[Longest];
        LastWord(field, name, out var whole);
        return s_things.Contains(whole);
    }

    private static bool IsOneWord(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.' or '/' or ':' or '+')) return false;
        return char.IsAsciiLetter(value[0]);
    }

    /// <summary>A capital and small letters: how names are written.</summary>
    private static bool IsCapitalised(ReadOnlySpan<char> value) =>
        char.IsAsciiLetterUpper(value[0]) && value.ContainsAnyInRange('a', 'z') && !value.ContainsAny('_', '/', ':');

    /// <summary>The last word of the last part of a path, and that part as a whole without signs.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> field, Span<char> buffer, out ReadOnlySpan<char> whole)
    {
        while (field.EndsWith("[*]", StringComparison.Ordinal)) field = field[..^3];
        field = field[(field.LastIndexOf('.') + 1)..];
        int length = 0, start = 0;
        for (var i = 0; i < field.Length && length < buffer.Length; i++)
        {
            if (!char.IsLetterOrDigit(field[i])) { start = length; continue; }
            if (i > 0 && char.IsUpper(field[i]) && char.IsLower(field[i - 1])) start = length;
            buffer[length++] = char.ToLowerInvariant(field[i]);
        }
        whole = buffer[..length].ToString();
        return buffer[start..length].ToString();
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
