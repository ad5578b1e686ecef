namespace Redaction.Text;

/// <summary>Payment card numbers (ISO/IEC 7812-1): issuer range, length of the issuer, and the Luhn check digit,
/// grouped or together.</summary>
/// <remarks>One number in ten passes the Luhn check, so digits without grouping need a known issuer,
/// and score lower near words such as "order".</remarks>
internal static class CreditCard
{
    private const int MinLength = 12;
    private const int MaxLength = 19;
    private const int MaxGroups = 6;
    private static readonly ContextWords s_context = new(
        "card", "cards", "credit", "debit", "visa", "mastercard", "amex", "american express", "discover", "diners", "maestro", "unionpay",
        "jcb", "cc", "pan", "payment", "kreditkarte", "karte", "kartennummer", "carte", "tarjeta", "carta", "cartão", "cartao",
        "creditcard", "cardnumber");
    private static readonly ContextWords s_payment = new(
        "credit card", "debit card", "payment card", "card number", "payment method", "visa", "mastercard", "amex", "american express",
        "kreditkarte", "carte bancaire", "tarjeta");
    private static readonly ContextWords s_otherNumber = new(
        "timestamp", "uuid", "guid", "hash", "order", "tracking", "shipment", "session", "trace", "request", "ticket", "sku", "serial",
        "imei", "isbn", "ean", "id");

    public static ITextDetector Detector { get; } = new AnchoredBy("credit-card", EntityTypes.CreditCard, AnchorKinds.Number, MinLength,
        Probe)
    {
        IsSelfEvident = true,
        NumberForm = static (first, _, _) => first is 4 or 6 or >= MinLength,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        Span<char> digits = stackalloc char[MaxLength];
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = RunEnd(text, i);
            var found = end - i >= MinLength ? Together(text, i, end, digits) : Grouped(text, i, end, digits);
            if (found > i && Score(source, TextSpan.FromBounds(i, found), digits, end == found) is > 0 and var score)
            {
                findings.Add(new(EntityTypes.CreditCard, TextSpan.FromBounds(i, found), score, "credit-card"));
                end = found;
            }
            else if (Mistyped(text, i, end) is var last and > 0 && s_payment.AreNear(source, TextSpan.FromBounds(i, last)))
            {
                findings.Add(new(EntityTypes.CreditCard, TextSpan.FromBounds(i, last), 0.6f, "credit-card"));
                end = last;
            }
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static int RunEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start])) start++;
        return start;
    }

    private static int Together(ReadOnlySpan<char> text, int start, int end, Span<char> digits)
    {
        var span = TextSpan.FromBounds(start, end);
        if (end - start > MaxLength
            || !(Neighbourhood.IsFree(text, span, Boundary.Isolated) || Neighbourhood.IsBeforeSuffix(text, span))) return -1;
        return Accept(text[start..end], digits) ? end : -1;
    }

    /// <summary>End of a number whose groups are all joined by the same separator, as printed on cards; -1 when there is none.</summary>
    /// <remarks>More groups may follow: cards in a row, or a card and its expiry. The longest front that is a card is taken.</remarks>
    private static int Grouped(ReadOnlySpan<char> text, int start, int firstEnd, Span<char> digits)
    {
        if (firstEnd - start is not (4 or 6) || firstEnd >= text.Length) return -1;
        var separator = text[firstEnd];
        if (separator is not (' ' or '-' or '.' or '\u00A0' or '\u202F' or '\u2011' or '\u2010' or '\u2013')) return -1;
        Span<int> groups = stackalloc int[MaxGroups];
        Span<int> ends = stackalloc int[MaxGroups];
        int count = 0, at = start, end = firstEnd;
        while (count < MaxGroups)
        {
            groups[count] = end - at;
            ends[count++] = end;
            if (end + 1 >= text.Length || text[end] != separator || !char.IsAsciiDigit(text[end + 1])) break;
            at = end + 1;
            end = RunEnd(text, at);
        }
        for (; count > 1; count--)
            if (IsCardShape(groups[..count]) && Stands(text, start, ends[count - 1]) && Accept(text[start..ends[count - 1]], digits))
                return ends[count - 1];
        return -1;
    }

    /// <summary>End of fifteen or sixteen digits, together or in fours, that only a mistyped digit keeps from being a card;
    /// -1 when there are none.</summary>
    private static int Mistyped(ReadOnlySpan<char> text, int start, int firstEnd)
    {
        var last = firstEnd;
        if (firstEnd - start == 4)
        {
            for (var group = 1; group < 4; group++)
            {
                if (last >= text.Length || text[last] is not (' ' or '-') || text[last] != text[firstEnd]) return -1;
                var end = RunEnd(text, last + 1);
                if (end - last != 5) return -1;
                last = end;
            }
        }
        else if (firstEnd - start is not (15 or 16)) return -1;
        return Neighbourhood.IsFree(text, TextSpan.FromBounds(start, last), Boundary.Word) ? last : -1;
    }

    private static bool IsCardShape(ReadOnlySpan<int> groups) => groups is
        [4, 4, 4, 4] or [4, 4, 4, 4, >= 1 and <= 3] or [4, 6, 5] or [4, 6, 4] or [6, >= 6 and <= 13] or [4, 4, 4, 2] or [4, 4, 4, 3]
            or [4, 4, 5];

    private static bool Stands(ReadOnlySpan<char> text, int start, int end) =>
        Neighbourhood.IsFree(text, TextSpan.FromBounds(start, end), Boundary.Isolated);

    private static bool Accept(ReadOnlySpan<char> value, Span<char> digits)
    {
        var number = digits[..Digits.Copy(value, digits)];
        return CardIssuers.Accepts(number) && Luhn.IsValid(number) && number.ContainsAnyExcept(number[^1]);
    }

    private static float Score(TextSource source, TextSpan span, ReadOnlySpan<char> digits, bool together)
    {
        if (s_context.AreNear(source, span)) return 0.98f;
        if (!together) return 0.93f;
        if (s_otherNumber.AreNear(source, span)) return 0.4f;
        return span.Length switch { 16 => 0.7f, 15 => digits[0] == '3' ? 0.65f : 0.4f, 14 => 0.5f, _ => 0.4f };
    }
}
