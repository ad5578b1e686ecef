using System.Buffers;

namespace Redaction.Text;

/// <summary>Keys in the settings of routers and switches, behind the number of how they are written down: <c>password 7 0822455D0A16</c>,
/// <c>secret 0 x</c>, <c>key 7 …</c> (Cisco IOS and what follows it).</summary>
internal static class RouterKeys
{
    private const int Shortest = 4, Longest = 160;
    private static readonly SearchValues<string> s_search =
        SearchValues.Create(["password ", "secret ", "key ", "key-string ", "auth-key ", "md5 "], StringComparison.Ordinal);
    private static readonly SearchValues<char> s_end = SearchValues.Create(" \t\r\n\"'");

    /// <summary>Adds the keys.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var kind = position + step + text[(position + step)..].IndexOf(' ') + 1;
            position = kind;
            if (kind + 2 + Shortest > text.Length || text[kind] is not (>= '0' and <= '9') || text[kind + 1] != ' ') continue;
            var rest = text[(kind + 2)..Math.Min(text.Length, kind + 2 + Longest)];
            var length = rest.IndexOfAny(s_end) is >= 0 and var stop ? stop : rest.Length;
            if (length < Shortest || !IsKey(rest[..length], text[kind]) || !EndsLine(rest[length..])) continue;
            findings.Add(new(EntityTypes.Secret, new(kind + 2, length), 0.9f, "secret"));
        }
    }

    /// <summary>Hexadecimal digits (7), a hash (5, 8, 9), or whatever was typed (0).</summary>
    private static bool IsKey(ReadOnlySpan<char> value, char kind)
    {
        if (kind == '0') return !value.ContainsAny('(', ')') && (Digits.Count(value) > 0 || value.ContainsAny('!', '#', '@'));
        if (kind != '7') return value is ['$', ..] or ['!', ..] || value.Length > 20;
        foreach (var c in value)
            if (!char.IsAsciiHexDigit(c)) return false;
        return value.Length % 2 == 0 && value.Length > Shortest;
    }

    private static bool EndsLine(ReadOnlySpan<char> rest) => rest.IsEmpty || rest[0] is '\r' or '\n' or ' ';
}
