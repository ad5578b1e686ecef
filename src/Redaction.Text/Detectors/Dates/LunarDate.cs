namespace Redaction.Text;

/// <summary>Dates of the Islamic and the Hebrew calendar: <c>12 Ramadan 1405</c>, <c>١٢ رمضان ١٤٠٥ هـ</c>, <c>ט״ו בשבט תשמ״ה</c>,
/// <c>3 Nisan 5745</c>. Most names of their months name persons too: a day before or a year after tells the month.</summary>
internal static class LunarDate
{
    private const int MostGap = 8, LongestNumeral = 6;
    private const float WithYear = 0.85f, WithoutYear = 0.6f;

    private static readonly string[] s_latin =
    [
        "Muharram", "Safar", "Rabi al-", "Rabi' al-", "Rabi' ath-", "Rabi I", "Rabiulawal", "Rabiulakhir", "Jumada ", "Jumadal", "Jumadil",
        "Rajab", "Sha'ban", "Shaban", "Syaban", "Ramadan", "Ramadhan", "Ramazan", "Shawwal", "Syawal", "Dhu al-", "Dhul ", "Dhu'l-",
        "Dhul-", "Zulhijjah", "Zulkaidah", "Zulhijah", "Zilhicce", "Tishrei", "Tishri", "Cheshvan", "Heshvan", "Kislev", "Tevet", "Shevat",
        "Shvat", "Adar", "Nisan", "Iyar", "Iyyar", "Sivan", "Tammuz", "Menachem Av", "Elul",
    ];

    private static readonly string[] s_other =
    [
        "محرم", "المحرم", "صفر", "ربيع الأول", "ربيع الاول", "ربيع الآخر", "ربيع الثاني", "جمادى الأولى", "جمادى الاولى", "جمادى الآخرة",
        "جمادى الثانية", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي القعدة", "ذو الحجة", "ذي الحجة", "ربیع الاول", "ربیع الثانی",
        "جمادی الاول", "جمادی الثانی", "ذیقعده", "ذیحجه", "ذی القعده", "ذی الحجه", "תשרי", "חשוון", "חשון", "מרחשוון", "כסלו", "טבת", "שבט",
        "אדר א׳", "אדר ב׳", "אדר", "ניסן", "אייר", "סיוון", "סיון", "תמוז", "מנחם אב", "באב", "אלול",
    ];

    private static readonly PhraseSearch s_latinSearch = new(StringComparison.Ordinal, s_latin);
    private static readonly PhraseSearch s_otherSearch = new(StringComparison.Ordinal, s_other);
    private static readonly string[] s_links = ["of ", "من ", "عام ", "سنة ", "سال ", "لعام ", "לשנת ", "שנת ", "ה׳", "ה'"];
    private static readonly string[] s_eras = [" هـ", "هـ", " ه", " AH", " A.H.", " H", " AM", " ق"];

