using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>The header of a message or of one of its parts.</summary>
internal sealed partial class MailHeader
{
    private MailHeader(List<MailField> fields, int length) => (Fields, Length) = (fields, length);

    public IReadOnlyList<MailField> Fields { get; }

    /// <summary>Bytes up to the body, the empty line included.</summary>
    public int Length { get; }

    /// <summary>Media type, lower case; plain text when there is none (RFC 2045 section 5.2).</summary>
    public string MediaType => Find("content-type") is { } value ? value.Split(';')[0].Trim().ToLowerInvariant() : "text/plain";

    /// <summary>Transfer encoding, lower case.</summary>
    public string TransferEncoding => Find("content-transfer-encoding")?.Trim().ToLowerInvariant() ?? "7bit";

    /// <summary>The name of an attached file (RFC 2183), or of the part; null when there is none.</summary>
    public string? FileName => Parameter("filename", "content-disposition") ?? Parameter("name");

    /// <summary>A parameter of the content type, such as <c>boundary</c>.</summary>
    public string? Parameter(string name, string field = "content-type")
    {
        foreach (Match match in Parameters().Matches(Find(field) ?? ""))
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value;
        return null;
    }

    /// <summary>Reads the fields at the start of an entity.</summary>
    public static MailHeader Read(ReadOnlySpan<byte> entity)
    {
        var fields = new List<MailField>();
        var position = 0;
        while (position < entity.Length)
        {
            var end = LineEnd(entity, position);
            if (IsEmptyLine(entity[position..end])) return new(fields, end);
            while (end < entity.Length && entity[end] is (byte)' ' or (byte)'\t') end = LineEnd(entity, end); // folded
            fields.Add(Field(entity[position..end], position..end));
            position = end;
        }
        return new(fields, entity.Length);
    }

    private static MailField Field(ReadOnlySpan<byte> raw, Range place)
    {
        var text = MailCharset.Lenient(raw);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !IsName(text.AsSpan(0, colon).TrimEnd())) return new("", Decoded(Unfolded(text)), place);
        return new(text[..colon].Trim(), Decoded(Unfolded(text[(colon + 1)..])), place);
    }

    /// <summary>Printable signs of ASCII (RFC 5322 section 2.2): anything else before the colon is text.</summary>
    private static bool IsName(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExceptInRange('!', '~');

    /// <summary>Characters of a value in encoded words that could not be decoded.</summary>
    public static int Undecoded(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal)) return 0;
        var sum = 0;
        foreach (var match in EncodedWords().EnumerateMatches(value)) sum += match.Length;
        return sum;
    }

    private string? Find(string name)
    {
        foreach (var field in Fields)
            if (field.Is(name)) return field.Value;
        return null;
    }

    private static int LineEnd(ReadOnlySpan<byte> entity, int start)
    {
        var end = entity[start..].IndexOf((byte)'\n');
        return end < 0 ? entity.Length : start + end + 1;
    }

    private static bool IsEmptyLine(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8).IsEmpty;

    private static string Unfolded(string text) => Folds().Replace(text, " ").Trim();

    private static string Decoded(string value) =>
        value.Contains("=?", StringComparison.Ordinal) ? EncodedWords().Replace(value, static m => Word(m)) : value;

    private static string Word(Match match)
    {
        if (MailCharset.Find(match.Groups["charset"].Value) is not { } encoding) return match.Value;
        var body = match.Groups["text"].Value;
        try
        {
            return encoding.GetString(match.Groups["kind"].Value is "B" or "b" ? Convert.FromBase64String(body) : FromQ(body));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return match.Value; // not an encoded word after all: looked at as written
        }
    }

    private static byte[] FromQ(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=' && i + 2 < body.Length
                && byte.TryParse(body.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
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

    [GeneratedRegex(@"\r?\n[ \t]*|[\r\n]+$", RegexOptions.None, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Folds();

    [GeneratedRegex(@"=\?(?<charset>[\w-]{1,40})\?(?<kind>[BbQq])\?(?<text>[^?\s]{0,200})\?=(?:\s+(?==\?))?", RegexOptions.None,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@";\s*(?<name>[\w-]{1,40})\s*=\s*(?:""(?<quoted>[^""]{0,200})""|(?<bare>[^\s;""]{1,200}))", RegexOptions.None,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Parameters();
}
