using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Persons that a text of a court calls by their initials: <c>two witnesses, Z.K. and M.P.</c>, <c>the child, K.,</c>,
/// <c>X. v. Poland</c>. Two letters need words of a court near them, one letter the word that it stands for. Initials before a surname
/// belong to the surname.</summary>
internal sealed class InitialNames : ITextDetector
{
    private const string Id = "initials";
    private const int MostCompared = 64, MostLetters = 4, LongestWord = 16, FewestLetters = 2;
    private const float Named = 0.65f, Near = 0.6f;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_abbreviations =
        TextLexicon.CourtWords.Of("abbreviation").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordSet s_persons = new(string.Join(' ', TextLexicon.CourtWords.Of("person")));
    private static readonly ContextWords s_court = new(TextLexicon.CourtWords.Words("any near"));

    public static ITextDetector Detector { get; } = new InitialNames();

    public DetectorInfo Info { get; } = new(Id, EntityTypes.Person);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        if (Find(source, findings, isAgain: false)) Find(source, findings, isAgain: true);
    }

    /// <summary>One pass; the second one adds further mentions of the initials that the first one found.</summary>
    private static bool Find(TextSource source, FindingSink<TextSpan> findings, bool isAgain)
    {
        var text = source.Text;
        var last = -1;
        var from = findings.Count;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf('.');
            if (step < 0) return findings.Count > from;
            var point = position + step;
            position = point + 1;
            if (point == 0 || !char.IsUpper(text[point - 1])) continue;
            var start = point - 1;
            if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or '@' or '/')) continue;
            var end = End(text, start, out var letters);
            position = end;
            if (end < text.Length && char.IsLetterOrDigit(text[end]) || BelongsToSurname(text, end)) continue;
            var score = Score(source, start, end, letters, last);
            if (score > 0 ? isAgain : !isAgain || letters < FewestLetters || !IsKnown(text, start, end, findings)) continue;
            findings.Add(new(EntityTypes.Person, TextSpan.FromBounds(start, end), score > 0 ? score : Near, Id));
            last = end;
        }
        return findings.Count > from;
    }

    /// <summary>True where the initials were found elsewhere, and not here.</summary>
    private static bool IsKnown(ReadOnlySpan<char> text, int start, int end, FindingSink<TextSpan> findings)
    {
        var (compared, isKnown) = (0, false);
        for (var i = findings.Count - 1; i >= 0 && compared < MostCompared; i--)
        {
            var finding = findings.Items[i];
            if (finding.Detector != Id) continue;
            compared++;
            if (finding.Region.Start == start) return false;
            isKnown |= text.Slice(finding.Region.Start, finding.Region.Length).SequenceEqual(text[start..end]);
        }
        return isKnown;
    }

    private static float Score(TextSource source, int start, int end, int letters, int last)
    {
        var text = source.Text;
        if (FollowsPerson(text, start) || Typed.BeginsWith(text[end..], " v. ")) return Named;
        if (last >= 0 && text[last..start] is " and " or ", " or " und " or " et " or " y " or " i " or ", and ") return Named;
        if (letters < FewestLetters || s_abbreviations.Contains(text[start..end])) return 0;
        return s_court.AreNear(source, TextSpan.FromBounds(start, end)) ? Near : 0;
    }

    /// <summary>Capital letters with a point each, and nothing between them.</summary>
    private static int End(ReadOnlySpan<char> text, int start, out int letters)
    {
        var end = start;
        for (letters = 0; letters < MostLetters && end + 1 < text.Length && char.IsUpper(text[end]) && text[end + 1] == '.'; letters++)
            end += 2;
        return end;
    }

    /// <summary>A capital word follows that does not begin a sentence as pronouns and articles do.</summary>
    private static bool BelongsToSurname(ReadOnlySpan<char> text, int end)
    {
        if (end + 2 >= text.Length || Typed.Plain(text[end]) != ' ' || !char.IsUpper(text[end + 1])) return false;
        var stop = end + 1;
        while (stop < text.Length && stop - end < LongestWord && char.IsLetter(text[stop])) stop++;
        return stop - end > 2 && !NameWords.IsOther(text[(end + 1)..stop]);
    }

    private static bool FollowsPerson(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end > 0 && start - end < 3 && Typed.Plain(text[end - 1]) is ' ' or ',' or '.' or '(' or '“') end--;
        if (end == start) return false;
        var from = end;
        while (from > 0 && end - from < LongestWord && char.IsLetter(text[from - 1])) from--;
        return s_persons.Contains(text[from..end]);
    }
}
