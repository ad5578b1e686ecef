using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>Numbers of court cases that their shape tells: register signs of German, Austrian, Polish and Czech courts
/// (<c>1 BvR 2217/18</c>, <c>III SPP 113/04</c>), neutral citations, ECLI (Council Conclusions 2011/C 127/01), dockets of the federal
/// courts
/// of the United States, the unique number of Brazil (CNJ resolution 65/2008), and those of the European Union, Hungary, the Netherlands,
/// Switzerland, Russia, China, Japan and Korea.</summary>
internal static partial class CaseNumber
{
    private const string Id = "case-number";
    private const float Sure = 0.85f, Likely = 0.75f, Unsure = 0.35f;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_registers =
        TextLexicon.CourtWords.Of("register").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_reporters =
        TextLexicon.CourtWords.Of("reporter").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ContextWords s_court = new(
        "az", "aktenzeichen", "urteil", "beschluss", "gericht", "amtsgericht", "landgericht", "klage", "sygn", "sygnatura", "sąd", "sądu",
        "wyrok", "sp zn", "rozsudek", "soud", "mål", "domstol", "tingsrätt", "hovrätt", "case", "cases", "court", "judgment", "docket",
        "file no", "appeal", "proceedings");

    public static ITextDetector Detector { get; } = new ShapedDetector(
        Shape(Registered(), Likely, IsRegistered), InContext(Registered(), MayBeRegistered), InContext(ByLetter()),
        InContext(ByLetterAndYear()), InContext(OfUnion()),
        Shape(Neutral(), Sure, IsReported), Shape(Ecli(), Sure), Shape(Federal(), Sure), Shape(Unique(), Sure, HasCheckDigits),
        Shape(Hungarian(), Likely), new(Id, Dutch()) { Score = Likely, Reach = 32 }, Shape(Swiss(), Likely),
        Shape(Arbitration(), Likely),
        Shape(Chinese(), Sure), Shape(Japanese(), Sure), Shape(Korean(), Likely));

    private static PatternDetector Shape(Regex pattern, float score, SpanPredicate? isValid = null) =>
        isValid is null ? new(Id, pattern) { Score = score } : new(Id, pattern) { Score = score, Validate = isValid };

    private static PatternDetector InContext(Regex pattern, SpanPredicate? isValid = null) => isValid is null
        ? new(Id, pattern) { Score = Unsure, ContextScore = Sure, Context = s_court }
        : new(Id, pattern) { Score = Unsure, ContextScore = Sure, Context = s_court, Validate = isValid };

    private static bool IsRegistered(ReadOnlySpan<char> value) => Register(value) is var sign && !sign.IsEmpty && !IsShort(value, sign);

    private static bool MayBeRegistered(ReadOnlySpan<char> value) => Register(value) is var sign && !sign.IsEmpty && IsShort(value, sign);

    /// <summary>Two capital letters after a number mean much else: <c>3 IN 11/16</c>.</summary>
    private static bool IsShort(ReadOnlySpan<char> value, ReadOnlySpan<char> sign) =>
        sign.Length == 2 && char.IsUpper(sign[1]) && char.IsAsciiDigit(value[0]);

    /// <summary>The word that is a sign of a register; empty when none is.</summary>
    private static ReadOnlySpan<char> Register(ReadOnlySpan<char> value)
    {
        foreach (var range in value.Split(' '))
        {
            var word = value[range];
            var slash = word.IndexOf('/');
            if (slash > 0 && !char.IsAsciiDigit(word[0])) word = word[..slash];
            if (s_registers.Contains(word)) return word;
        }
        return default;
    }

    private static bool IsReported(ReadOnlySpan<char> value)
    {
        var word = value[(value.IndexOf(']') + 2)..];
        return s_reporters.Contains(word[..word.IndexOf(' ')]);
    }

    /// <summary>ISO 7064 MOD 97-10, with the check digits after the serial number.</summary>
    private static bool HasCheckDigits(ReadOnlySpan<char> value)
    {
        var rest = 0;
        for (var i = 0; i < value.Length; i++)
            if (char.IsAsciiDigit(value[i]) && i is not (8 or 9)) rest = (rest * 10 + value[i] - '0') % 97;
        return (rest * 100 + CalendarDate.Number(value[8..10])) % 97 == 1;
    }

