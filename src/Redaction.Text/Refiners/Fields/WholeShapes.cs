using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Shapes that mean something only where nothing else is written: a postcode of five digits,
/// a registration plate in small letters, a host.</summary>
internal static partial class WholeShapes
{
    private static readonly EntityType s_postcode = new("postcode"), s_vehicle = new("vehicle-id"), s_url = new("url");

    /// <summary>The type of a text that is one such value; null for all others.</summary>
    public static EntityType? Of(ReadOnlySpan<char> text)
    {
        if (text.Length > 4 && char.IsAsciiLetterLower(text[^1]) && Host().IsMatch(text)) return s_url;
        if (text.Length is < 5 or > 12 || !char.IsAsciiDigit(text[^1])) return null;
        if (text.Length == 5 && !text.ContainsAnyExceptInRange('0', '9')) return s_postcode;
        return GermanPlate().IsMatch(text) || TurkishPlate().IsMatch(text) ? s_vehicle : null;
    }

    /// <summary>Under top-level domains that no file ends in.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,30}(?:[.][a-z0-9][a-z0-9-]{0,30}){0,2}[.](?:com|org|net|edu|gov|info|biz|io|dev|app|de|uk|fr"
        + "|it|es|nl|ch|at|eu|us|ca|au|be|se|no|dk|fi|ie|pt|cz|br|jp|in|il)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 30000)]
    private static partial Regex Host();

    [GeneratedRegex("^[a-zäöü]{1,3}[ -][a-z]{1,2}[ -][1-9][0-9]{2,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex GermanPlate();

    [GeneratedRegex("^(?:0[1-9]|[1-7][0-9]|8[01]) [a-z]{1,3} [0-9]{2,4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30000)]
    private static partial Regex TurkishPlate();
}
