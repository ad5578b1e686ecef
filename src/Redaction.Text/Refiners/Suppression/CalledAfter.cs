using System.Buffers;

namespace Redaction.Text;

/// <summary>What is called after a person and is nobody: fonts, dishes, brands and breeds by their whole name (<c>Gill Sans</c>,
/// <c>Earl Grey</c>), a name before a thing in small letters (<c>Allen key</c>), one of several units, colours or languages of
/// programs.</summary>
internal static class CalledAfter
{
    private const int MostBefore = 1, MostAfter = 2, LongestWord = 24, Window = 80, FewestOfGroup = 3;

    private static readonly SearchValues<char> s_between = SearchValues.Create(" ,;.:()/\n\t\"");

    /// <summary>After these somebody gets the thing: <c>gave Mary tea</c>.</summary>
    private static readonly WordSet s_giving = new(
        "give gives gave giving given send sends sent sending bring brings brought buy buys bought make makes made pass passed hand "
            + "handed show "
        + "shows showed tell tells told serve served feed feeds fed offer offers offered cook cooked lend lent teach taught get gets "
        + "got order "
        + "ordered owe owes owed read paint painted knit knitted bake baked pour poured sell sold throw threw call called dear with "
        + "for and to");

    /// <summary>What persons do and things called after them do not: before these a surname that is a font's too is a person's.</summary>
    private static readonly WordSet s_acts = new(
        "was is has had will would can could says said writes wrote calls called asks asked agreed agrees answered answers replied "
        + "came comes went goes lives lived works worked left signed sent told wants wanted needs reported complained changed placed "
        + "paid bought booked ordered owes died moved joined thinks thought knows knew promised visited arrived confirmed");

    /// <summary>Behind these stands whom somebody speaks with, or who is cared for.</summary>
    private static readonly WordSet s_addressing = new("call ask tell phone email met saw patient contact told asked called");

    /// <summary>True for a finding of the names model that names such a thing.</summary>
    public static bool Hold(ReadOnlySpan<char> text, TextSpan region) =>
        IsWhole(text, region) || IsBeforeNoun(text, region) || IsInGroup(text, region) || IsNumbered(text, region);

    /// <summary>A language or program before its version: <c>Ada 2022</c>, <c>Julia 1.9</c>.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text, TextSpan region) =>
        region.End + 1 < text.Length && text[region.End] == ' ' && char.IsAsciiDigit(text[region.End + 1])
        && NameWords.IsSoftware(text.Slice(region.Start, region.Length));

    /// <summary>The finding, with at most one word before and two after it, is such a name.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text, TextSpan region)
    {
        var start = region.Start;
        var value = text.Slice(start, region.Length);
        if (!value.Contains(' ') && IsActing(text, region)) return false;
        // and a thing
        if (value.LastIndexOf(' ') is > 0 and var last && char.IsLower(value[last + 1]) && NameWords.IsEponym(value[..last])) return true;
        for (var before = 0; before <= MostBefore; before++)
        {
            var end = region.End;
            for (var after = 0; after <= MostAfter; after++)
            {
                if (NameWords.IsEponym(text[start..end])) return true;
                if (end + 1 >= text.Length || text[end] is not (' ' or '-') || !char.IsLetter(text[end + 1])) break;
                end = WordEnd(text, end + 1);
            }
            if (start < 2 || text[start - 1] != ' ' || !char.IsLetter(text[start - 2])) break;
            start = AddressText.WordStart(text, start - 1);
        }
        return false;
    }

    /// <summary>One word that does what persons do, or is spoken with.</summary>
    private static bool IsActing(ReadOnlySpan<char> text, TextSpan region)
    {
        if (region.End + 2 < text.Length && text[region.End] == ' '
            && s_acts.Contains(text[(region.End + 1)..WordEnd(text, region.End + 1)])) return true;
        return region.Start > 1 && text[region.Start - 1] == ' '
            && s_addressing.Contains(text[AddressText.WordStart(text, region.Start - 1)..(region.Start - 1)]);
    }

    /// <summary>One capital word, and the thing in small letters at its end or behind it.</summary>
    private static bool IsBeforeNoun(ReadOnlySpan<char> text, TextSpan region)
    {
        var value = text.Slice(region.Start, region.Length);
        if (!char.IsUpper(value[0])) return false;
        var space = value.IndexOf(' ');
        var noun = value[(space + 1)..];
        if (space < 0)
        {
            if (region.End + 2 >= text.Length || text[region.End] != ' ') return false;
            noun = text[(region.End + 1)..WordEnd(text, region.End + 1)];
        }
        return noun.Length > 0 && char.IsLower(noun[0]) && NameWords.IsNoun(noun) && !IsGiven(text, region.Start);
    }

    private static bool IsGiven(ReadOnlySpan<char> text, int start) =>
        start > 1 && text[start - 1] == ' ' && s_giving.Contains(text[AddressText.WordStart(text, start - 1)..(start - 1)]);

    /// <summary>One of at least three of a group that stand together, of which nobody is called one.</summary>
    private static bool IsInGroup(ReadOnlySpan<char> text, TextSpan region)
    {
        var groups = NameWords.GroupsOf(text.Slice(region.Start, region.Length)) & ~NameWords.OfPersons;
        if (groups == 0) return false;
        var near = text[Math.Max(0, region.Start - Window)..Math.Min(text.Length, region.End + Window)];
        var (count, isSure) = (0, false);
        foreach (var range in near.SplitAny(s_between))
            if (NameWords.GroupsOf(near[range]) is var others && (others & groups) != 0)
            {
                count++;
                isSure |= (others & NameWords.OfPersons) == 0;
            }
        return count >= FewestOfGroup && isSure;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestWord && (char.IsLetter(text[end]) || text[end] is '\'' or '’')) end++;
        return end;
    }
}
