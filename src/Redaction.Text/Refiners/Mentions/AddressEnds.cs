namespace Redaction.Text;

/// <summary>A postcode that a dash, a comma or its own label sets off from an address belongs to it:
/// <c>… Bengaluru - 560 011</c>, <c>…, PIN 560011</c>.</summary>
internal sealed class AddressEnds : IFindingRefiner<TextSource, TextSpan>
{
    private const int MostGap = 4;
    private static readonly string[] s_labels = ["pincode", "pin code", "pin", "zip", "plz", "cep", "cp", "т.к.", "тк", "τκ", "τ.κ."];

    /// <inheritdoc/>
    public string Id => "address-ends";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Address || finding.Score < Scores.Acts) continue;
            var start = CodeStart(text, finding.Region.End);
            if (start <= finding.Region.End || start >= text.Length || !char.IsAsciiDigit(text[start])) continue;
            var end = CodeEnd(text, start);
            if (end > start) findings.Add(finding with { Region = TextSpan.FromBounds(start, end) });
        }
    }

    private static int CodeStart(ReadOnlySpan<char> text, int at)
    {
        at = SkipGap(text, at);
        foreach (var label in s_labels)
            if (text[at..].StartsWith(label, StringComparison.OrdinalIgnoreCase)) return SkipGap(text, at + label.Length);
        return at;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < MostGap && text[end] is ' ' or ',' or '-' or '–' or ':' or '.' or '\u00A0' or '—') end++;
        return end;
    }

    /// <summary>Five or six digits, also in groups of three and three or three and two, that nothing goes on.</summary>
    private static int CodeEnd(ReadOnlySpan<char> text, int start)
    {
        var end = AddressText.Digits(text, start);
        if (end - start == 3 && end < text.Length && text[end] is ' ' && AddressText.Digits(text, end + 1) - end is 3 or 4)
            end = AddressText.Digits(text, end + 1);
        else if (end - start is not (5 or 6)) return start;
        return end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '/' or '%' or ':' or '-') ? start : end;
    }
}
