namespace Redaction.Text;

/// <summary>Issuer ranges of payment cards (the first six digits) and the lengths that each issues.</summary>
internal static class CardIssuers
{
    private static readonly (int First, int Last, int Lengths)[] s_ranges =
    [
        (100000, 199999, Of(15)), // UATP
        (220000, 220499, Of(16, 17, 18, 19)), // Mir
        (222100, 272099, Of(16)), // Mastercard
        (300000, 305999, Of(14, 16)), (309500, 309599, Of(14, 16)), // Diners Club
        (340000, 349999, Of(15)), // American Express
        (352800, 358999, Of(16, 17, 18, 19)), // JCB
        (360000, 369999, Of(14, 16)), // Diners Club
        (370000, 379999, Of(15)), // American Express
        (380000, 399999, Of(14, 16)), // Diners Club
        (400000, 499999, Of(13, 16, 19)), // Visa
        (500000, 509999, Of(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro, Elo, Verve
        (510000, 559999, Of(16)), // Mastercard
        (560000, 589999, Of(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro
        (601100, 601199, Of(16, 17, 18, 19)), // Discover
        (606282, 606282, Of(16)), // Hipercard
        (608000, 608599, Of(16)), // RuPay
        (620000, 629999, Of(16, 17, 18, 19)), // UnionPay
        (630000, 639999, Of(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro, InstaPayment
        (644000, 659999, Of(16, 17, 18, 19)), // Discover
        (670000, 679999, Of(12, 13, 14, 15, 16, 17, 18, 19)), // Maestro
        (810000, 817199, Of(16, 17, 18, 19)), // UnionPay
        (979200, 979289, Of(16)), // Troy
    ];

    public static bool Accepts(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 12 or > 19) return false;
        var issuer = 0;
        foreach (var c in digits[..6]) issuer = issuer * 10 + c - '0';
        foreach (var (first, last, lengths) in s_ranges)
            if (issuer >= first && issuer <= last) return (lengths >> digits.Length & 1) != 0;
        return false;
    }

    private static int Of(params ReadOnlySpan<int> lengths)
    {
        var set = 0;
        foreach (var length in lengths) set |= 1 << length;
        return set;
    }
}
