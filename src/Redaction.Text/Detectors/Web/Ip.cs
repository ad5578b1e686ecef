using System.Buffers;

namespace Redaction.Text;

/// <summary>Internet addresses: version 4 in dotted decimal (RFC 791) and version 6 in all forms of RFC 4291 and RFC 5952, also compressed,
/// with an embedded version 4 address, and with a zone (RFC 4007).</summary>
internal static class Ip
{
    private const int LongestRun = 46;
    private const int LongestZone = 16;
    private static readonly SearchValues<char> s_v6 = SearchValues.Create("0123456789abcdefABCDEF:.");
    private static readonly ContextWords s_version =
        new("version", "versions", "ver", "build", "release", "firmware", "section", "chapter", "oid", "upgrade", "upgraded");
    private static readonly ContextWords s_context =
        new("ip", "ips", "ipv4", "ipv6", "address", "host", "server", "client", "addr", "gateway", "dns", "subnet", "login", "from");

    public static ITextDetector Detector { get; } = new AnchoredBy("ip", EntityTypes.Ip, AnchorKinds.Number | AnchorKinds.Word, 1, Probe)
    {
        IsSelfEvident = true,
        NumberForm = static (first, next, second) => first is >= 1 and <= 3 && next == CharKind.Dot && second is >= 1 and <= 3,
        BesideForm = static (_, _, before, after) => before == CharKind.Colon || after == CharKind.Colon,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        if (anchor.Kind == AnchorKinds.Word) ProbeV6(source, anchor.Span, findings);
        else if (anchor.Digits >= 4 && anchor.Span.Length >= 7) ProbeV4(source, anchor.Span, findings);
    }

