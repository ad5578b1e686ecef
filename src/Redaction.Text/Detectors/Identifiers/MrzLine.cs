using System.Buffers;

namespace Redaction.Text;

/// <summary>One line of a machine readable zone as ICAO Doc 9303 lays it out (parts 4 to 7), with the card of France before 2021.
/// Lengths are not insisted on where the layout says enough: readers of pictures lose and add fillers.</summary>
internal static class MrzLine
{
    /// <summary>The shortest and the longest line with what readers lose and add.</summary>
    public const int Shortest = 24, Longest = 48;

    private const int Card = 30;
    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ<");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789OISBZ<");

    /// <summary>How sure a line is by itself; 0 for none.</summary>
    /// <param name="line">In upper case, fillers as <c>&lt;</c>.</param>
    /// <param name="isNext">It stands next to a line that is sure.</param>
    public static MrzEvidence Of(ReadOnlySpan<char> line, bool isNext = false)
    {
        if (line.Length is < Shortest or > Longest) return MrzEvidence.None;
        var evidence = HasDigits(line) ? Max(Max(PassportData(line), CardDates(line)), Max(CardNumber(line), FrenchData(line)))
            : MrzEvidence.None;
        if (evidence != MrzEvidence.None) return evidence;
        return IsFirst(line) || IsFrenchFirst(line) || IsNames(line, isNext) ? MrzEvidence.Shape : MrzEvidence.None;
    }

    private static bool HasDigits(ReadOnlySpan<char> line)
    {
        const int least = 4;
        var digits = 0;
        foreach (var c in line) if (char.IsAsciiDigit(c)) digits++;
        return digits >= least;
    }

    private static MrzEvidence Max(MrzEvidence a, MrzEvidence b) => a > b ? a : b;

    /// <summary>Second line of passports, visas and cards of two lines: number, nationality, birth, sex, expiry.</summary>
    private static MrzEvidence PassportData(ReadOnlySpan<char> line)
    {
        if (line.Length < 28 || !IsDigit(line[9]) || !IsLetters(line[10..13])) return MrzEvidence.None;
        var birth = line[13..19];
        var expiry = line[21..27];
        if (!IsDate(birth, line[19]) || !IsSex(line[20]) || !IsDate(expiry, line[27])) return MrzEvidence.None;
        return Passes(line[..9], line[9]) && Passes(birth, line[19]) && Passes(expiry, line[27]) ? MrzEvidence.Checked : MrzEvidence.Shape;
    }

    /// <summary>Second line of cards of three lines: birth, sex, expiry, nationality.</summary>
    private static MrzEvidence CardDates(ReadOnlySpan<char> line)
    {
        if (line.Length is < Card - 2 or > Card + 2 || !IsDate(line[..6], line[6]) || !IsSex(line[7])
            || !IsDate(line[8..14], line[14]) || !IsLetters(line[15..18])) return MrzEvidence.None;
        return Passes(line[..6], line[6]) && Passes(line[8..14], line[14]) ? MrzEvidence.Checked : MrzEvidence.Shape;
    }

    /// <summary>First line of cards of three lines: document, issuer, number. Numbers of more than nine characters go on after a filler
    /// in the place of their check digit (part 5, 4.2.2).</summary>
    private static MrzEvidence CardNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is < Card - 2 or > Card + 2 || !IsDocument(line) || !IsDigit(line[14])) return MrzEvidence.None;
        var number = line[5..14];
        if (!number.ContainsAnyInRange('0', '9')) return MrzEvidence.None;
        return line[14] != '<' && Passes(number, line[14]) ? MrzEvidence.Checked
            : line.Length == Card && line.EndsWith("<<") ? MrzEvidence.Shape : MrzEvidence.None;
    }

    /// <summary>Second line of the French card: number, first names, birth, sex.</summary>
    private static MrzEvidence FrenchData(ReadOnlySpan<char> line)
    {
        const int length = 36;
        if (line.Length != length || !IsDate(line[..6], line[6]) || !IsDate(line[7..12], line[12]) || !IsLetters(line[13..27])
            || !IsDate(line[27..33], line[33]) || !IsSex(line[34]) || !IsDigit(line[35])) return MrzEvidence.None;
        return Passes(line[..12], line[12]) && Passes(line[27..33], line[33]) ? MrzEvidence.Checked : MrzEvidence.Shape;
    }

    /// <summary>First line of passports, visas and cards of two lines: document, issuer, names.</summary>
    private static bool IsFirst(ReadOnlySpan<char> line) =>
        line.Length >= 28 && IsDocument(line) && IsLetters(line) && line[5] != '<' && line[5..].Contains("<<", StringComparison.Ordinal)
        && (line.EndsWith("<<") || line.Length is 36 or 44);

    private static bool IsFrenchFirst(ReadOnlySpan<char> line) =>
        line.Length is 36 && line.StartsWith("IDFRA") && IsLetters(line[5..30]) && line[5] != '<';

    /// <summary>Third line of cards of three lines.</summary>
    private static bool IsNames(ReadOnlySpan<char> line, bool isNext)
    {
        if (line[0] == '<' || !IsLetters(line)) return false;
        if (!isNext && line.Length != Card) return false;
        var names = line.TrimEnd('<');
        var between = names.IndexOf("<<", StringComparison.Ordinal);
        return (isNext || names.Length < line.Length - 1 && between > 0)
            && (between < 0 || !names[(between + 2)..].Contains("<<", StringComparison.Ordinal)) && names.Length < line.Length;
    }

    private static bool IsDocument(ReadOnlySpan<char> line) =>
        line[0] is 'P' or 'I' or 'A' or 'C' or 'V' && line[2] != '<' && IsLetters(line[1..5]);

    private static bool IsLetters(ReadOnlySpan<char> value) => !value.ContainsAnyExcept(s_letters);

    private static bool IsSex(char c) => c is 'M' or 'F' or 'X' or '<' or 'H';

    /// <summary>Digits as they are written or as readers of pictures take them; unknown days are fillers.</summary>
    private static bool IsDate(ReadOnlySpan<char> value, char check) => !value.ContainsAnyExcept(s_digits) && IsDigit(check);

    private static bool IsDigit(char c) => s_digits.Contains(c);

    /// <summary>The weights 7, 3, 1 (part 3, 4.9).</summary>
    private static bool Passes(ReadOnlySpan<char> value, char check)
    {
        ReadOnlySpan<byte> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
            sum += weights[i % 3] * (value[i] == '<' ? 0 : char.IsAsciiDigit(value[i]) ? value[i] - '0' : value[i] - 'A' + 10);
        return (check == '<' ? 0 : check - '0') == sum % 10;
    }
}
