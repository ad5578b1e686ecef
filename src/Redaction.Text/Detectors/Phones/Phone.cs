namespace Redaction.Text;

/// <summary>Telephone numbers: international with + or 00 (ITU-T E.164), and as written in North America,
/// the United Kingdom, Germany, France, Spain, Italy, India, Brazil and Australia. Checked against the numbering plans;
/// digits without any grouping need words near by.</summary>
internal static class Phone
{
    private const int MinDigits = 7, FewestLabelled = 6;
    private const float Labelled = 0.7f, BesideOne = 0.55f, Hinted = 0.6f;
    private const int Near = 30;
    private const int MaxDigits = 15;
    private const int MaxGroups = 8;
    private static readonly ContextWords s_context = new(
        "phone", "phones", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "call", "called", "calls", "contact", "dial", "text",
        "sms", "whatsapp", "hotline", "number is", "reach",
        "phonenumber", "telefon", "telefonnummer", "handy", "handynummer", "rufnummer", "mobil", "anruf", "rückruf", "téléphone",
        "portable", "appel", "teléfono", "telefono", "móvil",
        "movil", "celular", "llamar", "cellulare", "chiamare", "telefone", "telemóvel", "ligar", "ph", "mob", "tlf", "office", "answering",
        "landline", "extension", "my number", "new number", "number changed", "number has changed", "mein nummer", "meine nummer",
        "neue nummer", "mitt nummer", "mit nummer", "nytt nummer", "nyt nummer", "mon numéro", "nouveau numéro", "mi número",
        "nuevo número", "mio numero", "nuovo numero", "meu número", "novo número", "mijn nummer", "nieuw nummer", "mój numer",
        "nowy numer", "moje číslo", "nové číslo", "мой номер", "новый номер", "numaram", "puhelin", "numeroni");
    private static readonly ContextWords s_otherNumber = new(
        "order", "invoice", "tracking", "id", "isbn", "serial", "timestamp", "account", "reference", "ref", "ticket", "case", "uuid",
        "hash", "sku", "part", "version");

