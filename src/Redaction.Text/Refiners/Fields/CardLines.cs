namespace Redaction.Text;

/// <summary>Expiry and security code that stand behind the number of a card on its line, whatever parts them:
/// <c>4539…9083|12/27|417</c>, <c>4539…9083,12,2027,417</c>.</summary>
internal sealed class CardLines : IFindingRefiner<TextSource, TextSpan>
{
    private const float Sure = 0.75f;
    private const int Reach = 48, MostGap = 4;
    private static readonly EntityType s_code = new("security-code"), s_expiry = new("card-expiry");

    /// <inheritdoc/>
    public string Id => "card-lines";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (int i = 0, count = findings.Count; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type == EntityTypes.CreditCard && finding.Score >= Scores.Acts) Behind(source.Text, finding.Region.End, findings);
        }
    }

    private void Behind(ReadOnlySpan<char> text, int cardEnd, FindingSink<TextSpan> findings)
    {
        var line = text[cardEnd..Math.Min(text.Length, cardEnd + Reach)];
        if (line.IndexOfAny('\n', '\r') is >= 0 and var stop) line = line[..stop];
        var at = 0;
        var first = Next(line, ref at);
        var second = Next(line, ref at);
        if (first.Length == 0) return;
        var expiry = Expiry(line, first) ? first : default;
        var code = default(TextSpan);
        if (expiry.Length > 0) code = Code(line, second) ? second : default;
        else if (Expiry(line, second)) (expiry, code) = (second, Code(line, first) ? first : default);
        else if (IsMonth(line, first) && IsYear(line, second))
        {
            expiry = TextSpan.FromBounds(first.Start, second.End);
            code = Next(line, ref at) is var third && Code(line, third) ? third : default;
        }
        if (expiry.Length == 0 || (expiry.Length == MostGap && code.Length == 0)) return; // four digits alone may be anything
        findings.Add(new(s_expiry, new(cardEnd + expiry.Start, expiry.Length), Sure, Id));
        if (code.Length > 0) findings.Add(new(s_code, new(cardEnd + code.Start, code.Length), Sure, Id));
    }

    /// <summary>The next number, a slash within it or not, when only signs part it from what was before.</summary>
    private static TextSpan Next(ReadOnlySpan<char> line, ref int at)
    {
        var start = at;
        while (start < line.Length && start - at < MostGap
            && line[start] is ' ' or '|' or ',' or ';' or '/' or ':' or '"' or '\'' or '\t' or '-')
            start++;
        if (start == at || start >= line.Length || !char.IsAsciiDigit(line[start])) return default;
        var end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        if (end - start == 2 && end + 2 < line.Length && line[end] is '/' && char.IsAsciiDigit(line[end + 1]))
            for (end++; end < line.Length && char.IsAsciiDigit(line[end]);) end++;
        if (end < line.Length && char.IsLetter(line[end])) return default;
        at = end;
        return TextSpan.FromBounds(start, end);
    }

    private static bool Expiry(ReadOnlySpan<char> line, TextSpan span) => NamedNumber.IsExpiry(line.Slice(span.Start, span.Length));

    private static bool Code(ReadOnlySpan<char> line, TextSpan span) =>
        span.Length is 3 or 4 && !line.Slice(span.Start, span.Length).ContainsAnyExceptInRange('0', '9');

    private static bool IsMonth(ReadOnlySpan<char> line, TextSpan span) =>
        line.Slice(span.Start, span.Length) is ['0', >= '1' and <= '9'] or ['1', '0' or '1' or '2'];

    private static bool IsYear(ReadOnlySpan<char> line, TextSpan span) =>
        line.Slice(span.Start, span.Length) is ['2' or '3', _] or ['2', '0', '2' or '3', _];
}
