using System.Buffers;
using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>A code page and what texts in it look like.</summary>
internal sealed class LegacyCandidate
{
    private const int ShiftJis = 932, Western = 1252;
    private const string Marks = "“”‘’–—…•€°§«»¡¿£´·№„‚‹›©®™±²³½¼¾µªº\u00A0";
    private static readonly SearchValues<char> s_marks = SearchValues.Create(Marks);
    private static readonly SearchValues<char> s_finals = SearchValues.Create("ךםןףץ");
    private readonly SearchValues<char> _usual;
    private readonly LegacyScript _script;

    /// <param name="codePage">Its number.</param>
    /// <param name="script">What it is for.</param>
    /// <param name="usual">The letters, or the commonest characters, of the languages that are written in it.</param>
    public LegacyCandidate(int codePage, LegacyScript script, string usual)
    {
        Encoding = CodePages.Of(codePage)!;
        _script = script;
        _usual = SearchValues.Create(script == LegacyScript.Latin ? usual + usual.ToUpperInvariant() : usual);
    }

    public Encoding Encoding { get; }

    /// <summary>How well a character fits where it stands: up to about 2.5 for each of its bytes.</summary>
    public double Points(string text, int index) => _script switch
    {
        LegacyScript.Latin => Latin(text, index),
        < LegacyScript.Japanese => Other(text, index),
        _ => EastAsian(text[index]) - (Touches(text, index) ? 6 : 0),
    };

    private double Latin(string text, int index)
    {
        var c = text[index];
        var (before, after) = Neighbours(text, index);
        if (s_marks.Contains(c) && !_usual.Contains(c))
            return char.IsLetter(before) && char.IsLetter(after) && c is not ('’' or '·') ? -2
                : Encoding.CodePage == Western ? 0.5 : 0.3;
        if (!char.IsLetter(c)) return Strange(c);
        var points = _usual.Contains(c) ? 2.0 : -1;
        if (char.IsUpper(c) && char.IsLower(before)) points -= 4;
        if (char.IsUpper(c) && char.IsLower(after) && char.IsLetter(before)) points -= 1;
        if (char.IsLower(c) && before is >= 'A' and <= 'Z' && IsUpperRun(text, index)) points -= 1;
        if (!char.IsLetter(before) && !char.IsLetter(after) && c is not ('à' or 'é' or 'ó' or 'å' or 'á' or 'í' or 'ø')) points -= 2;
        if (after >= 0x80 && char.IsLetter(after)) points -= 0.7;
        if (before >= 0x80 && char.IsLetter(before)) points -= 0.7;
        return points;
    }

    private double Other(string text, int index)
    {
        var c = text[index];
        var (before, after) = Neighbours(text, index);
        if (s_marks.Contains(c)) return char.IsLetter(before) && char.IsLetter(after) ? -1 : 0.3;
        var isMark = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
        if (!char.IsLetter(c) && !isMark) return Strange(c);
        if (!_usual.Contains(c)) return -2;
        var points = before >= 0x80 && _usual.Contains(before) ? 2.3 : 2;
        if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || (!char.IsLetter(before) && !char.IsLetter(after))) points -= 2;
        if (char.IsUpper(c) && char.IsLower(before)) points -= 4;
        if (_script == LegacyScript.Hebrew && s_finals.Contains(c) && char.IsLetter(after)) return points - 5;
        if (_script != LegacyScript.Thai) return points;
        if (isMark && before is not ((>= 'ก' and <= 'ฮ') or (>= '\u0E31' and <= '\u0E4E'))) return -5;
        return c is >= 'เ' and <= 'ไ' && after is not (>= 'ก' and <= 'ฮ') ? -5 : points - 0.3;
    }

    /// <summary>For a character of two bytes.</summary>
    private double EastAsian(char c)
    {
        var isKana = c is >= '\u3041' and <= '\u30FE';
        if (c is >= '\uFF61' and <= '\uFF9F') return -0.6;
        if (c is >= '\uE000' and <= '\uF8FF') return -10;
        if (_usual.Contains(c)) return 6;
        if (isKana) return _script == LegacyScript.Japanese ? 5.2 : -3;
        if (c is >= '\uAC00' and <= '\uD7A3') return _script == LegacyScript.Korean ? IsFirstLevel(c) ? 5 : 0.5 : -3;
        if (c is >= '\u3000' and <= '\u3020' or >= '\uFF01' and <= '\uFF5E') return 3.5;
        if (c is < '\u4E00' or > '\u9FFF') return -2;
        return _script switch
        {
            LegacyScript.Korean => -2,
            LegacyScript.Japanese => IsFirstLevel(c) ? 4.2 : 0.5,
            _ => IsFirstLevel(c) ? 3.6 : 0.5,
        };
    }

    /// <summary>The commoner characters come first in the tables of GB 2312, JIS X 0208, KS X 1001 and Big5.</summary>
    private bool IsFirstLevel(char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        Encoding.GetBytes([c], bytes);
        return _script switch
        {
            LegacyScript.Simplified => bytes[0] is >= 0xB0 and <= 0xD7 && bytes[1] >= 0xA1,
            LegacyScript.Korean => bytes[0] is >= 0xB0 and <= 0xC8 && bytes[1] >= 0xA1,
            LegacyScript.Japanese => Encoding.CodePage == ShiftJis ? bytes[0] is >= 0x88 and <= 0x98 : bytes[0] is >= 0xB0 and <= 0xCF,
            _ => bytes[0] is >= 0xA4 and <= 0xC6,
        };
    }

    private static double Strange(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => -6,
        _ => -2,
    };

    /// <summary>True when a Latin letter stands beside the character: what was read as one may have taken letters of a word.</summary>
    private static bool Touches(string text, int index)
    {
        var (before, after) = Neighbours(text, index);
        return char.IsAsciiLetter(before) || char.IsAsciiLetter(after);
    }

    private static bool IsUpperRun(string text, int index) => index > 1 && char.IsUpper(text[index - 2]);

    private static (char Before, char After) Neighbours(string text, int index) =>
        (index > 0 ? text[index - 1] : ' ', index + 1 < text.Length ? text[index + 1] : ' ');
}
