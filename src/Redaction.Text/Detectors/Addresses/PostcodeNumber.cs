namespace Redaction.Text;

/// <summary>Postcodes of four to six digits, alone near a word that names them, or after a state of the United States.</summary>
internal static class PostcodeNumber
{
    /// <summary>The word that names a postcode stands close before it.</summary>
    private const int LabelReach = 28;
    private const int Living = 28;

    private static readonly ContextWords s_context = new(
        "zip", "zipcode", "zip code", "postcode", "postal code", "post code", "postal", "plz", "postleitzahl", "code postal",
        "código postal", "codigo postal", "cep", "cap", "pincode", "pin code", "kod pocztowy", "postnummer", "पिन कोड", "পিন কোড",
        "почтовый индекс",
        "индекс", "поштовий індекс", "пощенски код", "poštanski broj", "poštová smerovačka", "psč", "irányítószám", "cod poștal",
        "codi postal",
        "posta kodu", "postinumero", "sihtnumber", "ταχυδρομικός κώδικας", "الرمز البريدي", "کد پستی", "מיקוד", "รหัสไปรษณีย์", "邮编",
        "邮政编码",
        "mã bưu điện", "kode pos");

    /// <summary>After these, five digits are where somebody lives.</summary>
    private static readonly ContextWords s_living =
        new("lived in", "lives in", "live in", "living in", "moved to", "resides in", "reside in", "resided in", "residing in");

    private static readonly EntityType s_type = new("postcode");

    public static ITextDetector Detector { get; } = new AnchoredBy("postcode", s_type, AnchorKinds.Number, 4, Probe)
    {
        NumberForm = static (first, _, _) => first is (>= 4 and <= 6) or 9,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = AddressText.Digits(text, i);
            if (end - i is >= 4 and <= 6 or 9) At(source, i, ref end, findings);
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static void At(TextSource source, int start, ref int end, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        if (end - start == 9)
        {
            // nine digits together are a ZIP+4 only right after the verb
            if (start > 0 && text[start - 1] == ' ' && s_living.Occur(text[Math.Max(0, start - 12)..start]))
                findings.Add(new(s_type, TextSpan.FromBounds(start, end), 0.6f, "postcode"));
            return;
        }
        var five = end - start == 5;
        var plusFour = five && end + 4 < text.Length && text[end] == '-' && AddressText.Digits(text, end + 1) == end + 5;
        if (plusFour) end += 5;
        var span = TextSpan.FromBounds(start, end);
        if (!Neighbourhood.IsFree(text, span, Boundary.Isolated) || (start > 0 && text[start - 1] is '$' or '€' or '£')) return;
        if (end + 1 < text.Length && text[end] is ',' && char.IsAsciiDigit(text[end + 1])) return;
        if (five && AfterState(text, start)) findings.Add(new(s_type, span, 0.75f, "postcode"));
        else if (s_context.Occur(WordsBefore(text, start))
            || (source.Context.Field is { } field && s_context.OccurInField(field)))
            findings.Add(new(s_type, span, five || plusFour ? 0.8f : 0.55f, "postcode"));
        else if (five && s_living.Occur(text[Math.Max(0, start - Living)..start])) findings.Add(new(s_type, span, 0.6f, "postcode"));
        else if (plusFour) findings.Add(new(s_type, span, 0.55f, "postcode"));
    }

    /// <summary>What stands close before, without the rest of a word that begins farther away: <c>Mailcap</c> is no <c>cap</c>.</summary>
    private static ReadOnlySpan<char> WordsBefore(ReadOnlySpan<char> text, int start)
    {
        var from = Math.Max(0, start - LabelReach);
        if (from > 0 && char.IsLetter(text[from - 1]))
            while (from < start && char.IsLetter(text[from])) from++;
        return text[from..start];
    }

    /// <summary>True after a comma and the two letters of a state, or after the name of a country on a line of its own.</summary>
    private static bool AfterState(ReadOnlySpan<char> text, int start)
    {
        if (start < 4 || text[start - 1] != ' ') return false;
        var state = text[(start - 3)..(start - 1)];
        if (char.IsAsciiLetterUpper(state[0]) && AddressWords.States.Contains(state) && (text[start - 4] == ' ' || text[start - 4] == '\n')
            && start > 5 && (text[start - 5] == ',' || char.IsLower(text[start - 5]))) return true;
        var line = start - 1;
        while (line > 0 && start - line < 40 && (char.IsLetter(text[line - 1]) || text[line - 1] == ' ')) line--;
        while (line < start - 1 && text[line] == ' ') line++;
        return AddressWords.IsCountry(text[line..(start - 1)]);
    }
}
