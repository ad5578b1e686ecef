using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Bank identifier code (ISO 9362): four letters, a country of ISO 3166, two letters or digits,
/// on demand three more. Many words of eight letters have that shape, so "BIC" or "SWIFT" must stand before it.</summary>
internal sealed class Bic : ITextDetector
{
    private const int MostBetween = 24;
    private static readonly EntityType s_type = new("bic");
    private static readonly SearchValues<string> s_names = SearchValues.Create(["bic", "swift"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_countries = (
        "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM "
        + "CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR "
        + "GA GB GD GE GG GH GI GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR "
            + "KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MR "
        + "MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RO RS RU RW SA SB SC SD "
            + "SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ "
        + "UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE ZA ZM ZW").Split(' ').ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static ITextDetector Detector { get; } = new Bic();

    public DetectorInfo Info { get; } = new("bic", s_type);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_names);
            if (step < 0) return;
            var at = position + step;
            var end = at + (text[at] is 's' or 'S' ? 5 : 3);
            position = end;
            if ((at > 0 && char.IsLetter(text[at - 1])) || (end < text.Length && char.IsLetter(text[end]))) continue;
            var code = CodeAfter(text, end);
            if (code.Length == 0) continue;
            findings.Add(new(s_type, code, 0.9f, Info.Id));
            position = code.End;
        }
    }

    /// <summary>The first code after the name, on the same line or the next.</summary>
    private static TextSpan CodeAfter(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length && i - start < MostBetween;)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            var end = i;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (IsCode(text[i..end])) return TextSpan.FromBounds(i, end);
            if (end - i == 4 && SpacedEnd(text, i) is > 0 and var spaced) return TextSpan.FromBounds(i, spaced);
            i = end;
        }
        return default;
    }

    /// <summary>End of a code whose parts are spaced, <c>EXMP DE 2A</c> or <c>EXMP DE 2A XXX</c>; 0 when there is none.</summary>
    private static int SpacedEnd(ReadOnlySpan<char> text, int start)
    {
        if (start + 10 > text.Length || text[start + 4] != ' ' || text[start + 7] != ' ') return 0;
        Span<char> code = stackalloc char[8];
        text.Slice(start, 4).CopyTo(code);
        text.Slice(start + 5, 2).CopyTo(code[4..]);
        text.Slice(start + 8, 2).CopyTo(code[6..]);
        var end = start + 10;
        if (!IsCode(code) || (end < text.Length && char.IsLetterOrDigit(text[end]))) return 0;
        var hasBranch = end + 4 <= text.Length && text[end] == ' ' && text.Slice(end + 1, 3).IndexOfAnyExcept(s_tail) < 0
            && (end + 4 == text.Length || !char.IsLetterOrDigit(text[end + 4]));
        return hasBranch ? end + 4 : end;
    }

    private static bool IsCode(ReadOnlySpan<char> word) =>
        word.Length is 8 or 11 && word[..6].IndexOfAnyExceptInRange('A', 'Z') < 0 && s_countries.Contains(word[4..6])
        && word[6..].IndexOfAnyExcept(s_tail) < 0;

    private static readonly SearchValues<char> s_tail = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
