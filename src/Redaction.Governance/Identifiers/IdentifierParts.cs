namespace Redaction.Governance;

/// <summary>The identifiers that stand within a value of some other type: the address in <c>Name &lt;mail&gt;</c>, the number behind a
/// label, the name before them.</summary>
internal static class IdentifierParts
{
    private const int Most = 256;
    private const int ShortestNumber = 6;
    private const int LongestRun = 6;
    private const string FileName = "file-name";
    private const int LongestName = 3;
    private static readonly string[] s_places = ["address", "location", "organization", "date", "url", "ip", "secret"];

    /// <summary>The forms of what stands in a value, besides its own; none where the value is one identifier.</summary>
    public static IReadOnlyCollection<string> Of(string type, ReadOnlySpan<char> value)
    {
        if (type != FileName && IsSimple(value)) return [];
        var text = IdentifierForm.Normalised(value);
        if (text.Contains('%')) text = Unescaped(text);
        if (type != FileName && IsOne(text)) return [];
        var forms = new HashSet<string>(StringComparer.Ordinal);
        if (type == FileName) Runs(text, forms);
        var (numbers, words) = (new List<string>(), new List<string>());
        var takesNames = !s_places.Contains(type, StringComparer.Ordinal);
        foreach (var word in Words(text))
        {
            var isNumber = word.Any(char.IsDigit) && !word.Contains('@');
            if (!isNumber) Numbers(numbers, forms);
            if (isNumber || word.Contains('@') || word == "\n") Names(words, takesNames, forms);
            if (isNumber) numbers.Add(word);
            else if (IdentifierForm.Address(word) is { } address) forms.Add(address);
            else if (word != "\n") words.Add(word);
            if (forms.Count >= Most) break;
        }
        Numbers(numbers, forms);
        Names(words, takesNames, forms);
        forms.Remove(IdentifierForm.Of(value));
        return forms;
    }

    private static bool IsOne(string text) =>
        IdentifierForm.Address(text) is not null || IdentifierForm.IsNumber(text) || IdentifierForm.IsName(text);

    /// <summary>True for what is most frequent and has no parts: a name, an address, a number in plain letters.</summary>
    private static bool IsSimple(ReadOnlySpan<char> value)
    {
        var (letters, digits, ats) = (false, false, 0);
        foreach (var c in value)
        {
            if (char.IsAsciiLetter(c)) letters = true;
            else if (char.IsAsciiDigit(c)) digits = true;
            else if (c == '@') ats++;
            else if (c == ' ' && ats == 0 && !(letters && digits)) continue;
            else if (c is not ('.' or '-' or '_')) return false;
        }
        return !(letters && digits) || ats <= 1 && !value.Contains(' ');
    }

    /// <summary>The words of a text; a line end where something else begins.</summary>
    private static IEnumerable<string> Words(string text)
    {
        foreach (var piece in text.Split([' ', '\t', '\u00A0', '"']))
        {
            var start = 0;
            for (var i = 0; i <= piece.Length; i++)
            {
                if (i < piece.Length && !"<>;|=&?#\r\n/:".Contains(piece[i])) continue;
                var part = piece[start..i].Trim('(', ')', '[', ']', '{', '}', '.', '\'');
                if (part.Length > 0) yield return part;
                if (i < piece.Length) yield return "\n";
                start = i + 1;
            }
        }
    }

    /// <summary>Every run of the groups that stand together: nobody knows which belong to one number.</summary>
    private static void Numbers(List<string> groups, HashSet<string> forms)
    {
        for (var from = 0; from < groups.Count; from++)
            for (var to = from; to < Math.Min(groups.Count, from + LongestRun); to++)
            {
                var form = DigitForm.Of(string.Join(' ', groups[from..(to + 1)]).Trim(','));
                if (form.Length >= ShortestNumber && forms.Count < Most) forms.Add(form);
            }
        groups.Clear();
    }

    /// <summary>Two or three words that follow each other in a path: names of files separate them in all ways.</summary>
    private static void Runs(string path, HashSet<string> forms)
    {
        var words = path.Split([' ', '_', '-', '.', '/', '\\', '(', ')', ',', '+'], StringSplitOptions.RemoveEmptyEntries);
        for (var from = 0; from < words.Length; from++)
            for (var to = from + 2; to <= Math.Min(words.Length, from + LongestName); to++)
                Name(string.Join(' ', words[from..to]), takesNames: true, forms);
        foreach (var word in words)
            if (word.Length >= ShortestNumber && word.Any(char.IsDigit)) forms.Add(DigitForm.Of(word));
    }

    private static void Names(List<string> words, bool takesNames, HashSet<string> forms)
    {
        if (words.Count > 0)
        {
            var title = words.FindIndex(NameForm.IsTitle);
            Name(string.Join(' ', words), takesNames, forms);
            foreach (var part in string.Join(' ', words).Split(',')) Name(part.Trim(), takesNames, forms);
            if (title >= 0 && title + 1 < words.Count) forms.Add(NameForm.Of(words[title + 1].Trim(',')));
        }
        words.Clear();
    }

    /// <summary>A single word is too little to tell a person by, unless a title stands before it.</summary>
    private static void Name(string text, bool takesNames, HashSet<string> forms)
    {
        if (takesNames && IdentifierForm.IsName(text) && NameForm.Of(text) is var form && form.Contains(' ')) forms.Add(form);
    }

    private static string Unescaped(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }
}
