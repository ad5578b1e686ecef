using System.Buffers;

namespace Redaction.Text;

/// <summary>Credentials in header fields: cookies (RFC 6265) and authorization (RFC 9110), with a scheme or bare, also as an argument or
/// a JSON key; and those in the query of a web address (<c>?code=…</c>, <c>&amp;sig=…</c>).</summary>
internal static class SecretHeaders
{
    private const int Longest = 4096, ShortestBare = 6, Plain = 8, MaxGap = 4;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        ["cookie", "authorization", "?code=", "&code=", "&sig", "?sig", "&ticket=", "?ticket=", "?auth", "&auth", "?key=", "&key=", "?otp=",
            "&otp=", "?sid=", "&sid=", "?session", "&session", "?nonce=", "&nonce=", "?hash=", "&hash=", "?t=", "&t=", "oobcode="],
        StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_end = SearchValues.Create("\r\n\"'`<>");
    private static readonly SearchValues<char> s_queryEnd = SearchValues.Create(" \t\r\n\"'`<>&#;,)]}|\\");
    private static readonly string[] s_session = ["sess", "sid", "auth", "token", "jwt", "csrf", "xsrf", "login", "user", "remember"];

    /// <summary>Adds the values.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = text[at] switch
            {
                '?' or '&' => Query(text, at + 1, findings),
                'o' or 'O' => Query(text, at, findings),
                'c' or 'C' => Cookies(text, at, findings),
                _ => Authorization(text, at + "authorization".Length, findings),
            };
        }
    }

    private static int Query(ReadOnlySpan<char> text, int name, FindingSink<TextSpan> findings)
    {
        var equals = text[name..Math.Min(text.Length, name + 24)].IndexOf('=');
        if (equals < 0) return name;
        var start = name + equals + 1;
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var length = rest.IndexOfAny(s_queryEnd) is >= 0 and var stop ? stop : rest.Length;
        if (length >= Plain && rest[..length].ContainsAnyInRange('0', '9') && HoldsLetter(rest[..length]))
            findings.Add(new(EntityTypes.Secret, new(start, length), 0.85f, "secret"));
        return start;
    }

    private static int Cookies(ReadOnlySpan<char> text, int at, FindingSink<TextSpan> findings)
    {
        var mark = Mark(text, at + "cookie".Length);
        if (mark < 0) return at + 1;
        var isSet = at > 3 && text[..at].EndsWith("set-", StringComparison.OrdinalIgnoreCase);
        var line = text[mark..Math.Min(text.Length, mark + Longest)];
        var end = line.IndexOfAny(s_end) is >= 0 and var stop ? stop : line.Length;
        for (var i = 0; i < end;)
        {
            var pair = line[i..end];
            if (pair.IndexOf(';') is >= 0 and var semicolon) pair = pair[..semicolon];
            if (pair.IndexOf('=') is > 0 and var equals)
            {
                var value = pair[(equals + 1)..].TrimEnd();
                if (IsCredential(pair[..equals], value))
                    findings.Add(new(EntityTypes.Secret, new(mark + i + equals + 1, value.Length), 0.9f, "secret"));
            }
            i += pair.Length + 1;
            if (isSet) break; // attributes follow
        }
        return mark;
    }

    /// <summary>A language or a colour scheme is none.</summary>
    private static bool IsCredential(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.Length < 3 || IsPlaceholder(value)) return false;
        if (value.Length >= Plain && value.ContainsAnyInRange('0', '9')) return true;
        foreach (var part in s_session)
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        return value.Length >= 2 * Plain;
    }

    private static int Authorization(ReadOnlySpan<char> text, int nameEnd, FindingSink<TextSpan> findings)
    {
        var mark = Mark(text, nameEnd);
        if (mark < 0) return nameEnd;
        var line = text[mark..Math.Min(text.Length, mark + Longest)];
        line = line[..(line.IndexOfAny("\r\n") is >= 0 and var stop ? stop : line.Length)];
        var quote = line.IndexOfAny(s_end);
        if (quote >= 0 && !line[..quote].Contains('=')) line = line[..quote];
        line = line.TrimEnd(" ,;\"'`});]");
        var space = line.IndexOf(' ');
        if (space > 0 && line[..space] is "Bearer" or "bearer" or "Basic" or "basic") return mark; // known by their schemes
        var from = space > 0 && IsScheme(line[..space]) ? space + 1 : 0;
        while (from < line.Length && line[from] == ' ') from++;
        var value = line[from..];
        if (!value.ContainsAny(',', '=') && value.IndexOf(' ') is > 0 and var word) value = value[..word];
        if (value.Length < ShortestBare || IsPlaceholder(value)) return mark;
        if (value.ContainsAnyInRange('0', '9') || (value.Length >= 2 * Plain && !value.Contains(' ')))
            findings.Add(new(EntityTypes.Secret, new(mark + from, value.Length), 0.9f, "secret"));
        return mark + from;
    }

    private static bool IsScheme(ReadOnlySpan<char> word) =>
        word.Length <= 24 && (char.IsAsciiLetterUpper(word[0]) || word is "token" or "apikey" or "digest" or "key" or "negotiate" or "ntlm")
        && !word.ContainsAny("=:,");

    /// <summary>Where the value begins; negative when no colon or equals sign follows the name.</summary>
    private static int Mark(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is 's' or '"' or '\'' or '\\' or ' ' or ']') i++;
        if (i >= text.Length || text[i] is not (':' or '=')) return -1;
        i++;
        for (var gap = 0; i < text.Length && gap < MaxGap && text[i] is ' ' or '"' or '\'' or '\\' or '>'; gap++) i++;
        return i;
    }

    private static bool HoldsLetter(ReadOnlySpan<char> value) => value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z');

    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value[0] is '<' or '$' or '{' or '%' or '[' || !value.ContainsAnyExcept("*xX.");
}
