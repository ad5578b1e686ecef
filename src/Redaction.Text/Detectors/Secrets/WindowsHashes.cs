namespace Redaction.Text;

/// <summary>Stored passwords and answers to challenges of Windows: the lines of account lists (<c>name:500:LM:NT:::</c>) and of the
/// protocol NTLM (<c>name::DOMAIN:challenge:response:blob</c>).</summary>
internal static class WindowsHashes
{
    private const int HashLength = 32, LongestChallenge = 48, Challenge = 16, LongestDomain = 32, Longest = 2048;

    /// <summary>The hashes before or behind two colons; empty when these are others.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int at) =>
        Listed(text, at) is { Length: > 0 } listed ? listed : Answered(text, at + 2);

    /// <summary>Two hashes in hexadecimal and the colon between them, which three colons end.</summary>
    private static TextSpan Listed(ReadOnlySpan<char> text, int at)
    {
        var start = at - (2 * HashLength) - 1;
        if (start < 1 || at + 2 >= text.Length || text[at + 2] != ':' || text[start - 1] != ':'
            || text[start + HashLength] != ':') return default;
        return IsHex(text.Slice(start, HashLength))
            && IsHex(text.Slice(at - HashLength, HashLength)) ? TextSpan.FromBounds(start, at) : default;
    }

    /// <summary>The domain, a challenge of eight bytes and at least one response in hexadecimal.</summary>
    private static TextSpan Answered(ReadOnlySpan<char> text, int domain)
    {
        var rest = text[domain..Math.Min(text.Length, domain + Longest)];
        var colon = rest.IndexOf(':');
        if (colon is < 0 or > LongestDomain || rest[..colon].ContainsAny(" \t\r\n")) return default;
        var first = HexEnd(rest, colon + 1);
        var length = first - colon - 1;
        if (length is < Challenge or > LongestChallenge || first >= rest.Length || rest[first] != ':') return default;
        var end = HexEnd(rest, first + 1);
        if (end - first - 1 < Challenge) return default;
        while (end < rest.Length && rest[end] == ':' && HexEnd(rest, end + 1) is var next && next > end + 1) end = next;
        return TextSpan.FromBounds(domain + colon + 1, domain + end);
    }

    private static int HexEnd(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsAsciiHexDigit(text[i])) i++;
        return i;
    }

    private static bool IsHex(ReadOnlySpan<char> text) => HexEnd(text, 0) == text.Length;
}
