using System.Buffers;

namespace Redaction.Audio;

/// <summary>Splits a transcript into words.</summary>
internal static class WordSplitter
{
    private const int LongestCompound = 64;

    private static readonly SearchValues<char> s_quantity = SearchValues.Create("$£€¥₹%:,");

    public static SpokenToken[] Split(ReadOnlySpan<char> text, SpokenTable table)
    {
        var words = new List<SpokenToken>(text.Length / 5 + 1);
        var cuts = new List<int>();
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
            if (WordLetters.HasAlone(text[i..end])) AddUnspaced(text, i, end, line, table, words, cuts);
            else AddWritten(text, i, end, line, table, words, cuts);
            i = end;
        }
        return [.. words];
    }

    /// <summary>Characters of scripts without spaces are words; what is between them is split as elsewhere.</summary>
    private static void AddUnspaced(
        ReadOnlySpan<char> text, int start, int stop, int line, SpokenTable table, List<SpokenToken> words, List<int> cuts)
    {
        for (var i = start; i < stop;)
        {
            var c = text[i];
            var end = i + 1;
            if (WordLetters.IsAlone(c)) words.Add(Word(text, i, end, line, table, WordMarks.Alone));
            else if (WordLetters.EndsSentence(c) && c >= 0x80) MarkLast(words, WordMarks.EndsSentence);
            else if (WordLetters.EndsClause(c) && c >= 0x80) MarkLast(words, WordMarks.EndsClause);
            else
            {
                while (end < stop && !WordLetters.IsAlone(text[end]) && (text[end] < 0x80 || WordLetters.IsPart(text[end]))) end++;
                AddWritten(text, i, end, line, table, words, cuts);
            }
            i = end;
        }
    }

    private static void MarkLast(List<SpokenToken> words, WordMarks mark)
    {
        if (words.Count > 0) words[^1] = words[^1] with { Marks = words[^1].Marks | mark };
    }

    private static void AddWritten(
        ReadOnlySpan<char> text, int start, int end, int line, SpokenTable table, List<SpokenToken> words, List<int> cuts)
    {
        var marks = WordMarks.None;
        while (start < end && !WordLetters.IsPart(text[start]) && text[start] is not ('+' or '$' or '£' or '€' or '@' or '#' or '_'))
            start++;
        while (end > start && !WordLetters.IsPart(text[end - 1]) && text[end - 1] is not ('%' or '@' or '+' or '_'))
        {
            if (WordLetters.EndsSentence(text[end - 1])) marks |= WordMarks.EndsSentence;
            if (WordLetters.EndsClause(text[end - 1])) marks |= WordMarks.EndsClause;
            end--;
        }
        if (start == end) return;
        var word = text[start..end];
        if (HasDigit(word) || word.ContainsAny('@', '_') || !word.ContainsAny('-', '/', '.'))
        {
            AddWord(text, start, end, line, table, marks, words, cuts);
            return;
        }
        var isLetters = IsSingleLetters(word);
        for (var i = start; i < end;)
        {
            var part = text[i..end].IndexOfAny(isLetters ? "-/." : "-/");
            var stop = part < 0 ? end : i + part;
            if (stop > i) AddWord(text, i, stop, line, table, stop == end ? marks : WordMarks.None, words, cuts);
            i = stop + 1;
        }
    }

    /// <summary>Adds a word, or the words for numbers that it is made of.</summary>
    private static void AddWord(ReadOnlySpan<char> text, int start, int end, int line, SpokenTable table, WordMarks marks,
        List<SpokenToken> words, List<int> cuts)
    {
        var token = Word(text, start, end, line, table, marks);
        cuts.Clear();
        if (token.Id >= 0 || end - start > LongestCompound || token.Is(WordMarks.Digits | WordMarks.Mixed | WordMarks.Written)
            || !table.TryCut(text[start..end], cuts))
        {
            words.Add(token);
            return;
        }
        var at = start;
        foreach (var cut in cuts)
        {
            words.Add(Word(text, at, start + cut, line, table, start + cut == end ? marks : WordMarks.None));
            at = start + cut;
        }
    }

    /// <summary>True for initials and for letters said one by one: <c>J.R.</c>, <c>s-m-i</c>.</summary>
    private static bool IsSingleLetters(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (char.IsLetter(word[i]) == (i % 2 != 0)) return false;
        return true;
    }

    private static bool HasDigit(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsDigit(c)) return true;
        return false;
    }

    private static SpokenToken Word(ReadOnlySpan<char> text, int start, int end, int line, SpokenTable table, WordMarks marks)
    {
        var word = text[start..end];
        int digits = 0, letters = 0;
        foreach (var c in word)
        {
            if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }
        if (digits > 0) marks |= Numeric(word, letters);
        else if (letters == 1 && word.Length == 1 && (marks & WordMarks.Alone) == 0) marks |= WordMarks.Letter;
        if (char.IsUpper(word[0])) marks |= WordMarks.Capital;
        if (word.ContainsAny('@', '_') || (digits == 0 && word.Contains('.'))) marks |= WordMarks.Written;
        var id = digits > 0 ? -1 : table.Id(word);
        return new(start, end, line, id, table.Kinds(id), marks);
    }

    private static WordMarks Numeric(ReadOnlySpan<char> word, int letters)
    {
        if (letters > 0)
        {
            var isOrdinal = letters == 2 && char.IsDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
            var isTime = letters == 2 && word[^1] is 'm' or 'M' && word[^2] is 'a' or 'p' or 'A' or 'P';
            return isTime || word[^1] is 's' && letters == 1 ? WordMarks.Quantity : isOrdinal ? WordMarks.None : WordMarks.Mixed;
        }
        if (word.ContainsAny(s_quantity)) return WordMarks.Quantity;
        var point = word.IndexOf('.');
        return point >= 0 && point == word.LastIndexOf('.') && word.Length - point <= 3 && !word.Contains('-') ? WordMarks.Quantity
            : WordMarks.Digits;
    }
}