    public static ITextDetector Detector { get; } = new AnchoredBy("phone", EntityTypes.Phone, AnchorKinds.Number, FewestLabelled, Probe)
    {
        IsSelfEvident = true,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        Span<char> digits = stackalloc char[MaxDigits + 1];
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = At(source, i, anchor.Span.End, digits, findings);
            if (end < 0)
            {
                end = i;
                while (end < anchor.Span.End && char.IsAsciiDigit(text[end])) end++;
            }
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    /// <summary>Reports the longest number whose first digit stands at <paramref name="digit"/> and returns its end;
    /// -1 when there is none.</summary>
    private static int At(TextSource source, int digit, int limit, Span<char> digits, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var form = new PhoneForm(text, digit);
        if (!form.StartsFree) return -1;
        Span<(int End, int Count)> groups = stackalloc (int, int)[MaxGroups];
        int count = 0, total = 0;
        for (var i = digit; i < limit && count < MaxGroups;)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]) && total <= MaxDigits) digits[Math.Min(total++, MaxDigits)] = text[i++];
            if (i == start || total > MaxDigits) break;
            groups[count++] = (i, total);
            i = PhoneForm.SkipSeparator(text, i);
            if (i < 0) break;
        }
        for (var g = count - 1; g >= 0; g--)
        {
            var (end, length) = groups[g];
            if (length < FewestLabelled || !form.EndsFree(text, end) || IsSpanOfTime(text[digit..end])
                || IsDate(text[digit..end]) || IsZip(text, digit, end)) continue;
            var span = TextSpan.FromBounds(form.Start, PhoneForm.WithExtension(text, end));
            var score = length < MinDigits ? 0f : Score(source, span, form, groups[..(g + 1)], digits[..length]);
            if (score < Hinted && length >= MinDigits && !form.IsInternational && MayBeNational(groups[..(g + 1)], text[digit..end], form)
                && PhoneRegions.Fit(source, span, digits[..length])) score = s_otherNumber.AreNear(source, span) ? 0.3f : Hinted;
            if (score < Labelled && IsLabelled(text, span, groups[..(g + 1)], length)) score = Labelled;
            if (score == 0f) continue;
            findings.Add(new(EntityTypes.Phone, span, score, "phone"));
            return span.End;
        }
        return -1;
    }

    /// <summary>Groups that dates, and amounts with points between thousands, do not have.</summary>
    private static bool MayBeNational(ReadOnlySpan<(int End, int Count)> groups, ReadOnlySpan<char> written, PhoneForm form)
    {
        if (groups.Length == 1 && !form.HasBracket) return false;
        if (groups is [{ Count: 4 }, { Count: 6 }, { Count: 8 }] or [{ Count: 2 }, { Count: 4 }, { Count: 8 }]) return false;
        if (groups is [{ Count: 4 }, { Count: 8 }, ..] && groups[^1].Count == 10) return false; // a year and a number
        if (!written.Contains('.')) return true;
        for (var i = 1; i < groups.Length; i++)
            if (groups[i].Count - groups[i - 1].Count != 3) return true;
        return false;
    }

    /// <summary>A word directly beside the number makes any grouping a telephone number, except those of dates.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> text, TextSpan span, ReadOnlySpan<(int End, int Count)> groups, int length)
    {
        if (groups is [{ Count: 4 }, { Count: 6 }, { Count: 8 }] or [{ Count: 2 }, { Count: 4 }, { Count: 8 }]) return false;
        return PhoneLabels.Follows(text, span.End) || ((groups.Length > 1 || length is 9 or 10) && PhoneLabels.Precede(text, span.Start));
    }

    /// <summary>A day, a month and a year with slashes: <c>04/07/2025</c>.</summary>
    private static bool IsDate(ReadOnlySpan<char> value) =>
        value is ['0' or '1' or '2' or '3', _, '/', '0' or '1' or '2' or '3', _, '/', '1' or '2', '9' or '0', _, _];

    /// <summary>The long postcode of a state: <c>MA 02110-1301</c>.</summary>
    private static bool IsZip(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start != 10 || text[start + 5] is not ('-' or '\u2013') || start < 3 || text[start - 1] != ' ') return false;
        var before = text[Math.Max(0, start - 6)..start].TrimEnd();
        return before is [.., >= 'A' and <= 'Z', >= 'A' and <= 'Z'] && (before.Length == 2 || !char.IsLetter(before[^3])) && Digits.Count(text[start..end]) == 9;
    }

    /// <summary>Two years (<c>2017-2021</c>) or two times of day on the quarter hour (<c>0700-1900</c>).</summary>
    private static bool IsSpanOfTime(ReadOnlySpan<char> value)
    {
        if (value.Length != 9 || value[4] is not ('-' or '\u2013' or '/') || value[..4].ContainsAnyExceptInRange('0', '9')) return false;
        var from = (value[0] - '0') * 1000 + (value[1] - '0') * 100 + (value[2] - '0') * 10 + value[3] - '0';
        var to = (value[5] - '0') * 1000 + (value[6] - '0') * 100 + (value[7] - '0') * 10 + value[8] - '0';
        var areYears = from is >= 1800 and <= 2100 && to >= from && to is <= 2100;
        return areYears || (from <= 2400 && to <= 2400 && from % 100 % 15 == 0 && to % 100 % 15 == 0 && from % 100 < 60 && to % 100 < 60);
    }

    private static float Score(
        TextSource source, TextSpan span, PhoneForm form, ReadOnlySpan<(int End, int Count)> groups, ReadOnlySpan<char> digits)
    {
        var score = form.IsInternational || digits.StartsWith("00")
            ? PhoneCountries.CodeLength(form.IsInternational ? digits : digits[2..]) == 0 ? 0f : form.IsInternational ? 0.9f
                : groups.Length > 1 ? 0.75f : 0.4f
            : National(form, groups, digits);
        // of no area in service, but nothing else is written so
        if (score == 0f && IsOneThreeThreeFour(form, groups, digits)) return s_context.AreNear(source, span) ? 0.85f : 0.75f;
        if (score == 0f && IsOtherPlan(groups, digits) && !source.Text.Slice(span.Start, span.Length).Contains('.')
            && s_context.AreNear(source, span) && !s_otherNumber.AreNear(source, span)) return 0.55f;
        if (score == 0f && !(IsThreeThreeFour(groups) && digits.Length == 10)) return 0f;
        if (score == 0f) return s_context.AreNear(source, span) ? 0.6f : 0f; // written like a telephone number, but of no area in service
        if (s_context.AreNear(source, span)) return form.IsInternational ? 0.97f : MathF.Max(0.85f, score);
        if (form.IsInternational) return score;
        if (s_otherNumber.AreNear(source, span)) return score * 0.5f;
        return score < BesideOne && digits[0] == '0' && FollowsInternational(source.Text, span.Start) ? BesideOne : score;
    }

    /// <summary>True when a number with a plus sign stands shortly before: the next one with a trunk zero is most likely a
    /// telephone number too.</summary>
    private static bool FollowsInternational(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - Near)..start];
        var plus = before.LastIndexOf('+');
        return plus >= 0 && plus + 1 < before.Length && char.IsAsciiDigit(before[plus + 1])
            && Digits.Count(before[plus..]) is >= 9 and <= MaxDigits;
    }

    private static float National(PhoneForm form, ReadOnlySpan<(int End, int Count)> groups, ReadOnlySpan<char> digits)
    {
        var together = groups.Length == 1 && !form.HasBracket;
        if (digits.Length == 11 && digits[0] == '1' && PhonePlans.IsNorthAmerica(digits[1..]) && (together || groups[0].Count == 1))
            return together ? 0.3f : 0.8f;
        if (digits[0] == '0' && IsTrunkZeroAlone(groups)) return 0.6f;
        if (PhonePlans.IsNorthAmerica(digits) && (together || IsThreeThreeFour(groups)))
            return together ? 0.3f : form.HasBracket ? 0.85f : 0.75f;
        if (digits[0] == '0' && digits[1] != '0' && IsWithTrunk(digits[1..], digits, groups)) return together ? 0.35f : 0.65f;
        if (together)
            return digits.Length is 9 or 10 or 11 && (PhonePlans.IsSpain(digits) || IsMobile(digits) || PhonePlans.IsChinaMobile(digits))
                ? 0.25f : 0f;
        if (groups is [{ Count: 3 }, { Count: 6 }, { Count: 8 }, { Count: 10 }]) return 0.3f;
        if (PhonePlans.IsBrazil(digits) && groups[0].Count == 2 && groups.Length <= 4 && form.HasBracket) return 0.75f;
        if (PhonePlans.IsSpain(digits) && IsNineGrouped(groups)) return 0.55f;
        if (digits.Length == 10 && digits[0] is >= '6' && groups is [{ Count: 5 }, { Count: 10 }]) return 0.55f;
        if (digits[0] == '3' && PhonePlans.IsItaly(digits) && groups is [{ Count: 3 }, { Count: 6 or 10 or 9 }, ..]) return 0.5f;
        return digits.Length == 10 && digits[..2] is "13" or "18" && digits[2..4] is "00" && groups[0].Count == 4 ? 0.6f : 0f;
    }

    private static bool IsWithTrunk(ReadOnlySpan<char> n, ReadOnlySpan<char> withZero, ReadOnlySpan<(int End, int Count)> groups)
    {
        if (groups.Length > 1 && groups[0].Count < 2) return false;
        return PhonePlans.IsFrance(n) || PhonePlans.IsBritain(n) || PhonePlans.IsAustralia(n) || PhonePlans.IsIndia(n)
            || PhonePlans.IsBrazil(n)
            || (n.Length >= 7 && (PhonePlans.IsGermany(n) || PhonePlans.IsItaly(withZero)));
    }

    private static bool IsMobile(ReadOnlySpan<char> digits) =>
        PhonePlans.IsBrazil(digits) || (digits.Length == 10 && (digits[0] is >= '6' || PhonePlans.IsItaly(digits)));

    /// <summary>A North American number with its country code, grouped.</summary>
    private static bool IsOneThreeThreeFour(PhoneForm form, ReadOnlySpan<(int End, int Count)> groups, ReadOnlySpan<char> digits) =>
        (form.IsInternational && digits[0] == '1' && groups is [{ Count: 1 }, { Count: 4 }, { Count: 7 }, { Count: 11 }])
        || (digits.StartsWith("001") && groups is [{ Count: 3 }, { Count: 6 }, { Count: 9 }, { Count: 13 }]);

    /// <summary>Seven to twelve digits in groups, as telephone numbers of other countries are written.</summary>
    private static bool IsOtherPlan(ReadOnlySpan<(int End, int Count)> groups, ReadOnlySpan<char> digits) =>
        digits.Length is >= 7 and <= 12 && groups.Length is >= 2 and <= 5 && groups[0].Count <= 4
            && groups[^1].Count - groups[^2].Count >= 2 && groups is not ([{ Count: 4 }, { Count: 6 }, { Count: 8 }] or [{ Count: 2 }, { Count: 4 }, { Count: 8 }]);

    /// <summary>The trunk zero with a space or hyphen of its own, then ten digits: <c>0 532 123 45 67</c>,
    /// <c>0 (917) 123 4567</c>.</summary>
    private static bool IsTrunkZeroAlone(ReadOnlySpan<(int End, int Count)> groups) =>
        groups is [{ Count: 1 }, { Count: 4 }, { Count: 7 }, { Count: 11 }]
            or [{ Count: 1 }, { Count: 4 }, { Count: 7 }, { Count: 9 }, { Count: 11 }];

    private static bool IsThreeThreeFour(ReadOnlySpan<(int End, int Count)> groups) =>
        groups is [{ Count: 3 }, { Count: 6 }, { Count: 10 }] or [{ Count: 3 }, { Count: 10 }];

    private static bool IsNineGrouped(ReadOnlySpan<(int End, int Count)> groups) =>
        groups is [{ Count: 3 }, { Count: 6 }, { Count: 9 }] or [{ Count: 3 }, { Count: 5 }, { Count: 7 }, { Count: 9 }]
            or [{ Count: 2 }, { Count: 5 }, { Count: 7 }, { Count: 9 }];
}
