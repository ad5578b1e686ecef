using System.Text.RegularExpressions;

namespace Redaction.Text.Locales;

/// <summary>Passports, driving licences and cards of identity whose numbers have no published check digit: the form alone says little,
/// so words near by must name the document. A row is an id, an entity, the words and the forms; its
/// specification lies with its country.</summary>
internal static partial class IdentityDocuments
{
    private const float Named = 0.85f;

    /// <summary>A detector for each row.</summary>
    public static ITextDetector[] Detectors { get; } =
    [
        Row(
            "de.driving-licence", "driving-licence",
            ["führerschein", "führerscheinnummer", "fuehrerschein", "führerschein-nr", "fahrerlaubnis", "fahrerlaubnisnummer",
                "driving licence", "driver license"],
            [new(GermanLicence(), 0.3f)]),
        Row(
            "es.passport", "passport",
            ["pasaporte", "pasaportes", "passport", "número de pasaporte", "numero de pasaporte", "documento de viaje"],
            [new(SpanishPassport(), 0.2f)]),
        Row(
            "in.voter", "in.voter",
            ["voter", "voters", "vote", "epic", "voter id", "election", "elector", "electoral"],
            [new(IndianVoter(), 0.25f)]),
        Row(
            "it.driving-licence", "driving-licence",
            ["patente", "patente di guida", "numero patente", "patente n", "driving licence", "motorizzazione"],
            [new(ItalianLicence(), 0.3f)]),
        Row(
            "it.id-card", "it.id-card",
            ["carta d'identità", "carta identità", "carta di identità", "identità", "cie", "documento", "identity card", "id card"],
            [new(ItalianCard(), 0.35f), new(ItalianPaperCard(), 0.2f, 0.8f)]),
        Row(
            "kr.driving-licence", "driving-licence",
            ["운전면허", "운전면허번호", "면허번호", "면허", "driver license", "driver's license", "driving licence", "driving license"],
            [new(KoreanLicence(), 0.6f, 0.9f, AnchorKinds.Number)]),
        Row(
            "kr.passport", "passport",
            ["여권", "여권번호", "여권번호는", "passport", "passport number", "korean passport"],
            [new(KoreanPassport(), 0.35f), new(OldKoreanPassport(), 0.2f)]),
        Row(
            "uk.passport", "passport",
            ["passport", "passport number", "passport no", "british passport", "uk passport", "hm passport office"],
            [new(BritishPassport(), 0.2f), new(OldBritishPassport(), 0.1f)]),
        Row(
            "us.passport", "passport",
            ["passport", "passport number", "passport no", "us passport", "travel document", "department of state"],
            [new(AmericanPassport(), 0.2f)]),
    ];

    /// <summary>One way in which the number is written.</summary>
    private readonly record struct Form(
        Regex Pattern, float Score, float NamedScore = Named, AnchorKinds Anchors = AnchorKinds.Word);

    private static ITextDetector Row(string id, string entity, string[] words, Form[] forms)
    {
        var context = new ContextWords(words);
        PatternDetector[] shapes =
        [
            .. forms.Select(form => new PatternDetector(id, new(entity), form.Pattern)
            {
                Anchors = form.Anchors,
                Score = form.Score,
                ContextScore = form.NamedScore,
                Context = context,
            }),
        ];
        return shapes.Length == 1 ? shapes[0] : new ShapedDetector(shapes);
    }

    /// <summary>A letter and two places of the issuing office, six digits, a check digit or X, the number of the copy (FeV,
    /// Anlage 8).</summary>
    [GeneratedRegex(@"\b[A-Z][0-9A-Z]{2}[0-9]{6}[0-9X][0-9A-Z]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex GermanLicence();

    /// <summary>Three letters and six digits (Real Decreto 896/2003).</summary>
    [GeneratedRegex(@"\b[A-Z]{3}[0-9]{6}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex SpanishPassport();

    /// <summary>Three letters and seven digits of which the last is a Luhn digit on newer cards only (Election Commission of
    /// India).</summary>
    [GeneratedRegex(@"\b[A-Z]{3}[0-9]{7}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex IndianVoter();

    /// <summary>Two letters, seven digits and a letter, or U1 and eight more (Ministero delle Infrastrutture e dei Trasporti).</summary>
    [GeneratedRegex(@"\b(?:[A-Z]{2}[0-9]{7}|U1[0-9BCDFGHLMNPRSTUWYXZ]{6}[0-9])[A-Z]\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex ItalianLicence();

    /// <summary>Two letters, five digits and two letters (Ministero dell'Interno).</summary>
    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{5}[A-Z]{2}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex ItalianCard();

    /// <summary>Older cards: two letters and seven digits, or seven digits and two letters.</summary>
    [GeneratedRegex(@"\b(?:[A-Z]{2} ?[0-9]{7}|[0-9]{7}[A-Z]{2})\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex ItalianPaperCard();

    /// <summary>Region 11 to 26 or 28, year, six digits, two check digits that are not published (Korean National Police Agency).</summary>
    [GeneratedRegex(@"\b(?:1[1-9]|2[0-68])([- ])[0-9]{2}\1[0-9]{6}\1[0-9]{2}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex KoreanLicence();

    /// <summary>Since 2021 M, S, R, O, D or G, three digits, a letter and four digits (Ministry of Foreign Affairs).</summary>
    [GeneratedRegex(@"\b[MSRODG][0-9]{3}[A-Z][0-9]{4}(?![0-9A-Za-z])", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex KoreanPassport();

    /// <summary>Before 2021 the letter and eight digits.</summary>
    [GeneratedRegex(@"\b[MSRODG][0-9]{8}(?![0-9A-Za-z])", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex OldKoreanPassport();

    /// <summary>Since 2015 two letters and seven digits (HM Passport Office).</summary>
    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{7}\b", Matching.AnyCase, Matching.Timeout)]
    private static partial Regex BritishPassport();

    /// <summary>Nine digits.</summary>
    [GeneratedRegex(@"\b[0-9]{9}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex OldBritishPassport();

    /// <summary>A letter and eight digits (Department of State); nine digits alone look like too much else.</summary>
    [GeneratedRegex(@"\b[A-Z][0-9]{8}\b", Matching.Exact, Matching.Timeout)]
    private static partial Regex AmericanPassport();
}
