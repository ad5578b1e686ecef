namespace Redaction.Text;

/// <summary>Postal addresses by their grammar: house number and street in either order, flat and floor,
/// post-office box, then district, city, state, postcode and country, on one line or several. Words of English, German, French, Dutch,
/// Spanish, Italian, Portuguese, Polish and the Nordic languages.</summary>
internal static class Address
{
    public static ITextDetector Detector { get; } = new AnchoredBy("address", new EntityType("address"), AnchorKinds.Number, 1, Probe)
    {
        NumberForm = static (first, _, _) => first <= 5,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var i = anchor.Span.Start; i < anchor.Span.End;)
        {
            var end = AddressText.Digits(text, i);
            if (end - i <= 5 && StartsFree(text, i) && MayEnd(text, end) && HasWordBeside(text, i, end)) ProbeAt(source, i, findings);
            i = end;
            while (i < anchor.Span.End && !char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static void ProbeAt(TextSource source, int digit, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var street = AddressStreet.At(text, digit);
        var before = AddressText.WordBefore(text, digit);
        if (AddressFrames.IsBoxWord(before) && AddressFrames.Box(text, digit) is var box && box.Score > street.Score) street = box;
        if (street.Score < 0.5f && MayBeFramed(text, digit, before) && AddressFrames.Around(text, digit) is { End: > 0 } framed)
            street = framed;
        if (street.Score < 0.5f && AddressWords.Units.Contains(AddressText.Bare(before))
            && AddressFrames.Unit(text, digit) is { End: > 0 } unit && unit.Score > street.Score) street = unit;
        if (street.End == 0 || IsInsideLast(findings, digit)) return;
        var end = AddressTail.End(text, street.End, out var sure);
        var start = AddressFrames.WithUnitBefore(text, street.Start);
        var score = sure ? MathF.Min(0.95f, street.Score + (street.Score < 0.5f ? 0.3f : 0.15f)) : street.Score;
        if (score < 0.1f) return;
        var span = TextSpan.FromBounds(start, end);
        if (score < 0.5f && AddressFrames.IsNamed(source, span)) score = 0.65f;
        findings.Add(new(Types.Address, span, score, "address"));
    }

    /// <summary>True when the number is the flat or the postcode of the address found before it.</summary>
    private static bool IsInsideLast(FindingSink<TextSpan> findings, int digit)
    {
        const int Reach = 256;
        var items = findings.Items;
        for (var i = items.Length - 1; i >= 0 && items.Length - i <= Reach; i--)
            if (items[i].Type == Types.Address)
                return items[i].Score >= 0.5f && items[i].Region.End > digit && items[i].Region.Start <= digit;
        return false;
    }

    private static bool StartsFree(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (char.IsLetterOrDigit(before) || before is '_' or '$' or '€' or '£' or '@' or '+' or '=' or '%') return false;
        return !(before is '.' or '-' or '/' or ':' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]));
    }

    /// <summary>A name stands beside the number.</summary>
    private static bool MayBeFramed(ReadOnlySpan<char> text, int digit, ReadOnlySpan<char> before)
    {
        if (!before.IsEmpty && char.IsUpper(before[0])) return true;
        var end = AddressText.Digits(text, digit);
        return end + 1 < text.Length && text[end] == ' ' && char.IsLetterOrDigit(text[end + 1]) && !char.IsLower(text[end + 1]);
    }

    /// <summary>A word stands before or after the number, with at most a comma, a mark or a letter between.</summary>
    private static bool HasWordBeside(ReadOnlySpan<char> text, int start, int end)
    {
        var i = start;
        while (i > 0 && start - i < 3 && text[i - 1] is ' ' or '\u00A0' or ',' or '.' or '#' or 'º' or '\n' or '>') i--;
        if (i < start && i > 0 && (char.IsLetter(text[i - 1]) || text[i - 1] == ':')) return true;
        var limit = Math.Min(text.Length, end + 10);
        for (i = end; i < limit && !char.IsLetter(text[i]); i++)
            if (text[i] is not (' ' or ',' or '-' or '/' or '\u00A0') && !char.IsAsciiDigit(text[i])) return false;
        return i < limit;
    }

    /// <summary>Quick look at what follows: a decimal, a time or a percentage is no house number.</summary>
    private static bool MayEnd(ReadOnlySpan<char> text, int end) =>
        end >= text.Length
            || !(text[end] is ':' or '%' or '_' or '='
                || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

    private static class Types
    {
        public static readonly EntityType Address = new("address");
    }
}
