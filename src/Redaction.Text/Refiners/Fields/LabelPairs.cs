using System.Buffers;

namespace Redaction.Text;

/// <summary>A label, a colon or equals sign, and its value on one line: names of persons, credentials and accounts in forms, settings and
/// literals of programs. Numbers after labels have a detector of their own.</summary>
internal static class LabelPairs
{
    private const int Longest = 80, LongestPhrase = 240, MostGap = 4, ShortestSecret = 4;
    private static readonly SearchValues<char> s_marks = SearchValues.Create(":=：＝\t\u3000");
    private static readonly SearchValues<char> s_ends = SearchValues.Create("\r\n\t,;|<>{}[]()\"“”*，。；！？،؛؟、।（）【】℡☎✆");
    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" \r\n\t,;|<>{}\"'“”`&，。；！？،؛؟、।");

    private static readonly SearchValues<char> s_account =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>Adds values after labels, and after <c>value</c> where a <c>name</c> stands shortly before.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        Leaders(text, places);
        var pair = new NameValuePair();
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_marks);
            if (step < 0) return;
            var mark = position + step;
            position = mark + 1;
            if (mark == 0 || (position < text.Length && text[position] is '/' or ':' or '=' && text[mark] != '\t')) continue;
            var label = LabelSpan.Before(text, mark);
            if (label.Length == 0 || IsReplaced(text, label)) continue;
            var written = text.Slice(label.Start, label.Length);
            if (ValueOf(text, mark, out _) is var name && pair.Take(text, written, name, mark))
            {
                places.Add(new(name.Start, name.End, new(default, FieldKind.Technical))); // a name of something is no data
                continue;
            }
            if (pair.MeaningFor(written, mark) is { } named) { Add(text, mark, named, isPair: true, places); continue; }
            if (FieldVocabulary.OfName(written, out var start) is not { Type.Name: not null } meaning)
            {
                LabelTwins.Add(text, label, name, places);
                continue;
            }
            places.Add(new(label.Start + start, label.End, new(default, FieldKind.Technical)));
            if (LabelTwins.Add(text, label, name, places)) continue;
            if (meaning.Type == LabelledAddress.Type && start == 0 && LabelledAddress.After(text, mark) is { Length: > 0 } address)
                places.Add(new(address.Start, address.End, meaning));
            else if (IsForm(text, label.Start + start, mark, meaning)) Add(text, mark, meaning, isPair: false, places);
        }
    }

    /// <summary>Adds values that points lead to: <c>Name ....... Ola Berg</c>.</summary>
    private static void Leaders(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(" ...", StringComparison.Ordinal);
            if (step < 0) return;
            var mark = position + step;
            position = mark + 1;
            while (position < text.Length && text[position] is '.' or ' ') position++;
            var label = LabelSpan.Before(text, mark);
            if (label.Length == 0) continue;
            var written = text.Slice(label.Start, label.Length);
            if (FieldVocabulary.OfName(written, out var start) is { Type.Name: not null } meaning
                && IsForm(text, label.Start + start, position - 1, meaning)) Add(text, position - 1, meaning, isPair: false, places);
        }
    }

    /// <summary>What stands in place of a value (<c>[secret]</c>) names none.</summary>
    public static bool IsReplaced(ReadOnlySpan<char> text, TextSpan label) =>
        label.Start > 0 && text[label.Start - 1] == '[' && label.End < text.Length && text[label.End] == ']';

    private static void Add(ReadOnlySpan<char> text, int mark, FieldMeaning meaning, bool isPair, List<NamedPlace> places)
    {
        var value = ValueOf(text, mark, out var isQuoted);
        if (value.Length == 0) return;
        var written = text.Slice(value.Start, value.Length);
        if (meaning.Kind == FieldKind.Code && ((!isPair && !isQuoted) || NamedNumber.IsPath(written))) return;
        if (meaning is { Kind: FieldKind.Whole } && meaning.Type == EntityTypes.Person && IsAccount(written))
            meaning = new(UserName.Type, FieldKind.Word);
        if (meaning.Kind == FieldKind.Single && meaning.Type == UserName.Type && !isQuoted && text[mark] == '=' && value.Start == mark + 1)
            written = text.Slice(value.Start, Word(text, value).Length); // others follow on the line
        if (meaning.Kind == FieldKind.Single && meaning.Type == UserName.Type && NamedForms.Fit(written, meaning))
            meaning = new(UserName.Type, FieldKind.Word);
        if (meaning.Kind == FieldKind.Word && !isQuoted) value = Word(text, value);
        written = text.Slice(value.Start, value.Length);
        if (meaning.Kind != FieldKind.Code && !IsBelieved(text, written, value, meaning, isQuoted, isPair)
            && !(meaning.Kind == FieldKind.Word && (IsSetting(text, mark, value) || IsLine(text, mark, value)))) return;
        if (meaning.Type == EntityTypes.Secret && !isPair && IsAssignment(text, mark)) return;
        if (meaning.Type == EntityTypes.Person) value = WithoutTitles(text, value);
        if (meaning.Type == EntityTypes.Secret && NamedForms.IsSeedPhrase(text.Slice(value.Start, value.Length)))
        {
            places.Add(new(value.Start, value.End, meaning));
            return;
        }
        if (meaning.Kind is FieldKind.Word || (meaning.Type == EntityTypes.Secret && !isQuoted)) value = Word(text, value);
        if (meaning.Type == EntityTypes.Secret && (value.Length < ShortestSecret || IsWords(text, value))) return;
        places.Add(new(value.Start, value.End, meaning));
    }

    /// <summary>True where <see cref="SecretAssignment"/> has looked, which knows what programs write.</summary>
    private static bool IsAssignment(ReadOnlySpan<char> text, int mark)
    {
        var before = text[Math.Max(0, mark - Longest / 4)..mark];
        var written = before.TrimEnd(" *\"'");
        foreach (var name in (ReadOnlySpan<string>)["passord", "passkode"])
            if (written.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return false; // words that only labels have
        foreach (var name in (ReadOnlySpan<string>)["passw", "passphrase", "_pass", "dbpass", "userpass", "pwd", "secret", "key", "token"])
            if (before.Contains(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>In running text a name says less than in a record: what is named must look like what the name says.</summary>
    private static bool IsBelieved(
        ReadOnlySpan<char> text, ReadOnlySpan<char> written, TextSpan value, FieldMeaning meaning, bool isQuoted, bool isPair)
    {
        if (meaning.Type == EntityTypes.Person)
            return NamedForms.IsName(written, meaning.Kind == FieldKind.Likely && !isPair ? 2 : 1) && !NameWords.NameThing(written)
                && !HoldsOther(written);
        if (meaning.Type == EntityTypes.Secret && SettingLines.AreAround(text, value.Start)) return true;
        if (meaning.Type == EntityTypes.Secret) return !(value.Start > 1 && text[value.Start - 1] == ' ' && text[value.Start - 2] == '=');
        if (meaning.Kind == FieldKind.Word) return isQuoted || isPair || Digits.Count(written) > 0;
        return isPair;
    }

    /// <summary>One word of small letters with digits, where a name was asked for: <c>Nickname: skogtroll77</c>.</summary>
    private static bool IsAccount(ReadOnlySpan<char> written) =>
        written.Length >= ShortestSecret && char.IsAsciiLetterLower(written[0]) && !written.ContainsAnyExcept(s_account)
        && char.IsAsciiDigit(written[^1]);

    /// <summary>A variable of the environment (<c>USERNAME=…</c>), or a word of low lines and points, as accounts are written.</summary>
    private static bool IsSetting(ReadOnlySpan<char> text, int mark, TextSpan value)
    {
        var written = text.Slice(value.Start, value.Length);
        if (written.Contains(' ')) return false;
        var isAssigned = text[mark] == '=' && value.Start == mark + 1 && mark > 1;
        if (isAssigned && written.IndexOfAny('(', '$', '{') < 0 && (IsVariable(text, mark) || IsProperty(text, mark, value))) return true;
        if (written[1..].ContainsAny('_', '.', '-') && !written.EndsWith("=") && written.IndexOf('(') < 0) return text[mark] != '=';
        return isAssigned
            && (char.IsAsciiLetterLower(written[0]) && !written.ContainsAnyExcept(s_account) && !OrdinaryWords.Contains(written)
                && (value.End == text.Length || text[value.End] is '\n' or '\r' or ' ' or '&' or ';'));
    }

    /// <summary>Capitals before the equals sign.</summary>
    private static bool IsVariable(ReadOnlySpan<char> text, int mark) =>
        char.IsAsciiLetterUpper(text[mark - 1]) && char.IsAsciiLetterUpper(text[mark - 2]);

    /// <summary>A name of words with points between (<c>spring.datasource.username=…</c>) that fills the line with its value.</summary>
    private static bool IsProperty(ReadOnlySpan<char> text, int mark, TextSpan value)
    {
        var start = text[..mark].LastIndexOf('\n') + 1;
        return text[start..mark].Contains('.') && !text[start..mark].ContainsAny(' ', '(', ',')
            && (value.End == text.Length || text[value.End] is '\n' or '\r')
            && !text.Slice(value.Start, value.Length).ContainsAnyExcept(s_account);
    }

    /// <summary>A form: name and value fill their line, and the value is no ordinary word.</summary>
    private static bool IsLine(ReadOnlySpan<char> text, int mark, TextSpan value)
    {
        if ((text[mark] is not (':' or '：') && !SettingLines.AreAround(text, mark)) || (value.End < text.Length
            && text[value.End] is not ('\n' or '\r' or '\t') && !text[value.End..].StartsWith("  "))) return false;
        var written = text.Slice(value.Start, value.Length);
        if (written.Length < ShortestSecret || written.ContainsAnyExcept(s_account) || OrdinaryWords.Contains(written)) return false;
        if (value.End < text.Length && text[value.End] is ' ' or '\t') return true; // one of several on a line
        var start = LabelSpan.Before(text, mark).Start;
        while (start > 0 && text[start - 1] is ' ' or '\t' or '-' or '*' or '"') start--;
        return start == 0 || text[start - 1] is '\n' or '/' or '|';
    }

    private static bool HoldsOther(ReadOnlySpan<char> written)
    {
        foreach (var range in written.Split(' '))
            if (NameWords.IsOther(written[range]) || OrdinaryWords.Contains(written[range])) return true;
        return false;
    }

    private static TextSpan WithoutTitles(ReadOnlySpan<char> text, TextSpan value)
    {
        while (NameIntroductions.TitleEnd(text, value.Start) is var end and > 0 && end < value.End)
        {
            while (end < value.End && text[end] == ' ') end++;
            value = TextSpan.FromBounds(end, value.End);
        }
        return value;
    }

    /// <summary>A name that means other things too begins its line, or a part of it.</summary>
    private static bool IsForm(ReadOnlySpan<char> text, int start, int mark, FieldMeaning meaning)
    {
        if (meaning.Kind is FieldKind.Timestamp or FieldKind.Technical or FieldKind.Checked or FieldKind.Lead) return false;
        if (meaning.Type != EntityTypes.Person) return true;
        if (meaning.Kind == FieldKind.Whole && ValueOf(text, mark, out var isQuoted).Length > 0 && isQuoted) return true;
        while (start > 0 && text[start - 1] is ' ' or '"' or '\'' or '*' or '-' or '•' or '_') start--;
        return start == 0 || text[start - 1] is '\n' or '\r' or '\t' or '|' or ',' or ';' or '{' or '(' or '[' or '>' or '.' or '\\' or '/'
            or '\u00A0' || !FieldVocabulary.IsOfWord(text[start - 1]);
    }

    /// <summary>What stands after the mark: in quotes, or up to a sign that ends it.</summary>
    private static TextSpan ValueOf(ReadOnlySpan<char> text, int mark, out bool isQuoted)
    {
        var start = mark + 1;
        while (start < text.Length && start - mark <= MostGap && text[start] is ' ' or '>' or '\u00A0' or '*' or '\t' or '\u3000') start++;
        isQuoted = start < text.Length && text[start] is '"' or '\'' or '`' or '“' or '\\';
        if (isQuoted && text[start] == '\\') start++;
        if (isQuoted && start < text.Length && text[start] is '"' or '\'' or '`' or '“') start++;
        if (start >= text.Length) return default;
        var rest = text[start..Math.Min(text.Length, start + LongestPhrase)];
        var end = isQuoted ? QuoteEnd(text, start, rest) : rest.IndexOfAny(s_ends);
        if (end < 0 && start + rest.Length < text.Length) return default;
        if (end < 0) end = rest.Length;
        // a form as it is sent: name=Jane+Roe&mail=…
        if (!isQuoted && text[mark] == '=' && rest[..end].IndexOf('&') is > 0 and var next && rest[next..end].Contains('=')) end = next;
        var gap = rest[..end].IndexOf("  ", StringComparison.Ordinal);
        if (gap > 0 && !isQuoted) end = gap;
        if (!isQuoted && NextLabel(text, start, start + end) is >= 0 and var label) end = label - start;
        while (end > 0 && char.IsWhiteSpace(rest[end - 1])) end--;
        return end > Longest && !NamedForms.IsSeedPhrase(rest[..end]) ? default : new(start, end);
    }

    /// <summary>Where another label with a mark begins within a value; -1 when none does.</summary>
    private static int NextLabel(ReadOnlySpan<char> text, int start, int end)
    {
        var mark = text[start..end].IndexOfAny(':', '：', '=');
        if (mark <= 0) return -1;
        var label = LabelSpan.Before(text, start + mark);
        if (label.Start < start || label.Length == 0) return -1;
        return FieldVocabulary.OfLabel(text.Slice(label.Start, label.Length), out var first) is { Type.Name: not null }
            && label.Start + first > start && text[label.Start + first - 1] is ' ' or '\u3000' or '\u00A0' ? label.Start + first : -1;
    }

    private static int QuoteEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> rest)
    {
        var quote = text[start - 1] == '“' ? '”' : text[start - 1];
        var end = rest.IndexOf(quote);
        while (end > 0 && end + 1 < rest.Length && quote == '\'' && char.IsLetter(rest[end - 1]) && char.IsLetter(rest[end + 1]))
            end = rest[(end + 1)..].IndexOf(quote) is >= 0 and var next ? end + 1 + next : -1;
        return end > 0 && rest[end - 1] == '\\' && start > 1 && text[start - 2] == '\\' ? end - 1 : end;
    }

    private static TextSpan Word(ReadOnlySpan<char> text, TextSpan value)
    {
        var end = text.Slice(value.Start, value.Length).IndexOfAny(s_wordEnds);
        return end < 0 ? value : new(value.Start, end);
    }

    /// <summary>A word in small letters before more words is a sentence rather than a secret.</summary>
    private static bool IsWords(ReadOnlySpan<char> text, TextSpan value)
    {
        var written = text.Slice(value.Start, value.Length);
        return !written.ContainsAnyExceptInRange('a', 'z') && value.End + 1 < text.Length && text[value.End] == ' '
            && char.IsLetter(text[value.End + 1]);
    }
}
