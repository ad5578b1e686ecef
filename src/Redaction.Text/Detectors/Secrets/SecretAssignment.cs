using System.Buffers;

namespace Redaction.Text;

/// <summary>Values assigned to names that mean a credential: <c>password=…</c>, <c>"api_key": "…"</c>,
/// <c>AccountKey=…;</c>, <c>Bearer …</c>.</summary>
internal static class SecretAssignment
{
    private const int MaxGap = 6;
    private const int Longest = 1024, LongestType = 24, LongestElement = 96;
    private static readonly WordSet s_types = new(
        "null none true false undefined required optional string text str varchar hash hashed encrypted bytes bool boolean hidden masked");

    private static readonly SearchValues<char> s_noElement = SearchValues.Create("\n\r{};,()[]");
    private static readonly SearchValues<char> s_telling = SearchValues.Create("0123456789!$#%&*+@");
    private static readonly string[] s_names = ["passw", "_pass", "dbpass", "userpass", "identified by ", "passphrase", "contrase",
        "mot de passe", "pwd", "secret", "key", "token", "bearer ", "basic "];
    private static readonly string[] s_keyKinds =
        ["api", "access", "account", "private", "secret", "auth", "shared", "encryption", "signing", "master", "app", "session", "cookie",
            "hmac", "jwt", "deploy", "service", "storage", "webhook", "crypto", "license", "licence", "wifi", "wi-fi", "wlan", "wpa",
            "network"];
    private static readonly SearchValues<string> s_search = SearchValues.Create(s_names, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_end = SearchValues.Create(" \t\r\n\"'`;,&<>|)]}\u201C\u201D");
    private static readonly SearchValues<char> s_base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.~");

    /// <summary>Adds assigned values that no finding from <paramref name="keys"/> on already covers;
    /// those before and from <paramref name="blocks"/> on are each sorted by place.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings, int keys, int blocks)
    {
        var known = findings.Count;
        var endOfKeys = blocks;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            var name = NameAt(text, at);
            var mark = 0;
            var span = name is "bearer " or "basic " ? Header(text, at, name) : Assigned(text, at, at + name.Length, name, out mark);
            if (span.Length > 0 && !Covers(findings, ref keys, endOfKeys, span) && !Covers(findings, ref blocks, known, span))
                findings.Add(new(EntityTypes.Secret, span, 0.9f, "secret"));
            position = Math.Max(at + name.Length, span.End);
            if (span.Length == 0 && mark > 0) position = Math.Max(position, SecretLists.Find(text, mark, findings));
        }
    }

    private static bool Covers(FindingSink<TextSpan> findings, ref int first, int end, TextSpan span)
    {
        while (first < end && findings.Items[first].Region.End < span.End) first++;
        return first < end && findings.Items[first].Region.Start <= span.Start;
    }

