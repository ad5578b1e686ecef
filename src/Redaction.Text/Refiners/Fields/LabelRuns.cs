namespace Redaction.Text;

/// <summary>Labels and values that follow one another without marks, in scripts without capitals: <c>नाम अनिल शर्मा पता …</c>,
/// <c>이름 배수지 연락처 010-…</c>, <c>المريض سامي الحداد، رقم الملف 77120</c>. A single label may be a word of a sentence: two of them, or one
/// before a number, make a form.</summary>
internal static class LabelRuns
{
    private const int MostWords = 48, MostOfLabel = 3, MostOfName = 4, LongestLine = 400, UnspacedName = 3,
        LongestKatakana = 6;

    /// <summary>Adds the names of persons.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Span<TextSpan> words = stackalloc TextSpan[MostWords];
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAnyInRange('\u0590', '\uD7A3');
            if (step < 0) return;
            at += step;
            var start = text[..at].LastIndexOf('\n') + 1;
            var end = text[at..].IndexOf('\n') is >= 0 and var length ? at + length : text.Length;
            if (end - start <= LongestLine) Line(text, words[..Words(text, start, end, words)], places);
            at = end + 1;
        }
    }

    private static int Words(ReadOnlySpan<char> text, int start, int end, Span<TextSpan> words)
    {
        var count = 0;
        for (var i = start; i < end && count < words.Length;)
        {
            if (!IsOfWord(text[i])) { i++; continue; }
            var from = i;
            while (i < end && IsOfWord(text[i])) i++;
            words[count++] = TextSpan.FromBounds(from, i);
        }
        return count;
    }

    private static void Line(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, List<NamedPlace> places)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var length = LabelAt(text, words, i, out var meaning);
            if (length == 0) continue;
            var first = i + length;
            i = first - 1;
            if (meaning.Type != EntityTypes.Person || !IsParted(text, words, first)) continue;
            var last = NameEnd(text, words, first, out var isForm);
            if (last == first || !(isForm || IsLone(text, words, first, last))) continue;
            places.Add(new(words[first].Start, words[last - 1].End, new(EntityTypes.Person, FieldKind.Whole)));
            i = last - 1;
        }
    }

    /// <summary>Number of words from here that are a label; 0 when they are none.</summary>
    private static int LabelAt(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int at, out FieldMeaning meaning)
    {
        meaning = default;
        if (!IsUncased(text[words[at].Start])) return 0;
        for (var count = Math.Min(MostOfLabel, words.Length - at); count > 0; count--)
        {
            var label = text[words[at].Start..words[at + count - 1].End];
            if (FieldVocabulary.TryGet(label, out meaning) && meaning.Type.Name is not null) return count;
        }
        return 0;
    }

    /// <summary>Nothing but one space stands before the word.</summary>
    private static bool IsParted(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int at) =>
        at < words.Length && words[at].Start - words[at - 1].End is 1 or 2
            && text[words[at - 1].End..words[at].Start].Trim(" \u3000\u00A0\t").IsEmpty;

    /// <summary>Index behind the last word of the name; a form goes on with another label or a number.</summary>
    private static int NameEnd(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int first, out bool isForm)
    {
        isForm = false;
        var last = first;
        while (last < words.Length && last - first < MostOfName)
        {
            var word = text.Slice(words[last].Start, words[last].Length);
            if (!IsUncased(word[0]) || (last > first && !IsParted(text, words, last))) break;
            if (LabelAt(text, words, last, out _) > 0) break;
            last++;
        }
        if (last == first || last >= words.Length) return last;
        var isNumber = char.IsDigit(text[words[last].Start]);
        isForm = (isNumber && last - first <= 2) || LabelAt(text, words, last, out _) > 0;
        if (isForm && last - first == 1 && !IsUnspacedName(text, words[first])) isForm = LabelAt(text, words, last, out _) > 0;
        return last;
    }

    /// <summary>A label begins the line and a name in a script without spaces ends it.</summary>
    private static bool IsLone(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int first, int last) =>
        last == words.Length && (IsKatakana(text, words[first..last]) || (last - first == 1 && first <= MostOfLabel
            && words[first].Length >= UnspacedName && IsUnspacedName(text, words[first])));

    /// <summary>Family and given name as they sound: <c>タカハシ ユミコ</c>.</summary>
    private static bool IsKatakana(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words)
    {
        if (words.Length != 2) return false;
        foreach (var word in words)
            if (word.Length is < 2 or > LongestKatakana || text.Slice(word.Start, word.Length).ContainsAnyExceptInRange('\u30A1', '\u30FC'))
                return false;
        return true;
    }

    private static bool IsUnspacedName(ReadOnlySpan<char> text, TextSpan word) =>
        KoreanNames.IsName(text.Slice(word.Start, word.Length));

    private static bool IsUncased(char c) => UncasedNames.IsUncased(c) || c is >= '\uAC00' and <= '\uD7A3' || ScriptNames.IsIdeograph(c)
        || c is >= '\u30A1' and <= '\u30FA' or >= '\u0980' and <= '\u0EFF' || c is >= '\u10A0' and <= '\u10FF';

    private static bool IsOfWord(char c) => FieldVocabulary.IsOfWord(c) || c is '\u200D' or '\u200C' or '\u05F3' or '\u05F4';
}
