using System.Buffers;

namespace Redaction.Text;

/// <summary>Web addresses (RFC 3986) that begin with a scheme or with <c>www.</c>.
/// Closing punctuation and brackets that the address did not open stay outside. A host alone is one after words such as "my website is",
/// and the documents of standards and licences score below where policies act.</summary>
internal sealed class Url : ITextDetector
{
    private const int LongestScheme = 16;
    private const int Longest = 4096;
    private static readonly SearchValues<string> s_anchors =
        SearchValues.Create(["://", "www.", .. BareHosts.Labels], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_trailing = SearchValues.Create(".,;:!?'*_~\u2026\u3002\u3001\uFF0C");

    public static ITextDetector Detector { get; } = new Url();

    public DetectorInfo Info { get; } = new("url", EntityTypes.Url);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_anchors);
            if (step < 0) return;
            var at = position + step;
            if (text[at] != ':' && !text[at..].StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                position = BareHosts.After(text, at, findings);
                continue;
            }
            var hasScheme = text[at] == ':';
            var start = hasScheme ? SchemeStart(text, at, position) : at;
            var host = hasScheme ? at + 3 : at + 4;
            position = host;
            if (start < 0
                || (start > 0 && (Neighbourhood.IsWord(text[start - 1]) || (!hasScheme && text[start - 1] is '@' or '.' or '-' or '/'))))
                continue;
            var end = End(text, host);
            if (!HasHost(text[host..end], hasScheme)) continue;
            position = end;
            if (IsDriver(text[..start])) continue; // what is secret in it has detectors of its own
            findings.Add(
                new(EntityTypes.Url, TextSpan.FromBounds(start, end), PublicHosts.Contains(text[host..end]) ? 0.3f : 0.95f, Info.Id));
        }
    }

    /// <summary>The address of a database as drivers of Java and R take it: <c>jdbc:postgresql://…</c>.</summary>
    private static bool IsDriver(ReadOnlySpan<char> before) =>
        before.EndsWith("jdbc:", StringComparison.OrdinalIgnoreCase) || before.EndsWith("r2dbc:", StringComparison.OrdinalIgnoreCase);

    private static int SchemeStart(ReadOnlySpan<char> text, int colon, int floor)
    {
        var start = colon;
        floor = Math.Max(floor, colon - LongestScheme);
        while (start > floor && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '-')) start--;
        while (start < colon && !char.IsAsciiLetter(text[start])) start++;
        return colon - start >= 2 ? start : -1;
    }

    private static int End(ReadOnlySpan<char> text, int host)
    {
        var end = host;
        var ceiling = Math.Min(text.Length, host + Longest);
        Span<int> open = stackalloc int[3];
        open.Clear();
        for (; end < ceiling; end++)
        {
            var c = text[end];
            if (c <= ' ' || c is '"' or '<' or '>' or '`' or '|' or '\\' or '^' or '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E'
                || char.IsWhiteSpace(c)) break;
            if ("([{".IndexOf(c) is >= 0 and var opened) open[opened]++;
            else if (")]}".IndexOf(c) is >= 0 and var closed && open[closed]-- == 0) break;
        }
        while (end > host && s_trailing.Contains(text[end - 1])) end--;
        return end;
    }

    private static bool HasHost(ReadOnlySpan<char> rest, bool hasScheme)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var host = end < 0 ? rest : rest[..end];
        if (host.LastIndexOf('@') is >= 0 and var at) host = host[(at + 1)..];
        if (host.IsEmpty || host.Length > 260) return hasScheme && end == 0 && rest.Length > 1; // file:///home
        if (host[0] == '[') return hasScheme && host.Contains(']');
        if (!char.IsLetterOrDigit(host[0])) return false;
        return hasScheme || (host.IndexOf('.') is > 0 and var dot && dot + 2 < host.Length);
    }
}
