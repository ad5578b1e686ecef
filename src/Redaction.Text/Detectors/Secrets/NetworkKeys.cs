using System.Buffers;

namespace Redaction.Text;

/// <summary>The key of a wireless network after its name: <c>SSID Quill, key …</c>, <c>wifi "Quill" pw …</c>.</summary>
internal static class NetworkKeys
{
    private const int Reach = 80, Shortest = 8, Longest = 63; // WPA (IEEE 802.11i)
    private static readonly PhraseSearch s_search = new("ssid", "wifi", "wi-fi", "wlan", "hotspot", "无线", "無線", "热点", "와이파이");
    private static readonly WordSet s_keys = new("key pass pw pwd psk code password passcode passphrase passwort schlüssel kennwort clé "
        + "code mdp clave contraseña llave chiave chave senha nøkkel nyckel nøgle avain sleutel wachtwoord klucz hasło klíč heslo kulcs "
        + "jelszó parola cheie anahtar şifre ключ пароль κλειδί κωδικός 密码 密碼 パスワード 키 비밀번호");
    private static readonly SearchValues<char> s_wordEnd = SearchValues.Create(" \t:=：,;/|\"'`()\r\n");
    private static readonly SearchValues<char> s_end = SearchValues.Create(" \t\r\n\"'`,;|<>)}”");
    private static readonly SearchValues<char> s_telling = SearchValues.Create("0123456789!$#%&*+@_-");

    /// <summary>Adds the keys.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; s_search.Next(text, position) is >= 0 and var at;)
        {
            position = at + 2;
            var line = text[at..Math.Min(text.Length, at + Reach)];
            if (line.IndexOf('\n') is >= 0 and var end) line = line[..end];
            var span = Key(text, at, at + line.Length);
            if (span.Length == 0) continue;
            if (!IsKnown(span, findings)) findings.Add(new(EntityTypes.Secret, span, 0.85f, "secret"));
            position = span.End;
        }
    }

    private static bool IsKnown(TextSpan span, FindingSink<TextSpan> findings)
    {
        foreach (ref readonly var finding in findings.Items)
            if (finding.Region.Start <= span.Start && finding.Region.End >= span.End) return true;
        return false;
    }

    /// <summary>The value behind the first word for a key.</summary>
    private static TextSpan Key(ReadOnlySpan<char> text, int at, int end)
    {
        for (var i = at; i < end;)
        {
            var length = text[i..end].IndexOfAny(s_wordEnd) is >= 0 and var stop ? stop : end - i;
            var isKey = i > at && length > 0 && s_keys.Contains(text.Slice(i, length));
            i += length + 1;
            if (isKey && Value(text, i - 1) is { Length: > 0 } value) return value;
        }
        return default;
    }

    private static TextSpan Value(ReadOnlySpan<char> text, int from)
    {
        var start = from;
        while (start < text.Length && start - from < 4 && text[start] is ' ' or ':' or '=' or '：' or '"' or '\'' or '“' or '`') start++;
        var isMarked = text[from..start].ContainsAny(":=：\"'");
        if (!isMarked && text[start..].StartsWith("is ", StringComparison.OrdinalIgnoreCase)) start += 3;
        var rest = text[start..Math.Min(text.Length, start + Longest + 1)];
        var length = rest.IndexOfAny(s_end) is >= 0 and var stop ? stop : rest.Length;
        while (length > 0 && rest[length - 1] is '.' or ':') length--;
        if (length is < Shortest or > Longest || rest[0] is '<' or '$' or '{' or '%' or '[' or '*' or '(') return default;
        var isTelling = rest[..length].ContainsAny(s_telling) && (isMarked || rest[..length].ContainsAnyInRange('0', '9'));
        return isTelling ? new(start, length) : default;
    }
}