    private static void ProbeV4(TextSource source, TextSpan cluster, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = cluster.Start; i < cluster.End;)
        {
            var end = V4End(text[..cluster.End], i);
            if (end > 0 && IsFreeV4(text, i, end))
            {
                end = PrefixEnd(text, end);
                var span = TextSpan.FromBounds(i, end);
                var score = IsVersion(text, span) ? 0.3f : s_context.AreNear(source, span) ? 0.98f : s_version.AreNear(source, span) ? 0.3f
                    : 0.9f;
                findings.Add(new(EntityTypes.Ip, span, score, "ip"));
                i = end;
            }
            while (i < cluster.End && char.IsAsciiDigit(text[i])) i++;
            while (i < cluster.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    /// <summary>Four numbers below 100 that a revision follows (<c>1.2.5.1-2</c>),
    /// or a name of a program in small letters stands before (<c>since dpkg 1.4.1.19</c>).</summary>
    private static bool IsVersion(ReadOnlySpan<char> text, TextSpan span)
    {
        if (span.Length > 11) return false;
        if (span.End + 1 < text.Length && text[span.End] is '-' or '+' or '~' && char.IsAsciiLetterOrDigit(text[span.End + 1])
            && !(text[span.End] == '-' && V4End(text, span.End + 1) > 0)) return true;
        if (span.Start > 1 && text[span.Start - 1] == ' ' // Pandoc 2.14.0.3
            && NameWords.IsSoftware(text[AddressText.WordStart(text, span.Start - 1)..(span.Start - 1)])) return true;
        return span.Start > 6 && text[span.Start - 1] == ' '
            && text[AddressText.WordStart(text, span.Start - 1)..(span.Start - 1)] is { Length: > 2 } word
            && AddressText.WordStart(text, span.Start - 1) is > 5 and var start
            && text[..start].EndsWith("since ", StringComparison.OrdinalIgnoreCase) && char.IsLower(word[0]);
    }

    /// <summary>Takes in the length of a network prefix, such as <c>/24</c>.</summary>
    private static int PrefixEnd(ReadOnlySpan<char> text, int end)
    {
        if (end + 1 >= text.Length || text[end] != '/') return end;
        var i = end + 1;
        while (i < text.Length && i - end <= 3 && char.IsAsciiDigit(text[i])) i++;
        return i == end + 1 || (i < text.Length && Neighbourhood.IsWord(text[i])) ? end : i;
    }

    /// <summary>End of four octets without leading zeros that start at <paramref name="start"/>; -1 when there are none.</summary>
    private static int V4End(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        for (var octet = 0; octet < 4; octet++)
        {
            if (octet > 0 && (i >= text.Length || text[i++] != '.')) return -1;
            int from = i, value = 0;
            for (; i < text.Length && i - from < 3 && char.IsAsciiDigit(text[i]); i++) value = value * 10 + text[i] - '0';
            if (i == from || value > 255 || (text[from] == '0' && i - from > 1)) return -1;
        }
        return i < text.Length && char.IsAsciiDigit(text[i]) ? -1 : i;
    }

    private static bool IsFreeV4(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0
            && (Neighbourhood.IsWord(text[start - 1]) || (text[start - 1] == '.' && start > 1 && Neighbourhood.IsWord(text[start - 2]))))
            return false;
        if (start > 1 && text[start - 1] == ':' && (text[start - 2] == ':' || IsInV6(text, start - 1))) return false;
        if (end == text.Length) return true;
        return !Neighbourhood.IsWord(text[end]) && !(text[end] == '.' && end + 1 < text.Length && Neighbourhood.IsWord(text[end + 1]));
    }

    /// <summary>True when the colon before a dotted number belongs to a version 6 address that embeds it.</summary>
    private static bool IsInV6(ReadOnlySpan<char> text, int colon)
    {
        var i = colon - 1;
        while (i >= 0 && colon - i < 6 && char.IsAsciiHexDigit(text[i])) i--;
        return i >= 0 && text[i] == ':' && i < colon - 1;
    }

    private static void ProbeV6(TextSource source, TextSpan word, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = word.Start;
        if (!TouchesColon(text, word)) return;
        var floor = Math.Max(0, word.Start - LongestRun);
        while (start > floor && s_v6.Contains(text[start - 1])) start--;
        if (text[start..word.Start].ContainsAnyInRange('0', '9')) return; // an earlier anchor has reported it
        var end = word.Start;
        while (end < text.Length && end - start <= LongestRun && s_v6.Contains(text[end])) end++;
        while (end > start && (text[end - 1] == '.' || (text[end - 1] == ':' && text[end - 2] != ':'))) end--;
        if (start < end && text[start] == ':' && text[start + 1] != ':') start++;
        var span = TextSpan.FromBounds(start, end);
        if (start > end || !IsV6(text[start..end], out var isSure) || !Neighbourhood.IsFree(text, span, Boundary.Word)) return;
        if (end < text.Length && text[end] == '%') span = TextSpan.FromBounds(start, ZoneEnd(text, end));
        var prefix = PrefixEnd(text, span.End);
        isSure |= prefix > span.End;
        span = TextSpan.FromBounds(start, prefix);
        findings.Add(new(EntityTypes.Ip, span, isSure ? 0.95f : s_context.AreNear(source, span) ? 0.8f : 0.4f, "ip"));
    }

    private static bool TouchesColon(ReadOnlySpan<char> text, TextSpan word) =>
        (word.Start > 0 && text[word.Start - 1] == ':') || (word.End < text.Length && text[word.End] == ':');

    private static int ZoneEnd(ReadOnlySpan<char> text, int percent)
    {
        var end = percent + 1;
        while (end < text.Length && end - percent <= LongestZone && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end == percent + 1 ? percent : end;
    }

    /// <summary>Checks the form of RFC 4291 section 2.2; short compressed forms such as <c>a::1</c> are also written in
    /// programs and so not sure.</summary>
    private static bool IsV6(ReadOnlySpan<char> value, out bool isSure)
    {
        int groups = 0, pairs = 0, i = 0;
        var compressed = false;
        isSure = false;
        while (i < value.Length)
        {
            if (value[i] == ':')
            {
                if (i + 1 >= value.Length || value[i + 1] != ':' || compressed || groups == 8) return false;
                compressed = true;
                i += 2;
                continue;
            }
            var end = i;
            while (end < value.Length && char.IsAsciiHexDigit(value[end])) end++;
            if (end < value.Length && value[end] == '.')
            {
                if (V4End(value, i) != value.Length) return false;
                groups += 2;
                i = value.Length;
                break;
            }
            if (end == i || end - i > 4 || ++groups > 8) return false;
            if (end - i == 2) pairs++;
            i = end;
            if (i < value.Length && value[i] == ':' && i + 1 < value.Length && value[i + 1] != ':') i++;
        }
        isSure = !compressed || groups >= 3 || value.Length >= 7 || value.StartsWith("::");
        return groups > 0 && pairs < 8 && (compressed ? groups < 8 : groups == 8);
    }
}
