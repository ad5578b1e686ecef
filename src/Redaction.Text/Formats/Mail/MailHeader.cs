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
        if (colon < 0 || !IsName(text.AsSpan(0, colon).TrimEnd())) return new("", EncodedWords.Decode(Unfolded(text)), place);
        return new(text[..colon].Trim(), EncodedWords.Decode(Unfolded(text[(colon + 1)..])), place);
    }

    /// <summary>Printable signs of ASCII (RFC 5322 section 2.2): anything else before the colon is text.</summary>
    private static bool IsName(ReadOnlySpan<char> name) => !name.IsEmpty && !name.ContainsAnyExceptInRange('!', '~');

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

    /// <summary>A fold stands for a space, but for the one in the middle of an address.</summary>
    private static string Unfolded(string text)
    {
        text = text.TrimEnd('\r', '\n');
        return Folds().Replace(text, m => LineEndFold.IsInWord(text, m.Index, m.Index + m.Length) ? "" : " ").Trim();
    }

    [GeneratedRegex(@"\r?\n[ \t]*", RegexOptions.None, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Folds();

    [GeneratedRegex(@";\s*(?<name>[\w-]{1,40})\s*=\s*(?:""(?<quoted>[^""]{0,200})""|(?<bare>[^\s;""]{1,200}))", RegexOptions.None,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Parameters();
}
