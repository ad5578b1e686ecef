namespace Redaction.Text;

/// <summary>Dates that are no day of anybody's life are lowered to below where policies act:
/// those after a version number or the number of a standard ("Version 3, 29 June 2007", "RFC 4253, January 2006", "2.1.0 (Sep 27,
/// 2017)") tell when a document appeared, and a month with its year is no day, unless its sentence tells of a person or holds a word such
/// as "born" or "hired".</summary>
/// <remarks>A month that is the whole text, or the value of a field, stays.</remarks>
internal sealed class DocumentDates : IFindingRefiner<TextSource, TextSpan>
{
    private const int Reach = 200, MostGap = 6;

    private static readonly ContextWords s_life = new(
        "born", "birth", "dob", "died", "death", "deceased", "passed away", "married", "wedding", "divorced", "diagnosed", "diagnosis",
        "admitted", "admission", "discharged", "surgery", "operation", "treatment", "treated",
        "pregnant", "hired", "joined", "employed", "worked", "graduated", "graduation", "enrolled", "moved", "retired", "resigned",
        "arrested", "convicted", "sentenced", "since", "until", "appointment", "visit", "seen",
        "expires", "expiry", "exp", "valid", "due", "geboren", "gestorben", "seit", "né", "née", "nacido", "nacida", "nato", "nata");

    /// <inheritdoc/>
    public string Id => "document-dates";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!Sentences.Has(findings, EntityTypes.Date, Scores.Acts)) return;
        using var persons = new RegionIndex(findings, Scores.Acts, EntityTypes.Person, EntityTypes.Organization, EntityTypes.JobTitle);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Date || finding.Score < Scores.Acts) continue;
            if (FollowsVersion(source.Text, finding.Region) || IsManualPage(source.Text, finding.Region.Start))
                findings.SetScore(i, Scores.Suppressed);
            else if (IsMonth(source.Text.Slice(finding.Region.Start, finding.Region.Length)) && source.Context.Field is null
                && !Sentences.IsWhole(source.Text, finding.Region)
                && Sentences.Around(source.Text, finding.Region, Reach) is var sentence && !persons.Any(sentence.Start, sentence.End)
                && !s_life.Occur(source.Text[sentence.Start..sentence.End]))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>Three numbers with points between, or one number after "Version" or "RFC",
    /// with at most a bracket or comma before the date.</summary>
    private static bool FollowsVersion(ReadOnlySpan<char> text, TextSpan date)
    {
        var start = date.Start;
        // the names model takes the number of a version or standard for a day: "2.[1, February 1999]", "RFC [4419, March 2006]"
        var digits = start;
        while (digits < date.End && char.IsAsciiDigit(text[digits])) digits++;
        if (digits < date.End && (text[digits] == ',' || (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))))
            start = digits;
        var end = start;
        while (end > 0 && start - end < MostGap && text[end - 1] is ' ' or ',' or '(' or '\t') end--;
        if (end == 0 || !char.IsAsciiDigit(text[end - 1])) return false;
        int at = end, points = 0;
        for (; at > 0 && end - at < 16 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.'); at--)
            if (text[at - 1] == '.') points++;
        if (points is 2 or 3) return at == 0 || !char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is 'v' or 'V';
        if (points > 1 || at < 4) return false;
        var before = text[..at].TrimEnd(' ');
        foreach (var word in (ReadOnlySpan<string>)["Version", "version", "RFC", "Release", "release", "Revision", "Edition", "ISO"])
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The heading of a page of a Unix manual names its date.</summary>
    private static bool IsManualPage(ReadOnlySpan<char> text, int at)
    {
        var line = text[..at][(text[..at].LastIndexOf('\n') + 1)..];
        return line.StartsWith(".TH ", StringComparison.Ordinal) || line.StartsWith(".Dd ", StringComparison.Ordinal);
    }

    /// <summary>A month's name and a year, and no day.</summary>
    private static bool IsMonth(ReadOnlySpan<char> value)
    {
        foreach (var link in (ReadOnlySpan<string>)["of ", "in "])
            if (value.StartsWith(link, StringComparison.OrdinalIgnoreCase)) value = value[link.Length..];
        var end = 0;
        while (end < value.Length && char.IsLetter(value[end])) end++;
        return MonthNames.Of(value[..end]) > 0 && value[end..].Trim(" ,.") is { Length: 4 } year
            && !year.ContainsAnyExceptInRange('0', '9');
    }
}