    /// <summary><c>VIII ZR 123/04</c>, <c>II SA/Wa 1234/12</c>, <c>B 14 AS 36/08 R</c>, <c>4 Ob 123/05x</c>, <c>I. ÚS 123/04</c>.</summary>
    [GeneratedRegex(
        @"\b(?:[IVX]{1,5}|[0-9]{1,3}|Pl)\.? [A-ZÚ][A-Za-zŚ]{1,5}(?:/[A-Z][a-z]{1,2})?(?: \([A-Za-z.]{1,6}\))? [0-9]{1,5}/[0-9]{2}"
            + @"(?:[0-9]{2})?(?:[a-z]\b| [BREP]{1,2}\b)?",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Registered();

    /// <summary><c>II K 418/13</c>, <c>14 U 3321/16</c>.</summary>
    [GeneratedRegex(@"\b(?:[IVX]{1,5}|[0-9]{1,3}) [A-Z] [0-9]{1,5}/[0-9]{2}(?:[0-9]{2})?", Matching.Exact, Matching.Timeout)]
    private static partial Regex ByLetter();

    /// <summary><c>T 1234-05</c>, <c>FT 345-12</c>.</summary>
    [GeneratedRegex(@"\b(?:[ABKMTÄÖ]|FT|PMT|UM) [0-9]{2,5}-[0-9]{2}", Matching.Exact, Matching.Timeout)]
    private static partial Regex ByLetterAndYear();

    /// <summary><c>C-131/12</c>, <c>T-201/04 P</c>.</summary>
    [GeneratedRegex(@"\b[CTF][-‑–][0-9]{1,4}/[0-9]{2}(?: P\b| R\b| PPU\b)?", Matching.Exact, Matching.Timeout)]
    private static partial Regex OfUnion();

    /// <summary><c>[2009] EWCA Civ 3187</c>, <c>[2015] EWHC 99 (Admin)</c>.</summary>
    [GeneratedRegex(@"\[(?:19|20)[0-9]{2}\] [A-Z][A-Za-z]{2,9}(?: [A-Z][A-Za-z]{1,6})? [0-9]{1,5}(?: \([A-Z][A-Za-z]{1,7}\))?",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"\bECLI:[A-Z]{2}:[A-Z0-9.]{1,7}:[0-9]{4}:[A-Za-z0-9.]{0,24}[A-Za-z0-9]", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Ecli();

    /// <summary><c>4:17-cv-00391</c>, <c>2:05-cr-119-ABC</c>.</summary>
    [GeneratedRegex(@"\b(?:[0-9]{1,2}:)?[0-9]{2}-(?:cv|cr|mj|bk|ap|mc|md|po|mdl|civ|crim)-[0-9]{2,6}(?:-[A-Z]{1,4}){0,3}\b",
        Matching.AnyCase, Matching.Timeout)]
    private static partial Regex Federal();

    /// <summary><c>0001327-64.2018.8.26.0158</c>.</summary>
    [GeneratedRegex(@"\b[0-9]{7}-[0-9]{2}\.[0-9]{4}\.[0-9]\.[0-9]{2}\.[0-9]{4}", Matching.Exact, Matching.Timeout)]
    private static partial Regex Unique();

    /// <summary><c>5.P.21.443/1996/12</c>, <c>Pfv.III.20.123/2010/5</c>.</summary>
    [GeneratedRegex(@"\b(?:[0-9]{1,3}\.)?[A-Z][a-z]{0,3}\.(?:[IVX]{1,5}\.)?[0-9]{1,3}(?:\.[0-9]{3})?/[0-9]{4}(?:/[0-9]{1,3})?",
        Matching.Exact, Matching.Timeout)]
    private static partial Regex Hungarian();

    /// <summary><c>C/10/548213 / HA ZA 18-317</c>, <c>KG ZA 17-123</c>.</summary>
    [GeneratedRegex(@"\b(?:C/[0-9]{2}/[0-9]{6}(?: ?/ ?(?:HA|KG|FA|JE) ?[A-Z]{2} [0-9]{2}-[0-9]{1,5})?|(?:HA|KG|FA|JE) [A-Z]{2} [0-9]{2}-"
        + "[0-9]{1,5})", Matching.Exact, Matching.Timeout)]
    private static partial Regex Dutch();

    /// <summary><c>4A_123/2010</c>.</summary>
    [GeneratedRegex(@"\b[1-9][A-G]_[0-9]{1,4}/(?:19|20)[0-9]{2}", Matching.Exact, Matching.Timeout)]
    private static partial Regex Swiss();

    /// <summary><c>А40-12345/2010</c>, of the commercial courts of Russia.</summary>
    [GeneratedRegex(@"\b[АA][0-9]{2}-[0-9]{1,6}/(?:19|20)[0-9]{2}", Matching.Exact, Matching.Timeout)]
    private static partial Regex Arbitration();

    /// <summary><c>（2013）浙民终字第123号</c>.</summary>
    [GeneratedRegex("[（(〔](?:19|20)[0-9]{2}[)）〕][一-鿿]{1,6}[0-9]{0,4}[一-鿿]{1,6}[0-9]{1,6}号", Matching.Exact, Matching.Timeout)]
    private static partial Regex Chinese();

    /// <summary><c>平成24年(ワ)第1234号</c>.</summary>
    [GeneratedRegex("(?:平成|昭和|令和)[0-9]{1,2}年[（(][ぁ-ヶ]{1,2}[)）]第?[0-9]{1,6}号", Matching.Exact, Matching.Timeout)]
    private static partial Regex Japanese();

    /// <summary><c>2013다12345</c>, <c>2015고단123</c>.</summary>
    [GeneratedRegex("(?:19|20)[0-9]{2}(?:가합|가단|가소|고합|고단|고정|구합|구단|나|노|누|다|도|두|드단|드합|르|므|느단|카합|카단|카기|타경|헌가|헌나|헌라|헌마|헌바)"
        + "[0-9]{1,6}", Matching.Exact, Matching.Timeout)]
    private static partial Regex Korean();
}
