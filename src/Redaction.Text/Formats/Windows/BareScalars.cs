using System.Buffers;

namespace Redaction.Text;

/// <summary>Values of YAML and TOML without quotation marks. A label in square brackets would be a list there, so that it is quoted;
/// a number or date of YAML becomes null, one of TOML, which has no null, text.</summary>
internal static class BareScalars
{
    private const int LongestLine = 4096, MostLinesBack = 400;
    private static readonly SearchValues<char> s_yamlMarks = SearchValues.Create("\"'[{|>&*!%@`#");
    private static readonly SearchValues<char> s_flow = SearchValues.Create(",[]{}");

    /// <summary>The scalar around a value that is taken out; empty where it is none without quotation marks on one line.</summary>
    public static TextSpan Around(ReadOnlySpan<char> window, TextSpan span, SettingsGrammar grammar)
    {
        var start = window[..span.Start].LastIndexOf('\n') + 1;
        var length = window[span.Start..].IndexOfAny('\r', '\n');
        var end = length < 0 ? window.Length : span.Start + length;
        if (span.End > end || end - start > LongestLine) return default;
        var value = grammar == SettingsGrammar.Yaml ? YamlValue(window, start, end) : TomlValue(window, start, end);
        if (value < 0 || value > span.Start) return default;
        if (window[value] is '[' or '{') return InFlow(window, value, end, span);
        if (window[value] is '"' or '\'' || (grammar == SettingsGrammar.Yaml && s_yamlMarks.Contains(window[value]))) return default;
        if (grammar == SettingsGrammar.Yaml && IsLiteral(window, start)) return default;
        return Trimmed(window, value, CommentStart(window, value, end), span);
    }

    /// <summary>How a scalar is written that holds a replacement.</summary>
    /// <param name="window">The text.</param>
    /// <param name="scalar">The scalar.</param>
    /// <param name="span">The value in it.</param>
    /// <param name="replacement">What would stand there.</param>
    /// <param name="grammar">The grammar.</param>
    /// <param name="nothing">What has to stand instead of all of the scalar; null where the replacement may.</param>
    /// <returns>True where the scalar needs quotation marks.</returns>
    public static bool NeedsQuotes(ReadOnlySpan<char> window, TextSpan scalar, TextSpan span, ReadOnlySpan<char> replacement,
        SettingsGrammar grammar, out string? nothing)
    {
        nothing = null;
        var kind = CsvColumns.KindOf(window.Slice(scalar.Start, scalar.Length));
        var isTyped = kind is CsvColumnKind.Number or CsvColumnKind.Date;
        if (isTyped && span == scalar && CsvColumns.Fits(replacement, kind)) return false;
        if (grammar == SettingsGrammar.Toml) return true;
        if (isTyped)
        {
            nothing = "null";
            return false;
        }
        return span.Start == scalar.Start && (replacement.IsEmpty ? span != scalar : s_yamlMarks.Contains(replacement[0]))
            || replacement.Contains(": ", StringComparison.Ordinal) || replacement.Contains(" #", StringComparison.Ordinal);
    }

    /// <summary>Where the value of a line of YAML begins: behind hyphens of lists, a key, an anchor or tag.</summary>
    private static int YamlValue(ReadOnlySpan<char> window, int start, int end)
    {
        var at = AfterSpace(window, start, end);
        var isItem = false;
        while (at + 1 < end && window[at] == '-' && window[at + 1] == ' ') (at, isItem) = (AfterSpace(window, at + 1, end), true);
        if (at >= end || window[at] == '#') return -1;
        var line = window[at..end];
        var key = line[0] is '"' or '\'' ? line[1..].IndexOf(line[0]) + 2 : line.IndexOf(": ", StringComparison.Ordinal);
        if (key > 0 && at + key < end && window[at + key] == ':') at = AfterSpace(window, at + key + 1, end);
        else if (!isItem && line[0] is not ('[' or '{')) return -1;
        while (at < end && window[at] is '&' or '!')
        {
            var word = window[at..end].IndexOf(' ');
            if (word < 0) return -1;
            at = AfterSpace(window, at + word, end);
        }
        return at < end ? at : -1;
    }

    private static int TomlValue(ReadOnlySpan<char> window, int start, int end)
    {
        var equals = window[start..end].IndexOf('=');
        if (equals < 1) return -1;
        var key = window.Slice(start, equals).Trim();
        foreach (var c in key)
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or '"' or '\'' or ' ')) return -1;
        var at = AfterSpace(window, start + equals + 1, end);
        return at < end ? at : -1;
    }

    /// <summary>The item of a list or mapping in brackets.</summary>
    private static TextSpan InFlow(ReadOnlySpan<char> window, int at, int end, TextSpan span)
    {
        while (at < end)
        {
            at = AfterSpace(window, at, end);
            if (at >= end) break;
            if (window[at] is '"' or '\'')
            {
                var quote = window[(at + 1)..end].IndexOf(window[at]);
                if (quote < 0) return default;
                at += quote + 2;
                continue;
            }
            if (s_flow.Contains(window[at]) || window[at] is ':' or '=') { at++; continue; }
            var next = window[at..end].IndexOfAny(s_flow);
            var stop = next < 0 ? end : at + next;
            var colon = window[at..stop].IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0) colon = window[at..stop].IndexOf(" = ", StringComparison.Ordinal);
            if (colon >= 0 && at + colon < span.Start) { at += colon + 1; continue; }
            if (span.Start < stop) return span.Start >= at ? Trimmed(window, at, stop, span) : default;
            at = stop;
        }
        return default;
    }

    private static TextSpan Trimmed(ReadOnlySpan<char> window, int start, int end, TextSpan span)
    {
        while (end > start && char.IsWhiteSpace(window[end - 1])) end--;
        return span.Start >= start && span.End <= end ? TextSpan.FromBounds(start, end) : default;
    }

    private static int CommentStart(ReadOnlySpan<char> window, int start, int end) =>
        window[start..end].IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? start + comment : end;

    private static int AfterSpace(ReadOnlySpan<char> window, int at, int end)
    {
        while (at < end && window[at] is ' ' or '\t') at++;
        return at;
    }

    /// <summary>True for a line of a block of text (<c>key: |</c>): the line above that is set in less ends in its sign.</summary>
    private static bool IsLiteral(ReadOnlySpan<char> window, int start)
    {
        var depth = Depth(window[start..]);
        for (var count = 0; start > 0 && count < MostLinesBack; count++)
        {
            var end = start - 1;
            start = window[..end].LastIndexOf('\n') + 1;
            var line = window[start..end].TrimEnd();
            if (line.IsEmpty || Depth(line) >= depth) continue;
            line = line.TrimEnd("+-0123456789");
            return line is [.., ' ' or '-', '|' or '>'];
        }
        return false;
    }

    private static int Depth(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;
}
