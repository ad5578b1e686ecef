using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>What header fields write in other character sets: encoded words (RFC 2047) and extended parameters (RFC 2231).</summary>
internal static partial class EncodedWords
{
    /// <summary>The value with all words read whose character set is known.</summary>
    public static string Decode(string value)
    {
        if (value.Contains("=?", StringComparison.Ordinal)) value = Words(value);
        return value.Contains('*', StringComparison.Ordinal) && value.Contains('=', StringComparison.Ordinal) ? Parameters(value) : value;
    }

    /// <summary>Characters of a decoded value in words that could not be decoded.</summary>
    public static int Undecoded(string value)
    {
        var sum = 0;
        if (value.Contains("=?", StringComparison.Ordinal))
            foreach (var match in Word().EnumerateMatches(value)) sum += match.Length;
        if (value.Contains('*', StringComparison.Ordinal))
            foreach (Match match in Extended().Matches(value))
                if (match.Groups["extended"].Success) sum += match.Length;
        return sum;
    }

    /// <summary>Words of one character set that follow each other are one: a character may be cut between them.</summary>
    private static string Words(string value)
    {
        var text = new StringBuilder(value.Length);
        var bytes = new List<byte>();
        var (written, start, end, charset) = (0, 0, 0, "");
        foreach (Match match in Word().Matches(value))
        {
            var name = match.Groups["charset"].Value.Split('*')[0];
            var follows = bytes.Count > 0 && string.IsNullOrWhiteSpace(value[end..match.Index]);
            var joins = follows && name.Equals(charset, StringComparison.OrdinalIgnoreCase);
            if (bytes.Count > 0 && !joins) Flush(follows ? match.Index : end);
            if (bytes.Count == 0)
            {
                text.Append(value, written, match.Index - written);
                written = start = match.Index;
            }
            charset = name;
            if (Bytes(match) is not { } read)
            {
                if (bytes.Count > 0) Flush(match.Index);
                text.Append(match.Value); // not as the standard has it: looked at as written, and told
                written = match.Index + match.Length;
            }
            else if (read.Length == 0 && bytes.Count == 0) written = match.Index + match.Length;
            else bytes.AddRange(read);
            end = match.Index + match.Length;
        }
        if (bytes.Count > 0) Flush(end);
        return text.Append(value, written, value.Length - written).ToString();

        void Flush(int to)
        {
            text.Append(Text([.. bytes], charset) ?? value[start..end]);
            written = to;
            bytes.Clear();
        }
    }

    private static byte[]? Bytes(Match match)
    {
        var body = match.Groups["text"].Value;
        if (match.Groups["kind"].Value is not ("B" or "b")) return FromQ(body);
        try
        {
            return Convert.FromBase64String(body.TrimEnd('=') + new string('=', (4 - body.TrimEnd('=').Length % 4) % 4));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Text(byte[] bytes, string charset)
    {
        try
        {
            return CodePages.Find(charset)?.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] FromQ(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=' && IsHex(body, i + 1, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.Add(body[i] == '_' ? (byte)' ' : (byte)body[i]);
            }
        }
        return [.. bytes];
    }

    /// <summary>Puts parameters together that stand in parts or in another character set, as they would stand in one.</summary>
    private static string Parameters(string value)
    {
        var matches = Extended().Matches(value);
        if (matches.Count == 0) return value;
        var text = new StringBuilder(value.Length);
        var written = 0;
        foreach (var group in matches.GroupBy(static m => m.Groups["name"].Value, StringComparer.OrdinalIgnoreCase))
        {
            Match[] parts = [.. group.OrderBy(static m => m.Groups["part"].Length == 0 ? 0 : int.Parse(m.Groups["part"].ValueSpan,
                CultureInfo.InvariantCulture))];
            if (Joined(parts) is not { } whole) continue;
            foreach (var part in group)
            {
                if (part.Index < written) return value; // parts of two parameters in turn: left as they are, and told
                text.Append(value, written, part.Index - written);
                if (part == group.First()) text.Append(CultureInfo.InvariantCulture, $"; {group.Key}=\"{whole.Replace('"', '\'')}\"");
                written = part.Index + part.Length;
            }
        }
        return text.Append(value, written, value.Length - written).ToString();
    }

    private static string? Joined(Match[] parts)
    {
        var bytes = new List<byte>();
        var charset = "us-ascii";
        foreach (var part in parts)
        {
            var content = part.Groups["quoted"].Success ? part.Groups["quoted"].Value : part.Groups["bare"].Value;
            if (!part.Groups["extended"].Success) { bytes.AddRange(Encoding.UTF8.GetBytes(content)); continue; }
            if (part == parts[0] && content.Split('\'') is [var name, _, .. var rest])
                (charset, content) = (name.Length > 0 ? name : charset, string.Join('\'', rest));
            for (var i = 0; i < content.Length; i++)
            {
                if (content[i] == '%' && IsHex(content, i + 1, out var b)) { bytes.Add(b); i += 2; }
                else bytes.AddRange(Encoding.UTF8.GetBytes(content[i].ToString()));
            }
        }
        return Text([.. bytes], charset);
    }

    private static bool IsHex(string text, int at, out byte value)
    {
        value = 0;
        return at + 2 <= text.Length
            && byte.TryParse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s=]{1,60})\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.None,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Word();

    [GeneratedRegex(@";\s*(?<name>[\w-]{1,40})(?:\*(?<part>\d{1,3})(?<extended>\*)?|(?<extended>\*))\s*="
        + @"\s*(?:""(?<quoted>[^""]*)""|(?<bare>[^\s;""]*))", RegexOptions.None, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Extended();
}
