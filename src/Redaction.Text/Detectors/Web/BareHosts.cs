using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Hosts without scheme or path (<c>anna-fell.example</c>), which are web addresses where the word before them
/// says so: <c>my website is</c>,
/// <c>domains: a.example b.example</c>.</summary>
internal static class BareHosts
{
    private const int MostHosts = 16, MostGap = 6, Longest = 253, LongestLast = 24;

    /// <summary>The words that hosts follow, also with the s of the plural.</summary>
    public static readonly string[] Labels = ["domain", "website", "homepage"];

    private static readonly SearchValues<char> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>What the names of files end in.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_files = (
        "html htm css js ts py rs rb sh pl cs cc md so ps php asp aspx jsp txt json xml yaml yml toml cfg conf ini log csv pdf doc docx "
        + "png jpg jpeg gif svg zip gz tar exe dll java cpp vue lock map").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the hosts after the label that begins at <paramref name="at"/>; returns where to go on.</summary>
    public static int After(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        if ((at > 0 && Neighbourhood.IsWord(text[at - 1])) || !IsLabel(text[at..end])) return end;
        var next = SkipLink(text, SkipGap(text, end));
        for (var count = 0; count < MostHosts && next > end; count++)
        {
            var host = End(text, next);
            if (host == next) break;
            findings.Add(new(EntityTypes.Url, TextSpan.FromBounds(next, host), 0.6f, "url"));
            end = host;
            next = SkipGap(text, end);
        }
        return end;
    }

    /// <summary>End of a host whose last part is of letters that no file ends in; <paramref name="start"/> when there is none.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        int end = start, dot = -1;
        for (; end < text.Length && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'); end++)
        {
            if (text[end] != '.') continue;
            if (end == start || text[end - 1] == '-' || end + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])) break;
            dot = end;
        }
        if (dot < 0 || (end < text.Length && (Neighbourhood.IsWord(text[end]) || text[end] is '/' or '@' or ':' or '('))) return start;
        var last = text[(dot + 1)..end];
        return last.Length is >= 2 and <= LongestLast && !last.ContainsAnyExcept(s_letters) && !s_files.Contains(last) ? end : start;
    }

    private static bool IsLabel(ReadOnlySpan<char> word)
    {
        foreach (var label in Labels)
            if (word.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (word.Length == label.Length || word[label.Length..] is "s"))
                return true;
        return false;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < MostGap && text[i] is ' ' or ':' or '=' or ',' or '"' or '\'') i++;
        return i;
    }

    private static int SkipLink(ReadOnlySpan<char> text, int at)
    {
        foreach (var link in (ReadOnlySpan<string>)["is ", "are ", "at ", "name "])
            if (text[at..].StartsWith(link, StringComparison.OrdinalIgnoreCase)) return SkipGap(text, at + link.Length);
        return at;
    }
}
