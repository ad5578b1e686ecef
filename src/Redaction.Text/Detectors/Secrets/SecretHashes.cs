using System.Buffers;

namespace Redaction.Text;

/// <summary>Stored passwords in the modular crypt format (<c>$2b$…</c>, <c>$6$…</c>, <c>$argon2id$…</c>), in that of web frameworks
/// (<c>pbkdf2_sha256$…</c>, <c>scrypt:…$…</c>) and of directories (RFC 2307, <c>{SSHA}…</c>).</summary>
internal static class SecretHashes
{
    private const int Longest = 512, ShortestHash = 20, ShortestScheme = 1, LongestScheme = 24;
    private static readonly SearchValues<string> s_search =
        SearchValues.Create(["$", "::", "{SSHA", "{SHA", "{SMD5}", "{MD5}", "{CRYPT}", "{PBKDF2"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_body =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./$=,+-_");
    private static readonly SearchValues<char> s_scheme =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-:");
    private static readonly string[] s_short = ["1", "2", "2a", "2b", "2x", "2y", "3", "5", "6", "7", "y", "gy", "P", "H", "S", "md5"];
    private static readonly string[] s_named =
        ["argon2", "bcrypt", "scrypt", "pbkdf2", "sha1", "sha256", "sha512", "apr1", "yescrypt", "md5"];

    /// <summary>Adds the hashes.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            var span = text[at] switch
            {
                '{' => Directory(text, at),
                ':' => WindowsHashes.At(text, at),
                _ => Modular(text, at, position),
            };
            if (span.Length > 0) findings.Add(new(EntityTypes.Secret, span, 0.95f, "secret"));
            position = Math.Max(at + 1, span.End);
        }
    }

    private static TextSpan Directory(ReadOnlySpan<char> text, int at)
    {
        var close = text[at..Math.Min(text.Length, at + LongestScheme)].IndexOf('}');
        if (close < 0) return default;
        var end = EndOf(text, at + close + 1);
        return end - at - close - 1 >= ShortestHash ? TextSpan.FromBounds(at, end) : default;
    }

    private static TextSpan Modular(ReadOnlySpan<char> text, int at, int floor)
    {
        var start = at;
        while (start > floor && at - start < Longest / 16 && s_scheme.Contains(text[start - 1])) start--;
        var before = text[start..at];
        if (StartsWithNamed(before)) return Whole(text, start, at);
        var scheme = text[(at + 1)..Math.Min(text.Length, at + LongestScheme)];
        var end = scheme.IndexOf('$');
        if (end < ShortestScheme) return default;
        scheme = scheme[..end];
        return Array.IndexOf(s_short, scheme.ToString()) >= 0 || StartsWithNamed(scheme) ? Whole(text, at, at + 1 + end) : default;
    }

    private static TextSpan Whole(ReadOnlySpan<char> text, int start, int body)
    {
        var end = EndOf(text, body);
        var hash = text[body..end];
        var last = hash[(hash.LastIndexOf('$') + 1)..];
        return hash.Length >= ShortestHash && last.Length >= ShortestHash && last.ContainsAnyInRange('0', '9')
            ? TextSpan.FromBounds(start, end) : default;
    }

    private static int EndOf(ReadOnlySpan<char> text, int from)
    {
        var rest = text[from..Math.Min(text.Length, from + Longest)];
        var length = rest.IndexOfAnyExcept(s_body) is >= 0 and var stop ? stop : rest.Length;
        while (length > 0 && rest[length - 1] is ',' or '-') length--;
        return from + length;
    }

    private static bool StartsWithNamed(ReadOnlySpan<char> scheme)
    {
        foreach (var name in s_named)
            if (scheme.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
