using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.Mx;

/// <summary>Mexican population registry code (CURP): four letters of the name, date of birth, sex, state, three consonants, a place that
/// tells the century, a check digit modulo 10 over base 37 (RENAPO, Instructivo normativo para la asignación de la CURP).</summary>
internal static partial class Curp
{
    private static readonly ContextWords s_context = new("curp", "clave única", "registro de población", "renapo", "clave unica");

    public static ITextDetector Detector { get; } = new PatternDetector("mx.curp", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Score = 0.9f,
        Validate = IsValid,
        Context = s_context,
    };

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        var year = (char.IsAsciiDigit(value[16]) ? 1900 : 2000) + CalendarDate.Number(value[4..6]);
        if (!CalendarDate.Exists(year, CalendarDate.Number(value[6..8]), CalendarDate.Number(value[8..10]))) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Place(value[i]) * (18 - i);
        return (10 - sum % 10) % 10 == value[17] - '0';
    }

    /// <summary>Place in 0–9, A–N, Ñ, O–Z.</summary>
    private static int Place(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + (c > 'N' ? 11 : 10);

    [GeneratedRegex(
        @"\b[A-Z][AEIOUX][A-Z]{2}[0-9]{6}[HMX](?:AS|BC|BS|CC|CH|CL|CM|CS|DF|DG|GR|GT|HG|JC|MC|MN|MS|NE|NL|NT|OC|PL|QR|QT|SL|SP|SR|" +
        @"TC|TL|TS|VZ|YN|ZS)[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z][0-9]\b",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Pattern();
}
