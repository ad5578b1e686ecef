namespace Redaction.Text;

/// <summary>Expiry and security code that stand behind the number of a card on its line, whatever parts them:
/// <c>4539…9083|12/27|417</c>, <c>4539…9083,12,2027,417</c>.</summary>
internal sealed class CardLines : IFindingRefiner<TextSource, TextSpan>
{
    private const float Sure = 0.75f;
    private const int Reach = 48, MostGap = 4;
    /// <summary>Words that call any code, and behind the number of a card its security code.</summary>
    private static readonly WordSet s_codeWords = new("code kode kod kód kodas kods kodu koodi codice código codigo cod cód "
        + "prüfziffer prüfzahl prüfnummer pruefziffer kontrollziffer siffer kodea код коду κωδικός");

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
        if (Named(line) is { Length: > 0 } named) findings.Add(new(s_code, new(cardEnd + named.Start, named.Length), Sure, Id));
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

    /// <summary>Three or four digits right behind a word for a code: <c>4539…9083, code 417</c>.</summary>
    private static TextSpan Named(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length;)
        {
            if (!char.IsLetter(line[at])) { at++; continue; }
            var word = at;
            while (at < line.Length && char.IsLetter(line[at])) at++;
            if (!s_codeWords.Contains(line[word..at])) continue;
            var start = at;
            while (start < line.Length && start - at < MostGap && line[start] is ' ' or ':' or '=' or '.' or '\t') start++;
            var end = start;
            while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
            if (end - start is 3 or 4 && start > at && (end == line.Length || !(char.IsLetter(line[end]) || line[end] is '/' or '-')))
                return TextSpan.FromBounds(start, end);
        }
        return default;
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
