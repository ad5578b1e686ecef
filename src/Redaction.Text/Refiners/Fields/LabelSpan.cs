namespace Redaction.Text;

/// <summary>The words before a mark that may be a label.</summary>
internal static class LabelSpan
{
    private const int MostWords = 5, Longest = 48, MostGap = 5, LongestColumn = 32;

    /// <summary>The words on the line directly before the mark, without quotes and stars; empty when the last one ends no name.</summary>
    public static TextSpan Before(ReadOnlySpan<char> text, int mark)
    {
        var end = mark;
        while (end > 1 && mark - end < LongestColumn && text[end - 1] == ' ' && text[end - 2] == ' ') end--; // a column of labels
        mark = end;
        while (end > 0 && mark - end < MostGap && text[end - 1] is ' ' or '"' or '\'' or '*' or '`' or ']' or ')' or '\\' or '.' or '_')
            end--;
        if (end < mark && text[end] is ')' or '）' || (end > 0 && text[end - 1] == '）')) end = BeforeNote(text, end);
        var start = end;
        for (var words = 0; words < MostWords && start > 0; words++)
        {
            var from = start;
            while (from > 0 && end - from < Longest && FieldVocabulary.IsOfWord(text[from - 1])
                && !(from < start && Neighbourhood.IsScriptChange(text[from - 1], text[from]))) from--;
            if (from == start) break;
            if (words == 0 && !IsEnd(text[from..start])) return default;
            start = from;
            if (start > 1 && text[start - 1] is ' ' or '_' or '-' or '.' or '\'' or '’' or '/' or '°'
                && FieldVocabulary.IsOfWord(text[start - 2])) start--;
            else break;
        }
        while (start < end && !FieldVocabulary.IsOfWord(text[start])) start++;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Before a note in brackets that is no label itself: <c>Name (Kana):</c>, <c>氏名（フリガナ）：</c>.</summary>
    private static int BeforeNote(ReadOnlySpan<char> text, int end)
    {
        var closed = text[end - 1] == '）' ? end - 1 : end;
        var from = Math.Max(0, closed - LongestColumn);
        var open = text[from..closed].LastIndexOfAny('(', '（');
        if (open < 0 || from + open == 0) return end;
        open += from;
        var word = closed;
        while (word > open + 1 && FieldVocabulary.IsOfWord(text[word - 1])) word--;
        if (text[open] == '(' && (word == closed || IsEnd(text[word..closed]))) return end;
        while (open > 0 && text[open - 1] is ' ' or '\u3000') open--;
        return open;
    }

    /// <summary>True when a name may end in the word, or in its last part: <c>userName</c>, <c>phone2</c>.</summary>
    private static bool IsEnd(ReadOnlySpan<char> word)
    {
        while (word.Length > 1 && char.IsAsciiDigit(word[^1])) word = word[..^1];
        if (word[0] >= '\u0E00' || IdLabels.MayEndIn(word)) return true;
        for (var i = word.Length - 1; i > 0; i--)
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1])) return IdLabels.MayEndIn(word[i..]);
        return NameValuePair.IsPart(word) || LabelTwins.IsPair(word);
    }
}
