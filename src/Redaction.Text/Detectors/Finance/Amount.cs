using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Amounts of money: a number with the sign or ISO 4217 code of a currency on either side of it,
/// or with its name after it.</summary>
/// <remarks>An amount alone identifies nobody, so it is looked for only on request (<see cref="TextDetectors.OnRequest"/>).</remarks>
internal static class Amount
{
    private const float Score = 0.75f;
    private const string Signs = "$€£¥₹₩₽₺₪฿₫₴₦₱";
    private const int LongestName = 8;

    private static readonly EntityType s_type = new("amount");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_codes =
        ("USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH BRL MXN ARS CLP COP PEN ZAR NGN KES EGP ILS SAR "
        + "AED KRW TWD HKD SGD THB MYR IDR PHP VND NZD ISK")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_names =
        "dollar dollars euro euros cents pounds sterling rupees yen yuan pesos reais kronor kroner zloty złoty lira roubles rubles francs"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static ITextDetector Detector { get; } = new AnchoredBy("amount", s_type, AnchorKinds.Number, 1, Probe);

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = NumberEnd(text, i);
            if (IsNumberStart(text, i) && Around(text, i, end) is { Length: > 0 } span)
            {
                findings.Add(new(s_type, span, Score, "amount"));
                end = span.End;
            }
            i = Math.Max(end, i + 1);
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    /// <summary>False for the digits after a decimal or thousands sign, which the number before it has taken.</summary>
    private static bool IsNumberStart(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(Neighbourhood.IsWord(text[start - 1])
            || (start > 1 && text[start - 1] is ',' or '.' or '\'' && char.IsAsciiDigit(text[start - 2])));

    /// <summary>End of the digits with their thousands and decimal signs; spaces stand only before three digits.</summary>
    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        while (end + 1 < text.Length && text[end] is ',' or '.' or '\'' or '\u00A0' or '\u202F' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }
        return end;
    }

    private static TextSpan Around(ReadOnlySpan<char> text, int start, int end)
    {
        var (from, to) = (Before(text, start), After(text, end));
        if (from == start && to == end) return default;
        var isFree = to == end || to == text.Length || Signs.Contains(text[to - 1], StringComparison.Ordinal)
            || !Neighbourhood.IsWord(text[to]);
        return isFree && (to > end || end == text.Length || !Neighbourhood.IsWord(text[end])) ? TextSpan.FromBounds(from, to) : default;
    }

    private static int Before(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        if (i > 0 && text[i - 1] is '.' or '-') i--;
        if (i > 1 && text[i - 1] is ' ' or '\u00A0') i--;
        if (i > 0 && Signs.Contains(text[i - 1], StringComparison.Ordinal)) return WithCode(text, i - 1);
        return WithCode(text, i) is var code && code < i ? code : start;
    }

    /// <summary>Takes in a currency code before <paramref name="start"/>: <c>US$</c> keeps its letters outside,
    /// <c>CAD 15</c> does not.</summary>
    private static int WithCode(ReadOnlySpan<char> text, int start)
    {
        var end = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        return end >= 3 && s_codes.Contains(text[(end - 3)..end]) && (end == 3 || !Neighbourhood.IsWord(text[end - 4]))
            && char.IsAsciiLetterUpper(text[end - 3]) ? end - 3 : start;
    }

    private static int After(ReadOnlySpan<char> text, int end)
    {
        var start = end < text.Length && text[end] is ' ' or '\u00A0' ? end + 1 : end;
        if (start >= text.Length) return end;
        if (Signs.Contains(text[start], StringComparison.Ordinal)
            && (start == end || start + 1 == text.Length || !char.IsAsciiDigit(text[start + 1]))) return start + 1;
        var stop = start;
        while (stop < text.Length && stop - start <= LongestName && char.IsLetter(text[stop])) stop++;
        var word = text[start..stop];
        return word.Length >= 3 && (s_codes.Contains(word) || s_names.Contains(word)) ? stop : end;
    }
}
