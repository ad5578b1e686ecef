namespace Redaction.Text;

/// <summary>Thai names after a title that is joined to them (<c>นายสมชาย ใจดี</c>). The title is not part of the name.</summary>
internal static class ThaiNames
{
    private const int Shortest = 2, Longest = 16;
    private static readonly string[] s_titleWords = ["นางสาว", "นาย", "นาง", "น.ส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง", "นพ.", "พญ.",
        "ดร."];
    private static readonly PhraseSearch s_titles = new(StringComparison.Ordinal, s_titleWords);

    /// <summary>How words go on that only begin like a title: prime minister, agent, employer, soldier, physician.</summary>
    private static readonly string[] s_others = ["ก", "หน้า", "จ้าง", "ทหาร", "แพทย์", "ท่า", "ทะเบียน", "ตำรวจ", "อำเภอ", "ฟ้า", "แบบ",
        "เอก", "ร้าย"];

    private static readonly string[] s_labels = ["เบอร์", "โทร", "ที่อยู่", "อายุ", "อีเมล", "เลข", "วัน", "เกิด", "และ", "กับ", "ที่",
        "ได้", "เป็น", "มี"];

    /// <summary>Adds the names.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = s_titles.Next(text, 0); at >= 0;) at = s_titles.Next(text, Math.Max(at + 1, After(text, at, findings)));
    }

    private static int After(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        if (at > 0 && IsThai(text[at - 1]) && !text[..at].EndsWith("ชื่อ", StringComparison.Ordinal)
            && !text[..at].EndsWith("คือ", StringComparison.Ordinal)) return 0;
        var start = at;
        foreach (var title in s_titleWords)
            if (text[at..].StartsWith(title, StringComparison.Ordinal)) { start = at + title.Length; break; }
        if (start < text.Length && text[start] == ' ') start++;
        var end = WordEnd(text, start);
        if (end - start is < Shortest or > Longest || Begins(text[start..end], s_others)) return start;
        if (end + 1 < text.Length && text[end] == ' ' && WordEnd(text, end + 1) is var last && last - end - 1 is >= Shortest and <= Longest
            && !Begins(text[(end + 1)..last], s_labels)) end = last;
        ScriptNames.Add(start, end, ScriptNames.Told, findings);
        return end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsThai(text[end])) end++;
        return end;
    }

    private static bool Begins(ReadOnlySpan<char> word, string[] beginnings)
    {
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsThai(char c) => c is (>= '\u0E01' and <= '\u0E3A') or (>= '\u0E40' and <= '\u0E4E');
}
