using System.Buffers;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Geographic coordinates: pairs of decimal degrees with four decimals or more (about ten metres) or with hemispheres,
/// degrees, minutes and seconds, and the ISO 6709 string <c>+48.8577+002.2950/</c>. Latitude to 90°, longitude to 180°.</summary>
internal static partial class Gps
{
    private const int Reach = 48;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("NSEWO°º/");
    private static readonly ContextWords s_context = new(
        "gps", "lat", "latitude", "lon", "lng", "long", "longitude", "coordinate", "coordinates", "coords", "location", "located",
        "position", "geo", "koordinaten", "coordonnées", "coordenadas", "coordinate");

    public static ITextDetector Detector { get; } = new AnchoredBy("gps", EntityTypes.Gps, AnchorKinds.Number, 2, Probe)
    {
        NumberForm = static (first, next, _) => first is 1 or 2 && next is CharKind.Dot or CharKind.Other // of the degree sign,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var next = i;
            while (next < anchor.Span.End && char.IsAsciiDigit(text[next])) next++;
            if (next - i <= 3 && next < text.Length && text[next] is '.' or '°' or 'º' or ' ' or '\u00A0')
            {
                var end = ProbeAt(source, i, findings);
                next = Math.Max(next, end);
            }
            while (next < anchor.Span.End && !char.IsAsciiDigit(text[next])) next++;
            i = next;
        }
    }

    private static int ProbeAt(TextSource source, int digit, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = digit;
        if (start > 0 && text[start - 1] is '-' or '+' or '\u2212') start--;
        if (start > 0 && (Neighbourhood.IsWord(text[start - 1]) || text[start - 1] is '.')) return -1;
        if (start > 1 && text[start - 1] == ' ' && text[start - 2] is 'N' or 'S' && (start == 2 || !Neighbourhood.IsWord(text[start - 3])))
            start -= 2;
        var window = text[start..Math.Min(text.Length, start + Reach)];
        foreach (var match in Pair().EnumerateMatches(window))
            return Report(source, new(start, match.Length), findings);
        return -1;
    }

    private static int Report(TextSource source, TextSpan span, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        if (span.End < text.Length && (char.IsAsciiDigit(text[span.End]) || char.IsLetter(text[span.End]))) return -1;
        if (span.End + 1 < text.Length && text[span.End] == '.' && char.IsAsciiDigit(text[span.End + 1])) return -1;
        var value = text.Slice(span.Start, span.Length);
        var marked = value.ContainsAny(s_marks);
        if (!InRange(value) || (!marked && IsInRow(text, span))) return -1;
        var near = s_context.AreNear(source, span);
        var score = near ? 0.95f : marked ? 0.9f : HasFineDecimals(value) ? 0.7f : 0.3f;
        findings.Add(new(EntityTypes.Gps, span, score, "gps"));
        return span.End;
    }

    /// <summary>True inside a row of numbers with nothing but spaces between, of which any two would make a pair.</summary>
    private static bool IsInRow(ReadOnlySpan<char> text, TextSpan span)
    {
        if (text.Slice(span.Start, span.Length).ContainsAny(',', ';')) return false;
        var before = span.Start > 1 && text[span.Start - 1] is ' ' or '\t' && char.IsAsciiDigit(text[span.Start - 2]);
        return before || (span.End + 1 < text.Length && text[span.End] is ' ' or '\t' && char.IsAsciiDigit(text[span.End + 1]));
    }

    /// <summary>The first number is a latitude, the first after a separator or hemisphere a longitude;
    /// minutes and seconds stay below 60.</summary>
    private static bool InRange(ReadOnlySpan<char> value)
    {
        Span<double> numbers = stackalloc double[6];
        var count = 0;
        for (var i = 0; i < value.Length && count < numbers.Length;)
        {
            if (!char.IsAsciiDigit(value[i])) { i++; continue; }
            double number = 0, unit = 1;
            var decimals = false;
            for (; i < value.Length && (char.IsAsciiDigit(value[i]) || (value[i] == '.' && !decimals)); i++)
            {
                if (value[i] == '.') { decimals = true; continue; }
                number = number * 10 + value[i] - '0';
                if (decimals) unit *= 10;
            }
            numbers[count++] = number / unit;
        }
        if ((count & 1) != 0) return false;
        var half = count / 2;
        if (numbers[0] > 90 || numbers[half] > 180) return false;
        for (var i = 0; i < count; i++)
            if (i != 0 && i != half && numbers[i] >= 60) return false;
        return true;
    }

    private static bool HasFineDecimals(ReadOnlySpan<char> value)
    {
        var dot = value.IndexOf('.');
        var last = value.LastIndexOf('.');
        return dot >= 0 && last > dot && Run(value, dot + 1) >= 4 && Run(value, last + 1) >= 4;
    }

    private static int Run(ReadOnlySpan<char> value, int start)
    {
        var end = start;
        while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
        return end - start;
    }

    [GeneratedRegex("""
        \G(?:
        [-+\u2212]?\d{1,2}\.\d{3,10}[°º]?\ ?[NS]?(?:[,;]\ {0,2}|\ {1,2})[-+\u2212]?\d{1,3}\.\d{3,10}(?:[°º]?\ ?[EWO]\b|[°º])?
        |\d{1,2}\.\d{1,10}[°º]?\ ?[NS][,;]?\ {0,2}\d{1,3}\.\d{1,10}[°º]?\ ?[EWO]\b
        |[NS]\ \d{1,2}\.\d{1,10}[°º]?[,;]?\ {0,2}[EWO]\ ?\d{1,3}\.\d{1,10}[°º]?
        |\d{1,2}[°º]\ ?\d{1,2}(?:\.\d{1,6})?['′’]\ ?(?:\d{1,2}(?:\.\d{1,6})?(?:["″”]|'')\ ?)?[NS]
        [,;]?\ {0,2}\d{1,3}[°º]\ ?\d{1,2}(?:\.\d{1,6})?['′’]\ ?(?:\d{1,2}(?:\.\d{1,6})?(?:["″”]|'')\ ?)?[EWO]\b
        |[-+]\d{2}(?:\.\d{2,8})[-+]\d{3}(?:\.\d{2,8})(?:/|\b)
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 30000)]
    private static partial Regex Pair();
}
