using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The countries whose numbers stand in a text without their calling code: the locale of the run, and what stands near a number:
/// the name of a country, another number with a plus sign, the ending of a mail or web address.</summary>
internal static class PhoneRegions
{
    private const int Before = 240, After = 120, Codes = 1000;
    private const string Zero = "0";

    private static readonly string[]?[] s_byCode = ByCode();

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
        for (var at = 0; CountryNames.TryNext(around, at, out var region, out at);)
            if (Fits(region, digits)) return true;
        return false;
    }

    /// <summary>Another number with a calling code.</summary>
    private static bool FitsCode(ReadOnlySpan<char> text, ReadOnlySpan<char> digits)
    {
        var code = 0;
        for (var i = 0; i < 3 && i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            code = code * 10 + text[i] - '0';
            if (s_byCode[code] is not { } regions) continue;
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

    private static string[]?[] ByCode()
    {
        var regions = new string[]?[Codes];
        foreach (var same in PhonePlan.AllRegions.GroupBy(PhonePlan.CodeOf)) regions[same.Key] = [.. same];
        return regions;
    }

    private static ReadOnlySpan<char> RegionOf(string locale)
    {
        var dash = locale.LastIndexOfAny(['-', '_']);
        if (dash > 0) return locale.AsSpan(dash + 1);
        return s_languages.TryGetValue(locale, out var region) ? region : locale;
    }
}
