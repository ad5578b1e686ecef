using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Cn;

/// <summary>Chinese resident identity number: division code, date of birth, serial of three, a check character ISO/IEC 7064 MOD 11-2 (GB
/// 11643-1999).</summary>
internal static partial class Ric
{
    private static readonly ContextWords s_context = new(
        "身份证", "身份证号", "身份证号码", "公民身份号码", "居民身份证", "证件号", "证件号码", "identity card", "id card", "resident identity", "id number", "ric");

    public static ITextDetector Detector { get; } = new PatternDetector("cn.ric", Pattern())
    {
        Score = 0.75f,
        ContextScore = 0.95f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value) =>
        Iso7064.IsMod11Radix2(value)
        && CalendarDate.Exists(CalendarDate.Number(value[6..10]), CalendarDate.Number(value[10..12]), CalendarDate.Number(value[12..14]));

    [GeneratedRegex(
        @"\b(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])[0-9]{4}(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9X]\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
