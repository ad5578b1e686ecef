namespace Redaction.Text;

/// <summary>A label that is a line by itself, or a question that ends in one, and its value on the next line.</summary>
internal static class LabelLines
{
    private const int Longest = 64, MostItems = 32, ShortestItem = 4, ShortestRule = 3;
    private static readonly string[] s_please =
    [
        " please", " pls", " plz", " bitte", " s'il vous plaît", " s'il te plaît", " svp", " por favor", " per favore", " alstublieft",
        " takk", " tack", " kiitos", " proszę", " prosím", " lütfen", "请", "お願いします",
    ];

    /// <summary>Adds the values of such lines.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var line = 0; line < text.Length;)
        {
            var length = text[line..].IndexOf('\n');
            if (length < 0) return;
            var next = line + length + 1;
            if (length is >= 2 and <= Longest && next < text.Length)
                Look(text, text.Slice(line, length), AfterRule(text, next, out var isHeading), isHeading, places);
            line = next;
        }
    }

    /// <summary>Behind a line of hyphens or equals signs under a heading.</summary>
    private static int AfterRule(ReadOnlySpan<char> text, int next, out bool isHeading)
    {
        var end = next;
        while (end < text.Length && text[end] is '-' or '=') end++;
        isHeading = end - next >= ShortestRule && end < text.Length && text[end] is '\n' or '\r';
        if (!isHeading) return next;
        var line = text[end..].IndexOf('\n');
        isHeading = line >= 0 && end + line + 1 < text.Length;
        return isHeading ? end + line + 1 : next;
    }

    private static void Look(ReadOnlySpan<char> text, ReadOnlySpan<char> line, int next, bool isHeading, List<NamedPlace> places)
    {
        line = line.Trim(" \r\t*#->•|");
        if (line.IsEmpty) return;
        var isSentence = line[^1] == '.';
        var name = WithoutPlease(line.TrimEnd(":：*?？. "), out var isAsked);
        var isQuestion = isAsked || line[^1] == '?' || line[^1] == '？';
        if (name.IsEmpty || !IdLabels.MayEndIn(LastWord(name))) return;
        if (FieldVocabulary.OfName(name, out var start) is not { Type.Name: not null } meaning) return;
        if ((start > 0 || (isSentence && meaning.Type == EntityTypes.Person)) && !isQuestion) return; // a sentence that happens to end so
        var end = text[next..].IndexOf('\n') is >= 0 and var length ? next + length : text.Length;
        if (text[next..end].IsWhiteSpace() && end < text.Length)
            (next, end) = (end + 1, text[(end + 1)..].IndexOf('\n') is >= 0 and var after ? end + 1 + after : text.Length);
        var value = Value(text, next, end);
        if (start == 0 && meaning.Type == LabelledAddress.Type && LabelledAddress.Is(text.Slice(value.Start, value.Length)))
            places.Add(new(value.Start, value.End, meaning));
        if (isQuestion && meaning.Kind == FieldKind.Code) value = SoleNumber(text, value);
        if (meaning.Type == EntityTypes.Secret) value = WithoutNumber(text, value);
        if (value.Length is 0 or > Longest
            || !IsBelieved(text.Slice(value.Start, value.Length), meaning, isHeading ? ":" : line, start == 0)) return;
        places.Add(new(value.Start, value.End, meaning));
        if (meaning.Type == EntityTypes.Secret && start == 0) List(text, end + 1, meaning, places);
    }

    /// <summary>Adds the lines after the first value of a list of codes, as long as each is one word with a digit.</summary>
    private static void List(ReadOnlySpan<char> text, int line, FieldMeaning meaning, List<NamedPlace> places)
    {
        for (var item = 1; item < MostItems && line < text.Length; item++)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            var value = WithoutNumber(text, Value(text, line, end));
            var written = text.Slice(value.Start, value.Length);
            if (value.Length is < ShortestItem or > Longest || written.ContainsAny(" :=") || Digits.Count(written) == 0) return;
            places.Add(new(value.Start, value.End, meaning));
            line = end + 1;
        }
    }

    /// <summary>The line without "please" at its end, which makes it a question.</summary>
    private static ReadOnlySpan<char> WithoutPlease(ReadOnlySpan<char> line, out bool isAsked)
    {
        isAsked = false;
        foreach (var word in s_please)
        {
            if (!line.EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            isAsked = true;
            return line[..^word.Length].TrimEnd(", ");
        }
        return line;
    }

    /// <summary>The one number of an answer, without the words around it (<c>sure, it's 417.</c>); the answer as it is where it holds
    /// several or none.</summary>
    private static TextSpan SoleNumber(ReadOnlySpan<char> text, TextSpan value)
    {
        var written = text.Slice(value.Start, value.Length);
        var first = written.IndexOfAnyInRange('0', '9');
        if (first <= 0 || written[first - 1] != ' ' || written.Contains('@')) return value;
        var last = written.LastIndexOfAnyInRange('0', '9') + 1;
        foreach (var c in written[first..last])
            if (!char.IsAsciiDigit(c) && c is not (' ' or '-' or '.' or '/' or '(' or ')' or '+')) return value;
        return new(value.Start + first, last - first);
    }

    private static bool IsBelieved(ReadOnlySpan<char> value, FieldMeaning meaning, ReadOnlySpan<char> label, bool isWhole)
    {
        if (meaning.Kind == FieldKind.Code) return meaning.Type != EntityTypes.Address && IsNumber(value);
        if (!isWhole) return meaning.Type == EntityTypes.Secret && !value.Contains(' ') && Digits.Count(value) > 0;
        if (meaning.Type == EntityTypes.Secret || meaning.Kind == FieldKind.Word) return !value.Contains(' ') && label[^1] is ':' or '：';
        return meaning.Type == EntityTypes.Person && NamedForms.IsName(value, meaning.Kind == FieldKind.Likely ? 2 : 1)
            && !NameWords.NameThing(value);
    }

    /// <summary>Mostly digits.</summary>
    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        var letters = 0;
        foreach (var c in value)
            if (char.IsLetter(c)) letters++;
        return value.Contains('@') || (Digits.Count(value) >= 3 && letters <= 4);
    }

    /// <summary>A code without its number in a list: <c>1. 8f3k-29dm</c>.</summary>
    private static TextSpan WithoutNumber(ReadOnlySpan<char> text, TextSpan value)
    {
        var written = text.Slice(value.Start, value.Length);
        var digits = written.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 2 || digits + 2 >= written.Length || written[digits] is not ('.' or ')') || written[digits + 1] != ' ')
            return value;
        return TextSpan.FromBounds(value.Start + digits + 2, value.End);
    }

    /// <summary>The line without bullets, and without the name of a speaker before it.</summary>
    private static TextSpan Value(ReadOnlySpan<char> text, int start, int end)
    {
        var colon = text[start..end].IndexOf(": ", StringComparison.Ordinal);
        if (colon is > 0 and <= 24 && !(PairNames.IsLabel(text.Slice(start, colon), out var own) && own.Kind == FieldKind.Code))
            start += colon + 2; // a speaker
        while (start < end && text[start] is ' ' or '\t' or '*' or '-' or '•' or '>' or '|') start++;
        while (end > start && text[end - 1] is ' ' or '\r' or '\t' or '*' or '|' or '.') end--;
        return TextSpan.FromBounds(start, end);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> name) => name[(name.LastIndexOf(' ') + 1)..];
}
