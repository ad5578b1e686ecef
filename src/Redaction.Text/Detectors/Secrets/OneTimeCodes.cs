using System.Buffers;

namespace Redaction.Text;

/// <summary>Codes that are sent to sign in: <c>448812 is your verification code</c>, <c>Ihr Code lautet 448812</c>, <c>验证码：448812</c>.
/// A code of an error or a place lacks the words that say whose or what for it is.</summary>
internal static class OneTimeCodes
{
    private const int Fewest = 4, Most = 8, Reach = 48, MostGap = 4, MostWords = 3;
    private static readonly PhraseSearch s_search = new("code", "kode", "kod ", "kod:", "kodunuz", "codigo", "codice", "koodi",
        "código", "код", "κωδικός", "验证码", "认证码", "驗證碼", "校验码", "認証コード", "認証番号", "확인 코드", "인증번호", "인증 코드", "رمز", "कोड");
    private static readonly PhraseSearch s_purposes = new(
        ["your", "verif", "login", "log-in", "sign", "security", "one-time", "one time", "2fa", "auth", "confirm", "access", "ihr ", "dein",
            "bestätig", "sicherheit", "anmelde", "din ", "ditt", "engang", "bekræft", "bekreft", "bekräft", "innlogging", "votre", "vérif",
            "connexion", "su ", "tu ", "acceso", "seu ", "acesso", "tuo", "accesso", "uw ", "je ", "twój", "weryfik", "potwierdz",
            "doğrulama", "onay",
            "kodunuz",
            "ваш",
            "подтвержд", "підтвердж", "входа", "επαλήθευσης", "vahvistus", "التحقق", "सत्यापन"]);
    private static readonly PhraseSearch s_links = new(
        StringComparison.Ordinal,
        [" is ", " ist ", " lautet ", " er ", " är ", " on ", " est ", " es ", " é ", " è ", " to ", " — ", " - "]);
    private static readonly SearchValues<string> s_roles = SearchValues.Create(
        [" as ", " als ", " come ", " como ", " comme ", " som ", " jako ", " como o ", " olarak "], StringComparison.Ordinal);
    private static readonly PhraseSearch s_whose = new(
        ["your", "ihr", "dein", "din ", "votre", "ton ", "tu ", "su ", "seu ", "tuo", "uw ", "je ", "twój", "ваш", "你的", "您的"]);

    /// <summary>Adds the codes.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var at = s_search.Next(text, position);
            if (at < 0) return;
            position = at + 2;
            var span = Behind(text, at) is { Length: > 0 } behind ? behind : Before(text, at);
            if (span.Length == 0) continue;
            findings.Add(new(EntityTypes.Secret, span, 0.8f, "secret"));
            position = Math.Max(position, span.End);
        }
    }

    private static TextSpan Behind(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || (text[end] == ' ' && text[end..].StartsWith(" 코드")))) end++;
        var i = end;
        var gap = end;
        for (var words = 0; words <= MostWords; words++)
        {
            var rest = text[end..Math.Min(text.Length, end + Reach / 4)];
            if (BeginsWithLink(rest, out var link)) i = end + link;
            gap = i;
            if (i > end || rest.IsEmpty || rest[0] != ' ' || rest.Length < 2 || !char.IsLetter(rest[1])) break;
            if (words < MostWords) end = i = AddressText.WordEnd(text, end + 1); // your code for the portal is …
        }
        if (i > end) gap = i = SkipArticle(text, i);
        while (i < text.Length && i - gap < MostGap && text[i] is ':' or '：' or ' ' or '为' or '是' or 'は' or '\n' or '*' or ']' or '】') i++;
        if (i == end && char.IsAscii(text[at])) return default;
        var digits = Number(text, i);
        if (digits.Length == 0) return default;
        var before = text[Math.Max(0, at - Reach)..at];
        before = before[(before.LastIndexOfAny(".\n") + 1)..];
        return text[at] >= '\u0600' || s_purposes.IsIn(before) || s_purposes.IsIn(text[at..end]) ? digits : default;
    }

    /// <summary>Behind <c>le</c> in <c>est le 52 77 91</c>.</summary>
    private static int SkipArticle(ReadOnlySpan<char> text, int i)
    {
        var end = AddressText.WordEnd(text, i);
        return end - i is > 0 and <= 3 && end < text.Length && text[end] == ' '
            && text[i..end] is "le" or "la" or "el" or "o" or "a" or "the" or "il" or "de" or "die" or "der" ? end + 1 : i;
    }

    /// <summary>The code begins the sentence.</summary>
    private static TextSpan Before(ReadOnlySpan<char> text, int at)
    {
        var start = Math.Max(0, at - Reach);
        var before = text[start..at];
        var line = before.LastIndexOfAny("\n。") + 1;
        var digit = before[line..].LastIndexOfAnyInRange('0', '9');
        if (digit < 0 || !(s_links.IsIn(before[(line + digit)..]) || before[(line + digit)..].IndexOfAny(s_roles) >= 0)
            || !s_whose.IsIn(before[(line + digit)..])) return default;
        var first = start + line + digit;
        while (first > 0 && char.IsAsciiDigit(text[first - 1])) first--;
        for (var length = start + line + digit + 1 - first; first > length && length is 2 or 3;)
        {
            if (text[first - 1] is not (' ' or '-') || text.Slice(first - 1 - length, length).ContainsAnyExceptInRange('0', '9')) break;
            first -= length + 1;
        }
        return Number(text, first);
    }

    private static TextSpan Number(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - start is 2 or 3) end = WithGroups(text, end, end - start);
        var isWord = (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or '/' or '+'))
            || (end < text.Length
                && ((char.IsLetterOrDigit(text[end]) && text[end] < '\u0600') || text[end] is '/' or '-' or '%'));
        return Digits.Count(text[start..end]) is >= Fewest and <= Most && !isWord ? TextSpan.FromBounds(start, end) : default;
    }

    /// <summary>Further groups of as many digits: <c>448 812</c>, <c>52 77 91</c>.</summary>
    private static int WithGroups(ReadOnlySpan<char> text, int end, int length)
    {
        for (var digits = length; digits < Most && end + length < text.Length; digits += length)
        {
            if (text[end] is not (' ' or '-') || AddressText.Digits(text, end + 1) != end + 1 + length) break;
            end += length + 1;
        }
        return end;
    }

    private static bool BeginsWithLink(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (s_links.Next(text, 0) != 0) return false;
        length = text[1..].IndexOf(' ') + 2;
        return true;
    }
}
