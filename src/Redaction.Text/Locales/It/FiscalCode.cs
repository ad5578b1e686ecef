using System.Text.RegularExpressions;

namespace Redaction.Text.Locales.It;

/// <summary>Italian fiscal code (codice fiscale, D.M. 23 December 1976): letters of the name, year, month letter, day (plus 40 for women),
/// place of birth and a check letter. Where two persons would share a code, digits are replaced by letters from the right
/// (omocodia).</summary>
internal static partial class FiscalCode
{
    private const string Months = "ABCDEHLMPRST";
    private const string Replacements = "LMNPQRSTUV";

    private static readonly ContextWords s_context = new(
        "codice fiscale", "cod fisc", "c.f", "cf", "cod", "fiscale", "fiscal code", "tax code", "nato a", "nata a", "residente");

    public static ITextDetector Detector { get; } = new ShapedDetector(Shape())
    {
        Gate = ShapedDetector.HasLetter,
    };

    private static PatternDetector Shape() => new("it.fiscal-code", Pattern())
    {
        Anchors = AnchorKinds.Word,
        Reach = 8,
        Score = 0.85f,
        ContextScore = 0.95f,
        Validate = HasCheckLetter,
        Context = s_context,
    };

    /// <summary>What a character at an odd place counts for: 0–9, then A–Z.</summary>
    private static ReadOnlySpan<byte> OddPlaces =>
    [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21,
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ];

    private static bool HasCheckLetter(ReadOnlySpan<char> value)
    {
        Span<char> code = stackalloc char[16];
        var count = 0;
        foreach (var c in value)
            if (c != ' ') code[count++] = char.ToUpperInvariant(c);
        var month = Months.IndexOf(code[8]) + 1;
        var day = Digit(code[9]) * 10 + Digit(code[10]);
        if (!CalendarDate.ExistsInSomeCentury(Digit(code[6]) * 10 + Digit(code[7]), month, day > 40 ? day - 40 : day)) return false;

        var sum = 0;
        for (var i = 0; i < 15; i++)
        {
            var isDigit = char.IsAsciiDigit(code[i]);
            if (i % 2 == 0) sum += OddPlaces[isDigit ? code[i] - '0' : code[i] - 'A' + 10];
            else sum += isDigit ? code[i] - '0' : code[i] - 'A';
        }
        return code[15] == 'A' + sum % 26;
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : Replacements.IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b[A-Z]{3} ?[A-Z]{3} ?[0-9L-NP-V]{2} ?[A-EHLMPRST] ?[0-7L-NP-T][0-9L-NP-V] ?[A-MZ][0-9L-NP-V]{3} ?[A-Z]\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Pattern();
}
