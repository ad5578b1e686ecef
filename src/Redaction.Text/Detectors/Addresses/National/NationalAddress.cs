namespace Redaction.Text;

/// <summary>Addresses in the order and with the words of one country: Russia and Ukraine, China, Japan, Korea, Greece, Turkey, the Czech
/// and Slovak Republics, Hungary, India, Arabic and Hebrew ones. Each is looked for where a word or sign stands that only its addresses
/// have.</summary>
internal sealed class NationalAddress : ITextDetector
{
    private const float Score = 0.75f;
    private static readonly WordStarts s_latin = new(AddressForms.Latin.SelectMany(static f => f.Signs).Select(static s => s.TrimStart()));
    private static readonly PhraseSearch s_greekAndCyrillic = AddressForms.SignsOf(AddressForms.GreekAndCyrillic);
    private static readonly PhraseSearch s_semitic = AddressForms.SignsOf(AddressForms.Semitic);
    private static readonly PhraseSearch s_eastAsian = AddressForms.SignsOf(AddressForms.EastAsian);
    private static readonly EntityType s_address = new("address");

    public static ITextDetector Detector { get; } = new NationalAddress();

    public DetectorInfo Info { get; } = new("national-address", s_address);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        Latin(text, findings);
        Find(text, AddressForms.GreekAndCyrillic, s_greekAndCyrillic, findings);
        Find(text, AddressForms.Semitic, s_semitic, findings);
        Find(text, AddressForms.EastAsian, s_eastAsian, findings);
    }

    private static void Latin(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var at = s_latin.Next(text, 0); at >= 0;)
        {
            // a sign with a space before it begins there
            var end = Add(text, at, AddressForms.Latin, findings);
            if (end == 0 && at > 0) end = Add(text, at - 1, AddressForms.Latin, findings);
            at = s_latin.Next(text, Math.Max(at + 1, end));
        }
    }

    private static void Find(ReadOnlySpan<char> text, AddressForm[] forms, PhraseSearch signs, FindingSink<TextSpan> findings)
    {
        for (var at = signs.Next(text, 0); at >= 0;) at = signs.Next(text, Math.Max(at + 1, Add(text, at, forms, findings)));
    }

    /// <summary>Adds the address around a sign of one of the forms; returns its end, 0 when there is none.</summary>
    private static int Add(ReadOnlySpan<char> text, int at, AddressForm[] forms, FindingSink<TextSpan> findings)
    {
        foreach (var form in forms)
        {
            if (!form.Begins(text[at..]) || At(text, at, form) is not { Length: > 0 } span) continue;
            findings.Add(new(s_address, span, Score, "national-address"));
            return span.End;
        }
        return 0;
    }

    /// <summary>The address of a form around its sign; empty when there is none.</summary>
    private static TextSpan At(ReadOnlySpan<char> text, int at, AddressForm form)
    {
        var from = Math.Max(0, at - form.Before);
        if (text[from..at].LastIndexOf('\n') is >= 0 and var line) from += line + 1;
        var window = text[from..Math.Min(text.Length, at + form.After)];
        if (!window.ContainsAnyInRange('0', '9')) return default;
        foreach (var match in form.Pattern.EnumerateMatches(window))
        {
            if (match.Index + from > at) break;
            var span = new TextSpan(match.Index + from, match.Length);
            if (span.End > at) return StandsFree(text, span) ? span : default;
        }
        return default;
    }

    private static bool StandsFree(ReadOnlySpan<char> text, TextSpan span) =>
        (span.Start == 0 || !Neighbourhood.IsWord(text[span.Start - 1]) || !Neighbourhood.IsWord(text[span.Start]))
        && (span.End == text.Length || !char.IsAsciiDigit(text[span.End]) || !char.IsAsciiDigit(text[span.End - 1]));
}
