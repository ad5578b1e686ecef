namespace Redaction.Text;

/// <summary>Calendar dates: ISO 8601, numbers in day-month-year and month-day-year order, with the month's name, with words for year,
/// month and
/// day.
/// Every date is checked against the calendar. Near words such as "born" it is a date of birth and scores higher.</summary>
internal static class Date
{
    private static readonly ContextWords s_birth = new(
        "dob", "d.o.b", "birth", "birthday", "birthdate", "born", "date of birth", "geburtsdatum", "geboren", "geb", "geburtstag", "né",
        "née", "naissance",
        "fecha de nacimiento", "nacimiento", "nacido", "nacida", "data di nascita", "nascita", "nato", "nata", "nascimento", "nascido",
        "nascida", "date de naissance");
    private static readonly ContextWords s_date = new(
        "date", "dated", "on", "since", "until", "due", "datum", "am", "vom", "bis", "fecha", "data", "le", "du", "admitted", "discharged",
        "admission", "discharge",
        "visit", "appointment", "deceased", "died", "death", "hired", "issued", "expires", "expiry", "signed", "from", "to", "by", "time",
        "timestamp");

    public static ITextDetector Detector { get; } = new AnchoredBy("date", EntityTypes.Date, AnchorKinds.Number, 1, Probe)
    {
        NumberForm = static (first, _, _) => first is 1 or 2 or 4 or 8,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - i is 1 or 2 or 4 or 8)
            {
                var found = NumericDate.At(text, i, end);
                if (found.End == 0) found = NamedDate.At(text, i, end);
                if (found.End == 0) found = UnitDate.At(text, i, end);
                if (found.End > 0 && Neighbourhood.IsFree(text, TextSpan.FromBounds(found.Start, found.End), Boundary.Word))
                {
                    var span = TextSpan.FromBounds(found.Start, found.End);
                    var score = Score(source, span, found.Score);
                    if (score > 0.1f) findings.Add(new(EntityTypes.Date, span, score, "date"));
                    end = Math.Max(end, found.End);
                }
            }
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static float Score(TextSource source, TextSpan span, float score)
    {
        if (s_birth.AreNear(source, span)) return 0.95f;
        return s_date.AreNear(source, span) ? MathF.Min(0.9f, score + 0.1f) : score;
    }
}