    /// <summary>Adds the dates.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        Find(text, s_latinSearch, s_latin, findings);
        Find(text, s_otherSearch, s_other, findings);
    }

    private static void Find(ReadOnlySpan<char> text, PhraseSearch search, string[] names, FindingSink<TextSpan> findings)
    {
        for (var at = search.Next(text, 0); at >= 0;)
        {
            var end = NameEnd(text, at, names);
            var start = at > 0 && text[at - 1] == 'ב' ? at - 1 : at; // "in", joined to the month
            if (start == 0 || !char.IsLetter(text[start - 1])) At(text, start, end, findings);
            at = search.Next(text, Math.Max(at + 1, end));
        }
    }

    private static void At(ReadOnlySpan<char> text, int start, int end, FindingSink<TextSpan> findings)
    {
        if (end < text.Length && char.IsLetter(text[end])) return;
        var day = Day(text, start);
        var year = Year(text, end);
        var isZero = text[start..end] is "صفر" or "Safar" or "באב"; // zero, a name, "in the father"
        if (day < 0 ? year < 0 : isZero && year < 0) return;
        if (day < 0 && text[start] < '\u0590' && text[end - 1] == ' ') return;
        var from = day < 0 ? start : day;
        var to = year < 0 ? end : year;
        findings.Add(new(EntityTypes.Date, TextSpan.FromBounds(from, to), year < 0 ? WithoutYear : WithYear, "spelled-date"));
    }

    /// <summary>Behind the name, with the rest of a name of two words in Latin letters.</summary>
    private static int NameEnd(ReadOnlySpan<char> text, int at, string[] names)
    {
        var longest = 0;
        foreach (var name in names)
            if (name.Length > longest && text[at..].StartsWith(name, StringComparison.Ordinal)) longest = name.Length;
        var end = at + longest;
        if (text[end - 1] is '-' or ' ' || text[at..end].EndsWith("Jumadal"))
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or '\'' or '’')) end++;
        return end;
    }

    /// <summary>Where the day before the month begins; negative when none stands there.</summary>
    private static int Day(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 2 && text[end - 1] is ' ' or '\u00A0' or '-') end--;
        if (end == start) return -1;
        if (end > 2 && text[(end - 2)..end] is "of" && text[end - 3] == ' ') end -= 3;
        if (end > 1 && text[(end - 2)..end] is "th" or "st" or "nd" or "rd") end -= 2;
        var first = end;
        while (first > 0 && end - first < 3 && char.IsDigit(text[first - 1])) first--;
        if (end - first is 1 or 2) return first > 0 && (char.IsLetterOrDigit(text[first - 1])
            || text[first - 1] is '.' or ',') ? -1 : first;
        return Numeral(text, end) is var numeral && numeral < end && end - numeral <= 4 ? numeral : -1;
    }

    /// <summary>Where the Hebrew numeral that ends here begins, which its sign tells: <c>ט״ו</c>, <c>ג׳</c>.</summary>
    private static int Numeral(ReadOnlySpan<char> text, int end)
    {
        var first = end;
        while (first > 0 && end - first < LongestNumeral && (text[first - 1] is >= '\u05D0' and <= '\u05EA'
            || IsGeresh(text[first - 1]))) first--;
        var numeral = text[first..end];
        if (numeral.Length > 2 && numeral[0] == 'ב' && numeral[1] != '׳')
        {
            first++;
            numeral = numeral[1..];
        }
        return numeral.Length >= 2 && (IsGeresh(numeral[^1]) || IsGeresh(numeral[^2])) ? first : end;
    }

    /// <summary>Where the year behind the month ends, with its era; negative when none stands there.</summary>
    private static int Year(ReadOnlySpan<char> text, int end)
    {
        var i = end;
        while (i < text.Length && i - end < 3 && text[i] is ' ' or ',' or '\u00A0' or '-') i++;
        if (i == end) return -1;
        foreach (var link in s_links)
            if (text[i..].StartsWith(link, StringComparison.Ordinal)) { i += link.Length; break; }
        var stop = i;
        while (stop < text.Length && stop - i < 5 && char.IsDigit(text[stop])) stop++;
        if (stop - i == 4 && IsYear(text.Slice(i, 4))) return Era(text, stop);
        stop = i;
        while (stop < text.Length && stop - i < MostGap && (text[stop] is >= '\u05D0' and <= '\u05EA' || IsGeresh(text[stop]))) stop++;
        return stop - i >= 4 && text[i] == 'ת' && Numeral(text, stop) < stop ? stop : -1;
    }

    private static int Era(ReadOnlySpan<char> text, int end)
    {
        foreach (var era in s_eras)
            if (text[end..].StartsWith(era, StringComparison.Ordinal)
                && (end + era.Length == text.Length || !char.IsLetterOrDigit(text[end + era.Length]))) return end + era.Length;
        return end;
    }

    private static bool IsYear(ReadOnlySpan<char> digits)
    {
        var year = 0;
        foreach (var c in digits) year = year * 10 + (int)char.GetNumericValue(c);
        return year is >= 1200 and <= 1500 or >= 5500 and <= 5900;
    }

    private static bool IsGeresh(char c) => c is '׳' or '״' or '\'' or '"';
}
