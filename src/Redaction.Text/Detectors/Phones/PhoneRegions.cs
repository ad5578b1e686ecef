using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The countries whose numbers stand in a text without their calling code: the locale of the run, and what stands near a number:
/// the name of a country, another number with a plus sign, the ending of a mail or web address.</summary>
internal static class PhoneRegions
{
    private const int Before = 240, After = 120;
    private const string Zero = "0";

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_countries = TextLexicon.Countries.Lines
        .SelectMany(static line => line.Words.Select(word => KeyValuePair.Create(word, line.Head)))
        .DistinctBy(static p => p.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> s_names =
        SearchValues.Create([.. TextLexicon.Countries.Lines.SelectMany(static l => l.Words)], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<int, string[]> s_byCode = PhonePlan.AllRegions
        .GroupBy(static region => PhonePlan.Of(region)!.Code).ToFrozenDictionary(static g => g.Key, static g => g.ToArray());

    /// <summary>Languages that one country speaks more than any other, where its code is another.</summary>
    private static readonly FrozenDictionary<string, string> s_languages = new Dictionary<string, string>
    {
        ["nb"] = "NO",
        ["nn"] = "NO",
        ["sv"] = "SE",
        ["da"] = "DK",
        ["cs"] = "CZ",
        ["el"] = "GR",
        ["ja"] = "JP",
        ["ko"] = "KR",
        ["zh"] = "CN",
        ["he"] = "IL",
        ["hi"] = "IN",
        ["vi"] = "VN",
        ["uk"] = "UA",
        ["et"] = "EE",
        ["sl"] = "SI",
        ["sr"] = "RS",
        ["fa"] = "IR",
        ["ur"] = "PK",
        ["bn"] = "BD",
        ["ka"] = "GE",
        ["hy"] = "AM",
        ["kk"] = "KZ",
        ["ms"] = "MY",
        ["sq"] = "AL",
        ["be"] = "BY",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the digits are a number of a country that something names.</summary>
    public static bool Fit(TextSource source, TextSpan span, ReadOnlySpan<char> digits)
    {
        if (source.Context.Locale is { } locale && Fits(RegionOf(locale), digits)) return true;
        var text = source.Text;
        return Fit(text[Math.Max(0, span.Start - Before)..span.Start], digits)
            || Fit(text[span.End..Math.Min(text.Length, span.End + After)], digits);
    }

    private static bool Fit(ReadOnlySpan<char> around, ReadOnlySpan<char> digits)
    {
        for (var at = 0; at < around.Length;)
        {
            var step = around[at..].IndexOfAny('+', '@', '/');
            if (step < 0) break;
            at += step + 1;
            if (around[at - 1] == '+' ? FitsCode(around[at..], digits) : FitsDomain(around[at..], digits)) return true;
        }
        for (var at = 0; at < around.Length;)
        {
            var step = around[at..].IndexOfAny(s_names);
            if (step < 0) return false;
            at += step;
            var end = at;
            while (end < around.Length && (char.IsLetter(around[end]) || around[end] is ' ' or '-')) end++;
            for (var stop = end; stop > at; stop = around[at..stop].LastIndexOf(' ') is > 0 and var space ? at + space : at)
                if ((at == 0 || !char.IsLetter(around[at - 1])) && s_countries.TryGetValue(around[at..stop], out var region)
                    && Fits(region, digits)) return true;
            at++;
        }
        return false;
    }

    /// <summary>Another number with a calling code.</summary>
    private static bool FitsCode(ReadOnlySpan<char> text, ReadOnlySpan<char> digits)
    {
        var code = 0;
        for (var i = 0; i < 3 && i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            code = code * 10 + text[i] - '0';
            if (!s_byCode.TryGetValue(code, out var regions)) continue;
            foreach (var region in regions)
                if (Fits(region, digits)) return true;
            return false;
        }
        return false;
    }

    /// <summary>A mail or web address under the domain of a country.</summary>
    private static bool FitsDomain(ReadOnlySpan<char> text, ReadOnlySpan<char> digits)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        var host = text[..end].TrimEnd('.');
        return host.Length > 5 && host[^3] == '.' && Fits(host.EndsWith("uk") ? "GB" : host[^2..], digits);
    }

    /// <summary>Where a zero is dialled first it is written, except in India and Turkey.</summary>
    private static bool Fits(ReadOnlySpan<char> region, ReadOnlySpan<char> digits) => PhonePlan.Of(region) is { } plan && plan.Fits(digits)
        && (plan.Trunk != Zero || digits[0] == '0' || plan.Code is 91 or 90);

    private static ReadOnlySpan<char> RegionOf(string locale)
    {
        var dash = locale.LastIndexOfAny(['-', '_']);
        if (dash > 0) return locale.AsSpan(dash + 1);
        return s_languages.TryGetValue(locale, out var region) ? region : locale;
    }
}
