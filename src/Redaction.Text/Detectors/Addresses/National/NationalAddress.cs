using System.Buffers;

namespace Redaction.Text;

/// <summary>Addresses in the order and with the words of one country: Russia and Ukraine, China, Japan, Korea, Greece, Turkey, the Czech
/// and Slovak Republics, Hungary, India. Each is looked for where a word or sign stands that only its addresses have.</summary>
internal sealed class NationalAddress : ITextDetector
{
    private const float Score = 0.75f;
    private static readonly SearchValues<string> s_ascii = SearchValues.Create(
        ["Flat No", "Plot No", "House No", "Door No", "H.No", "Mah.", "Sok.", "Cad.", " utca ", "ul. ", "Praha "],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> s_latin = AddressForms.SignsOf(AddressForms.Latin);
    private static readonly SearchValues<string> s_greekAndCyrillic = AddressForms.SignsOf(AddressForms.GreekAndCyrillic);
    private static readonly SearchValues<string> s_eastAsian = AddressForms.SignsOf(AddressForms.EastAsian);
    private static readonly EntityType s_address = new("address");

    public static ITextDetector Detector { get; } = new NationalAddress();

    public DetectorInfo Info { get; } = new("national-address", s_address);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        // the languages of most of these forms are hardly written without accents, and most texts have none
        Find(text, AddressForms.Latin, System.Text.Ascii.IsValid(text) ? s_ascii : s_latin, findings);
        if (text.ContainsAnyInRange('\u0370', '\u04FF')) Find(text, AddressForms.GreekAndCyrillic, s_greekAndCyrillic, findings);
        if (text.ContainsAnyInRange('\u4E00', '\uD7A3')) Find(text, AddressForms.EastAsian, s_eastAsian, findings);
    }

    private static void Find(ReadOnlySpan<char> text, AddressForm[] forms, SearchValues<string> signs, FindingSink<TextSpan> findings)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAny(signs);
            if (step < 0) return;
            at += step;
            var end = at + 1;
            foreach (var form in forms)
                if (form.Begins(text[at..]) && At(text, at, form) is { Length: > 0 } span)
                {
                    findings.Add(new(s_address, span, Score, "national-address"));
                    end = Math.Max(end, span.End);
                    break;
                }
            at = end;
        }
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
