using System.Buffers;

namespace Redaction.Audio;

/// <summary>Splits a transcript into words.</summary>
internal static class WordSplitter
{
    private static readonly SearchValues<char> s_quantity = SearchValues.Create("$£€¥₹%:,");

    public static SpokenToken[] Split(ReadOnlySpan<char> text, SpokenTable table)
    {
        var words = new List<SpokenToken>(text.Length / 5 + 1);
        var line = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                if (text[i] == '\n') line++;
                i++;
                continue;
            }
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            AddWritten(text, i, end, line, table, words);
            i = end;
        }
        return [.. words];
    }

    private static void AddWritten(ReadOnlySpan<char> text, int start, int end, int line, SpokenTable table, List<SpokenToken> words)
    {
        var marks = WordMarks.None;
        while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('+' or '$' or '£' or '€' or '@' or '#' or '_'))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('%' or '@' or '+' or '_'))
        {
            if (text[end - 1] is '.' or '?' or '!') marks |= WordMarks.EndsSentence;
            if (text[end - 1] is ',' or ':' or ';') marks |= WordMarks.EndsClause;
            end--;
        }
        if (start == end) return;
        var word = text[start..end];
        if (word.ContainsAnyInRange('0', '9') || word.ContainsAny('@', '_') || !word.ContainsAny('-', '/', '.'))
        {
            words.Add(Word(text, start, end, line, table, marks));
            return;
        }
        var isLetters = IsSingleLetters(word);
        for (var i = start; i < end;)
        {
            var part = text[i..end].IndexOfAny(isLetters ? "-/." : "-/");
            var stop = part < 0 ? end : i + part;
            if (stop > i) words.Add(Word(text, i, stop, line, table, stop == end ? marks : WordMarks.None));
            i = stop + 1;
        }
    }

    /// <summary>True for initials and for letters said one by one: <c>J.R.</c>, <c>s-m-i</c>.</summary>
    private static bool IsSingleLetters(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (char.IsLetter(word[i]) == (i % 2 != 0)) return false;
        return true;
    }

    private static SpokenToken Word(ReadOnlySpan<char> text, int start, int end, int line, SpokenTable table, WordMarks marks)
    {
        var word = text[start..end];
        int digits = 0, letters = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }
        if (digits > 0) marks |= Numeric(word, letters);
        else if (letters == 1 && word.Length == 1) marks |= WordMarks.Letter;
        if (char.IsUpper(word[0])) marks |= WordMarks.Capital;
        if (word.ContainsAny('@', '_') || (digits == 0 && word.Contains('.'))) marks |= WordMarks.Written;
        var id = digits > 0 ? -1 : table.Id(word);
        return new(start, end, line, id, table.Kinds(id), marks);
    }

    private static WordMarks Numeric(ReadOnlySpan<char> word, int letters)
    {
        if (letters > 0)
        {
            var isOrdinal = letters == 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
            var isTime = letters == 2 && word[^1] is 'm' or 'M' && word[^2] is 'a' or 'p' or 'A' or 'P';
            return isTime || word[^1] is 's' && letters == 1 ? WordMarks.Quantity : isOrdinal ? WordMarks.None : WordMarks.Mixed;
        }
        if (word.ContainsAny(s_quantity)) return WordMarks.Quantity;
        var point = word.IndexOf('.');
        return point >= 0 && point == word.LastIndexOf('.') && word.Length - point <= 3 && !word.Contains('-') ? WordMarks.Quantity
            : WordMarks.Digits;
    }
}
