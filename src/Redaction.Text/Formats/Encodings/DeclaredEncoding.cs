using System.Text;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Reads at the beginning of a text which encoding it says it is in.</summary>
internal static partial class DeclaredEncoding
{
    private const int Looked = 4096, LookedInMarkup = 16384;

    /// <summary>The name; null when the text says nothing.</summary>
    public static string? NameIn(ReadOnlySpan<byte> head, DeclarationSyntax syntax)
    {
        if (syntax == DeclarationSyntax.None) return null;
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, syntax == DeclarationSyntax.Markup ? LookedInMarkup : Looked)]);
        if (Xml().Match(text) is { Success: true } xml) return xml.Groups["name"].Value;
        if (syntax == DeclarationSyntax.Markup) return Meta().Match(text) is { Success: true } meta ? meta.Groups["name"].Value : null;
        foreach (var rule in (Regex[])[Style(), Comment(), Latex()])
            if (rule.Match(text) is { Success: true } match) return match.Groups["name"].Value;
        return null;
    }

    [GeneratedRegex("""\A(?:\xEF\xBB\xBF)?\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'](?<name>[\w.:-]{1,40})["']""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Xml();

    [GeneratedRegex("""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*(?<name>[\w.:-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Meta();

    [GeneratedRegex("""\A@charset "(?<name>[\w.:-]{1,40})";""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Style();

    /// <summary>PEP 263, Emacs and Vim: in one of the first two lines, in a comment.</summary>
    [GeneratedRegex("""\A(?:[^\n]{0,400}\n)?[ \t]*(?:#|;|--|//|/\*|%|"|<!--|-\*-)[^\n]{0,200}?coding[:=][ \t]*(?<name>[\w.-]{1,40})""",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Comment();

    [GeneratedRegex("""\\usepackage\s*\[(?<name>[\w-]{1,40})\]\s*\{inputenc\}""", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Latex();
}
