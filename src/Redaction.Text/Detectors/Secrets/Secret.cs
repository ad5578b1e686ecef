using System.Buffers;

namespace Redaction.Text;

/// <summary>Credentials: keys and tokens with published prefixes, JSON web tokens (RFC 7519), PEM private keys (RFC 7468), passwords in web
/// addresses, authorization headers (RFC 7617, RFC 6750), cookies, stored hashes, arguments of commands, and values that are assigned to
/// names such as "password" or "api_key".</summary>
internal sealed class Secret : ITextDetector
{
    private const int LongestBlock = 16 * 1024;
    private const int ShortestKey = 18;
    private const int LongestUser = 256;
    private const float Published = 0.97f;
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> s_dotted =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
    private static readonly SearchValues<string> s_blocks = SearchValues.Create(["://", "-----BEGIN ", "hf_", "api_org_"],
        StringComparison.Ordinal);
    private static readonly SearchValues<char> s_notUser = SearchValues.Create(" \t\r\n/?#\"'<>@");

    public static ITextDetector Detector { get; } = new Secret();

    public DetectorInfo Info { get; } = new("secret", EntityTypes.Secret) { IsSelfEvident = true };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var keys = findings.Count;
        Keys(source.Text, findings);
        var blocks = findings.Count;
        Blocks(source.Text, findings);
        SecretAssignment.Find(source.Text, findings, keys, blocks);
        SecretHashes.Find(source.Text, findings);
        SecretHeaders.Find(source.Text, findings);
        SecretOptions.Find(source.Text, findings);
        WindowsCommands.Find(source.Text, findings);
        SecretLinks.Find(source.Text, findings);
        SecretCalls.Find(source.Text, findings);
        NetworkKeys.Find(source.Text, findings);
        OneTimeCodes.Find(source.Text, findings);
        RouterKeys.Find(source.Text, findings);
    }

    /// <summary>Looks for prefixes only in long runs with a digit: searching all of a text for sixty prefixes costs ten times as
    /// much (DetectorBench).</summary>
    private static void Keys(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var digit = text[position..].IndexOfAnyInRange('0', '9');
            if (digit < 0) return;
            digit += position;
            var start = text[position..digit].LastIndexOfAnyExcept(s_dotted) + position + 1;
            var end = text[digit..].IndexOfAnyExcept(s_dotted) is >= 0 and var length ? digit + length : text.Length;
            if (end - start >= ShortestKey)
            {
                if (SecretShapes.At(text, start, end) is { Length: > 0 } span)
                    findings.Add(new(EntityTypes.Secret, span, Published, "secret"));
                else ByPrefix(text[..end], start, findings);
            }
            position = end;
        }
    }

    private static void ByPrefix(ReadOnlySpan<char> text, int position, FindingSink<TextSpan> findings)
    {
        while (position < text.Length)
        {
            var step = text[position..].IndexOfAny(SecretPrefixes.Search);
            if (step < 0) return;
            var at = position + step;
            var span = at > 0 && char.IsLetterOrDigit(text[at - 1]) ? default : text[at..].StartsWith("eyJ") ? WebToken(text, at)
                : Key(text, at);
            if (span.Length > 0) findings.Add(new(EntityTypes.Secret, span, Published, "secret"));
            position = Math.Max(at + 1, span.End);
        }
    }

    private static void Blocks(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_blocks);
            if (step < 0) return;
            var at = position + step;
            var span = text[at] switch
            {
                '-' => PrivateKey(text, at),
                ':' => PasswordInAddress(text, at),
                _ => SecretShapes.OfLetters(text, at),
            };
            if (span.Length == 0 && text[at] == ':') span = Webhooks.TokenAt(text, at + 3);
            if (span.Length > 0) findings.Add(new(EntityTypes.Secret, span, Published, "secret"));
            position = Math.Max(at + 1, span.End);
        }
    }

    private static TextSpan Key(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 512)];
        foreach (ref readonly var prefix in SecretPrefixes.All.AsSpan())
        {
            if (!rest.StartsWith(prefix.Prefix)) continue;
            var body = rest[prefix.Prefix.Length..];
            var allowed = prefix.Prefix[^1] == '.' ? s_dotted : s_token;
            var length = body.IndexOfAnyExcept(allowed) is >= 0 and var end ? end : body.Length;
            while (length > 0 && body[length - 1] is '.' or '-') length--;
            if (length < prefix.Min || length > prefix.Max || !LooksRandom(body[..length])) continue;
            return new(at, prefix.Prefix.Length + length);
        }
        return default;
    }

    /// <summary>Keys mix letters and digits; words joined by hyphens do not.</summary>
    private static bool LooksRandom(ReadOnlySpan<char> body) =>
        body.ContainsAnyInRange('0', '9') && (body.ContainsAnyInRange('a', 'z') || body.ContainsAnyInRange('A', 'Z'));

    private static TextSpan WebToken(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestBlock)];
        var end = rest.IndexOfAnyExcept(s_dotted) is >= 0 and var stop ? stop : rest.Length;
        while (end > 0 && rest[end - 1] == '.' && rest[..(end - 1)].Count('.') >= 2) end--;
        var first = rest[..end].IndexOf('.');
        if (first < 8) return default;
        var second = rest[(first + 1)..end].IndexOf('.');
        return second >= 8 ? new(at, end) : default;
    }

    private static TextSpan PrivateKey(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestBlock)];
        var head = rest[..Math.Min(rest.Length, 64)].IndexOf("PRIVATE KEY");
        if (head < 0) return default;
        var body = rest[head..];
        var close = body.IndexOf("-----END ");
        if (close < 0) return new(at, rest.Length); // cut off: the rest of the block is key
        var tail = body[(close + 9)..].IndexOf("-----");
        return new(at, head + close + 9 + (tail < 0 ? 0 : tail + 5));
    }

    /// <summary>The password of <c>scheme://user:password@host</c>.</summary>
    private static TextSpan PasswordInAddress(ReadOnlySpan<char> text, int at)
    {
        var start = at + 3;
        var rest = text[start..Math.Min(text.Length, start + LongestUser)];
        var stop = rest.IndexOfAny(s_notUser);
        if (stop < 3 || rest[stop] != '@') return default;
        var colon = rest[..stop].IndexOf(':');
        return colon < 0 || colon + 1 == stop ? default : TextSpan.FromBounds(start + colon + 1, start + stop);
    }
}
