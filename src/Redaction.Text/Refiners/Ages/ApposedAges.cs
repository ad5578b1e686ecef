namespace Redaction.Text;

/// <summary>A number in commas or brackets behind a name is an age: <c>Mrs Eide, 94, was born</c>, <c>Mrs Eide (94)</c>.</summary>
internal sealed class ApposedAges : IFindingRefiner<TextSource, TextSpan>
{
    private const float Score = 0.6f, Birth = 0.95f;
    private const int Oldest = 120, Youngest = 10, Grown = 18;

    /// <inheritdoc/>
    public string Id => "apposed-ages";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        for (int i = 0, count = findings.Count; i < count; i++)
        {
            var finding = findings.Items[i];
            var isBirth = finding.Type == EntityTypes.Date && finding.Score >= Birth;
            if ((finding.Type != EntityTypes.Person && !isBirth) || finding.Score < Scores.Acts) continue;
            var start = finding.Region.End + 2;
            if (start + 2 >= text.Length) continue;
            var isBracket = text[start - 2] == ' ' && text[start - 1] == '(';
            if (!isBracket && (isBirth || text[start - 2] != ',' || text[start - 1] != ' ')) continue;
            var end = start;
            while (end < text.Length && end - start <= 3 && char.IsAsciiDigit(text[end])) end++;
            if (end - start is < 2 or > 3 || end >= text.Length || text[end] != (isBracket ? ')' : ',')) continue;
            if (CalendarDate.Number(text[start..end]) is var years && (years > Oldest
                || years < (isBirth ? 1 : isBracket ? Grown : Youngest))) continue;
            if (!isBracket && GoesOn(text[(end + 1)..])) continue;
            findings.Add(new(EntityTypes.Age, TextSpan.FromBounds(start, end), Score, Id));
        }
    }

    /// <summary>Further numbers make a list or an amount of it.</summary>
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest is [>= '0' and <= '9', ..] or [' ', >= '0' and <= '9', ..];
}
