namespace Redaction.Text;

/// <summary>Names in Cyrillic that their form tells: with a patronymic (<c>Пётр Сергеевич Иванов</c>) or two initials
/// (<c>Иванов П. С.</c>).</summary>
internal static class PatronymicNames
{
    private const int Shortest = 6, ShortestSurname = 3, MostEnding = 2;
    private static readonly PhraseSearch s_endings = new(
        StringComparison.Ordinal,
        ["ович", "евич", "йович", "ильич", "овна", "евна", "ична", "івна", "ївна", "овны", "евны", "ичны", "овне", "евне", "овной",
            "евной", "івни", "овну", "евну"]);

    /// <summary>Adds the names.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = s_endings.Next(text, 0); at >= 0;)
            at = s_endings.Next(text, Math.Max(at + 1, Patronymic(text, at, findings)));
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOf('.');
            if (step < 0) return;
            at += step;
            at = Math.Max(at + 1, Initials(text, at, findings));
        }
    }

    private static int Patronymic(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        int start = at, end = at;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        if (end - start < Shortest || end - at > 4 + MostEnding || !char.IsUpper(text[start])) return end;
        var first = CapitalBefore(text, start);
        if (first == start) return end;
        var surname = CapitalBefore(text, first);
        var after = CapitalAfter(text, end);
        if (after > end)
        {
            end = after;
            if (!IsSurname(text[surname..Math.Max(surname, first - 1)])) surname = first; // "Врач Пётр Сергеевич Громов"
        }
        ScriptNames.Add(surname, end, ScriptNames.Told, findings);
        return end;
    }

    /// <summary>Two single capitals with a point each, and a capital word before or after them.</summary>
    private static int Initials(ReadOnlySpan<char> text, int point, FindingSink<TextSpan> findings)
    {
        if (!IsInitial(text, point - 1) || (point > 1 && char.IsLetter(text[point - 2]))) return 0;
        var second = point + 1;
        if (second < text.Length && text[second] is ' ' or '\u00A0') second++;
        if (!IsInitial(text, second) || second + 1 >= text.Length || text[second + 1] != '.') return 0;
        int start = point - 1, end = second + 2;
        var before = CapitalBefore(text, start);
        if (before < start && start - before > ShortestSurname) { ScriptNames.Add(before, end, ScriptNames.Told, findings); return end; }
        var after = CapitalAfter(text, text.Length > end && text[end] is not (' ' or '\u00A0') ? end - 1 : end);
        if (after - end < ShortestSurname) return 0;
        ScriptNames.Add(start, after, ScriptNames.Told, findings);
        return after;
    }

    private static bool IsSurname(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ов", "ев", "ёв", "ин", "ын", "ий", "ой", "ая", "ова", "ева", "ина", "ко", "ук", ""
            + "юк", "их"])
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsInitial(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && text[at] is (>= '\u0410' and <= '\u042F') or 'І' or 'Ї' or 'Є' or 'Ё';

    /// <summary>Start of the capital word before a space; <paramref name="at"/> when there is none.</summary>
    private static int CapitalBefore(ReadOnlySpan<char> text, int at)
    {
        if (at < 3 || text[at - 1] is not (' ' or '\u00A0')) return at;
        var start = at - 1;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        return at - 1 - start > 1 && char.IsUpper(text[start]) && char.IsLower(text[start + 1]) ? start : at;
    }

    /// <summary>End of the capital word after a space; <paramref name="at"/> when there is none.</summary>
    private static int CapitalAfter(ReadOnlySpan<char> text, int at)
    {
        if (at + 3 >= text.Length || text[at] is not (' ' or '\u00A0' or '.')) return at;
        var end = at + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-')) end++;
        return end - at > 3 && char.IsUpper(text[at + 1]) && char.IsLower(text[at + 2]) ? end : at;
    }
}
