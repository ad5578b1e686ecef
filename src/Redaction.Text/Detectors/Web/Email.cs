using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>E-mail addresses: the addr-spec of RFC 5322 without quoted local parts and without the signs that delimit a URL's parts
/// (<c>&amp; = # / ? |</c>), with international domain labels (RFC 6531). Anchored at the @ sign and grown outwards,
/// which is several times faster than a pattern over the whole text.</summary>
internal sealed class Email : ITextDetector
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 253;
    private static readonly SearchValues<char> s_localSymbols = SearchValues.Create("._%+-'!$*^`{}~");

    /// <summary>What ends the name of a file (<c>icon@2x.png</c>) and is no top-level domain.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_files = (
        "png jpg jpeg gif svg webp bmp ico tif tiff heic avif psd pdf css js ts jsx tsx json xml yaml yml html htm php txt csv log jar dll "
        + "exe tgz gz mp3 wav mpeg ttf otf woff imageset").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_notUser = SearchValues.Create("/ \t\n\"'@");

    public static ITextDetector Detector { get; } = new Email();

    public DetectorInfo Info { get; } = new("email", EntityTypes.Email) { IsSelfEvident = true };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var start = LocalStart(text, at);
            var end = DomainEnd(text, at + 1);
            if (end < text.Length && text[end] == '\'') start = AfterPrefix(text, start, at);
            if (start < at && end > at + 1 && !IsPassword(text, start) && !IsOfForge(text, start, at, end))
                findings.Add(new(EntityTypes.Email, TextSpan.FromBounds(start, end), 0.98f, Info.Id));
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>The account that all share in the address of a repository: <c>git@github.com:quill/pay.git</c>.</summary>
    private static bool IsOfForge(ReadOnlySpan<char> text, int start, int at, int end) =>
        text[start..at] is "git" or "hg" && (end < text.Length && text[end] is ':' or '/'
            || text[(at + 1)..end] is "github.com" or "gitlab.com" or "bitbucket.org" or "codeberg.org" or "git.sr.ht");

    /// <summary>A letter or two before the quote of a literal say how it is read: <c>N'jane@example.com'</c> of SQL.</summary>
    private static int AfterPrefix(ReadOnlySpan<char> text, int start, int at) =>
        text[start..at].IndexOf('\'') is (1 or 2) and var quote ? start + quote + 1 : start;

    /// <summary>What follows a name and a colon in a web address (<c>scheme://user:password@host</c>) is a password.</summary>
    private static bool IsPassword(ReadOnlySpan<char> text, int start)
    {
        if (start < 4 || text[start - 1] != ':') return false;
        var before = text[Math.Max(0, start - MaxDomain)..(start - 1)];
        var slash = before.LastIndexOfAny(s_notUser);
        return slash >= 2 && before[slash] == '/' && before[slash - 1] == '/' && before[slash - 2] == ':';
    }

    private static int LocalStart(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        var floor = Math.Max(0, at - MaxLocal);
        while (start > floor && (char.IsLetterOrDigit(text[start - 1]) || s_localSymbols.Contains(text[start - 1]))) start--;
        var brace = text[start..at].LastIndexOf('{');
        if (brace >= 0 && !text[(start + brace)..at].Contains('}')) start += brace + 1; // \texttt{jane@example.com}; RFC 5322 has them too
        // PER*IC*…*EM*jane@example.com: two of them part the elements of a segment, where one may stand in an address
        if (text[start..at].Count('*') > 1) start += text[start..at].LastIndexOf('*') + 1;
        while (start < at && !char.IsLetterOrDigit(text[start]) && text[start] != '_') start++; // no leading quote, slash or dot
        return text[start..at] is [.., '.'] ? at : start;
    }

    /// <summary>The end of a domain that is all of a file's name but its end: <c>jane@example.com.pdf</c>.</summary>
    private static int WithoutExtension(ReadOnlySpan<char> text, int start, int end)
    {
        for (var rest = text[start..end]; rest.LastIndexOf('.') is > 0 and var dot && s_files.Contains(rest[(dot + 1)..]);)
        {
            rest = rest[..dot];
            if (rest.LastIndexOf('.') > 0 && TopLevels.End(rest)) return start + dot;
        }
        return end;
    }

    private static int DomainEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start, lastDot = -1;
        var ceiling = Math.Min(text.Length, start + MaxDomain);
        while (end < ceiling && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            if (text[end] == '.')
            {
                if (end == start || lastDot == end - 1) break;
                lastDot = end;
            }
            end++;
        }
        while (end > start && text[end - 1] is '.' or '-') end--;
        end = WithoutExtension(text, start, end);
        lastDot = text[start..end].LastIndexOf('.');
        if (lastDot < 1) return start;
        var top = text[(start + lastDot + 1)..end];
        return top.Length >= 2 && !s_files.Contains(top)
            && (char.IsLetter(top[0]) && !top.ContainsAnyInRange('0', '9') || top.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            ? end : start;
    }
}