    private static string NameAt(ReadOnlySpan<char> text, int at)
    {
        foreach (var name in s_names)
            if (text[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return name;
        return s_names[0];
    }

    private static TextSpan Header(ReadOnlySpan<char> text, int at, string name)
    {
        if (at > 0 && Neighbourhood.IsWord(text[at - 1])) return default;
        var start = at + name.Length;
        var rest = text[start..Math.Min(text.Length, start + 4096)];
        var length = rest.IndexOfAnyExcept(s_base64) is >= 0 and var end ? end : rest.Length;
        while (length > 0 && rest[length - 1] == '.') length--;
        var value = rest[..length];
        if (length < 8) return default;
        return name == "basic " ? (IsUserAndPassword(value) ? new(start, length) : default)
            : value.ContainsAnyInRange('0', '9')
                || (length >= 20 && value.ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('a', 'z')) ? new(start, length)
                : default;
    }

    /// <summary>RFC 7617: the header holds <c>user:password</c> in Base64, which no English word after "basic" does.</summary>
    private static bool IsUserAndPassword(ReadOnlySpan<char> value)
    {
        Span<byte> bytes = stackalloc byte[384];
        return value.Length <= 512 && Convert.TryFromBase64Chars(value, bytes, out var written) && bytes[..written].Contains((byte)':');
    }

    private static TextSpan Assigned(ReadOnlySpan<char> text, int at, int nameEnd, string name, out int mark)
    {
        mark = 0;
        if (at > 0 && char.IsLetter(text[at - 1]) && char.IsLower(text[at]) && name is "secret" or "token" or "pwd") return default;
        // SQL
        if (name == "identified by ")
            return nameEnd < text.Length && text[nameEnd] is '\'' or '"' ? Value(text, nameEnd + 1, true, false) : default;
        if (name == "key" && !IsKeyOfKind(text[Math.Max(0, at - 12)..at])) return default;
        if (SecretSettings.Count(text, at, nameEnd)) return default;
        if (name == "passw" && !(nameEnd < text.Length && text[nameEnd] is 'd' or 'D' or 'o' or 'O')) return default; // PassWarning
        var i = nameEnd;
        while (i < text.Length && i - nameEnd < 16 && char.IsLetter(text[i])) i++; // the rest of the word
        var rest = i;
        while (i < text.Length && i - rest < 24 && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_')) i++; // password_hash
        var suffix = i - rest;
        var gap = i;
        if (i + 3 < text.Length && text[i] == ':' && IsPrompt(text, i + 1)) return default;
        while (i < text.Length && i - gap < MaxGap && (text[i] is '"' or '\'' or ' ' or '\\' || IsIndexEnd(text, i))) i++;
        var isWord = suffix == 0 && i > gap && i < text.Length && text[i..].StartsWith("is ", StringComparison.OrdinalIgnoreCase);
        if (isWord) i += 3;
        else
        {
            if (InCode(text, at, i, gap, name) is { Length: > 0 } code) return code;
            if (i > gap && OfAttribute(text, i) is > 0 and var attribute)
                return Value(text, attribute, quoted: text[attribute - 1] != '>', mustLookRandom: name is "token" or "key");
            if (i >= text.Length || text[i] is not ('=' or ':')) return default;
            i++;
            if (text[i - 1] == ':') i = AfterType(text, i);
            if (i < text.Length && text[i] is '=' or '>') i++;
        }
        mark = i;
        if (SecretLists.Continued(text, i) is > 0 and var next) return Value(text, next + 1, true, name is "token" or "key" || suffix > 0);
        var (start, quoted) = ValueStart(text, i);
        if (!quoted && !isWord && IsExpression(text, i, start)) return default;
        if (name == "pwd" && start < text.Length && text[start] is '/' or '~') return default; // the folder that a shell is in
        return Value(text, start, quoted, isWord || name is "token" or "key" || suffix > 0);
    }

    /// <summary>A statement of SQL, and arguments of a call: <c>set("password", "…")</c>.</summary>
    private static TextSpan InCode(ReadOnlySpan<char> text, int at, int i, int gap, string name)
    {
        if (name is "passw" or "_pass" && i - gap == 2 && SqlPassword(text, at, i) is { Length: > 0 } sql) return sql;
        return i + 2 < text.Length && i > gap && text[i] == ',' && text[i - 1] is '"' or '\''
            && text[(i + 1)..(i + 3)].IndexOf(text[i - 1]) is >= 0 and var quote ? Value(text, i + 2 + quote, true, true) : default;
    }

    /// <summary>Where the value begins of an element that another attribute names: <c>&lt;add key="password" value="…"/&gt;</c>,
    /// <c>&lt;setting name="password" …&gt;&lt;value&gt;…</c>; 0 where none does.</summary>
    private static int OfAttribute(ReadOnlySpan<char> text, int i)
    {
        var rest = text[i..Math.Min(text.Length, i + LongestElement)];
        var value = rest.IndexOf("value", StringComparison.OrdinalIgnoreCase);
        if (value < 0 || rest[..value].ContainsAny(s_noElement)) return 0;
        var end = value + "value".Length;
        if (rest[end..] is ['>', ..] && value > 0 && rest[value - 1] == '<') return i + end + 1;
        if (rest[..value].Contains('>') || rest[end..] is not ['=', '"' or '\'', ..]) return 0;
        return i + end + 2;
    }

    /// <summary>The bracket that ends an index by name: <c>config['db_pass'] = …</c>.</summary>
    private static bool IsIndexEnd(ReadOnlySpan<char> text, int i) => text[i] == ']' && text[i - 1] is '"' or '\'' or ']';

    /// <summary>Behind a type between name and value: <c>token: String = "…"</c>, <c>password: &amp;str = "…"</c>.</summary>
    private static int AfterType(ReadOnlySpan<char> text, int colon)
    {
        var end = colon;
        while (end < text.Length && end - colon < LongestType && (char.IsAsciiLetterOrDigit(text[end])
            || text[end] is ' ' or '&' or '.' or '?' or '<' or '>'
            or '_')) end++;
        return end + 2 < text.Length && end > colon && text[end] == '=' && text[end - 1] == ' ' && text[end + 1] == ' '
            && text[end + 2] is '"' or '\'' or '`' ? end + 1 : colon;
    }

    /// <summary><c>WITH PASSWORD '…'</c>: a word in quotes after a statement's own word, or one with a digit or sign.</summary>
    private static TextSpan SqlPassword(ReadOnlySpan<char> text, int at, int start)
    {
        if (text[start - 1] is not ('\'' or '"') || text[start - 2] != ' ') return default;
        var value = Value(text, start, true, false);
        if (value.Length == 0 || text.Slice(value.Start, value.Length).Contains(' ')) return default;
        var before = text[..at].TrimEnd();
        var isStatement = before.EndsWith("WITH", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("ENCRYPTED", StringComparison.OrdinalIgnoreCase) || before.EndsWith("SET", StringComparison.Ordinal);
        return isStatement || text.Slice(value.Start, value.Length).ContainsAny(s_telling) ? value : default;
    }

    /// <summary>A colon, a space at most and a quotation mark that nothing but a bracket, comma,
    /// point or line's end follows end a text for people: <c>'Password: ', stream</c>.</summary>
    private static bool IsPrompt(ReadOnlySpan<char> text, int afterColon)
    {
        var i = text[afterColon] == ' ' ? afterColon + 1 : afterColon;
        return text[i] is '\'' or '"' && (i + 1 == text.Length || text[i + 1] is ')' or ',' or ']' or ';' or '.' or '\n' or '\r');
    }

    /// <summary>Where the value begins: after spaces, backslashes and one quotation mark.</summary>
    private static (int Start, bool Quoted) ValueStart(ReadOnlySpan<char> text, int from)
    {
        var i = from;
        while (i < text.Length && i - from < MaxGap && text[i] is ' ' or '\\') i++;
        if (i >= text.Length || text[i] is not ('"' or '\'' or '`' or '\u201C')) return (i, false);
        var quoted = text[i] != '\u201C';
        var isTriple = i + 3 < text.Length && text[i + 1] == text[i] && text[i + 2] == text[i] && text[i + 3] != text[i];
        return (isTriple ? i + 3 : i + 1, quoted);
    }

    /// <summary>In code a name, call or comparison may stand where a configuration file has the value: <c>passwd = prompt(x)</c>,
    /// <c>token == 0x23</c>.</summary>
    private static bool IsExpression(ReadOnlySpan<char> text, int operatorEnd, int start)
    {
        if (operatorEnd > 1 && text[(operatorEnd - 2)..operatorEnd] is "==") return true;
        if (start == operatorEnd || operatorEnd < 2 || text[operatorEnd - 1] != '=' || text[operatorEnd - 2] != ' ') return false;
        var end = start;
        while (end < text.Length && text[end] == '(') end++;
        if (end > start && end < text.Length && char.IsAsciiLetter(text[end])) return true;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '_' or '.')) end++;
        if (end == start || end == text.Length) return false;
        if (text[end] == ';' && text[start..end].Contains('.') && char.IsAsciiLetter(text[end - 1])) return true; // props.secret;
        return text[end] is '(' or ',' or ')' or '['
            || (text[end] == ' ' && end + 2 < text.Length
                && (text[end + 1] is '+' or '=' or '?' or '|' or '&' || text[(end + 1)..].StartsWith("or ")
                    || text[(end + 1)..].StartsWith("if ")));
    }

    /// <summary>A bare "key" may be anything; an API key, access key or private key is a credential.</summary>
    private static bool IsKeyOfKind(ReadOnlySpan<char> before)
    {
        if (before is [.., '_' or '-' or ' ']) before = before[..^1];
        foreach (var kind in s_keyKinds)
            if (before.EndsWith(kind, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static TextSpan Value(ReadOnlySpan<char> text, int start, bool quoted, bool mustLookRandom)
    {
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        var quote = quoted ? text[start - 1] : '\0';
        var length = quoted ? rest.IndexOf(quote) : rest.IndexOfAny(s_end);
        if (length < 0) length = quoted ? rest.IndexOfAny(s_end) is >= 0 and var stop ? stop : rest.Length : rest.Length;
        if (!quoted)
            while (length > 0 && rest[length - 1] is '.' or ':') length--;
        var value = rest[..length];
        if (length < 4 || IsPlaceholder(value)) return default;
        if (mustLookRandom && !value.ContainsAnyInRange('0', '9') && !value.ContainsAny('!', '$', '#')) return default;
        return new(start, length);
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value[0] is '<' or '$' or '{' or '%' or '[' || value.IndexOfAnyExcept('*', 'x', 'X') < 0 || s_types.Contains(value);
}
