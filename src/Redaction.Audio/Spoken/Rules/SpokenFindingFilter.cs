using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>
/// Judges what detectors for written text take for a value in speech, where no capital and no punctuation helps them: durations and days
/// of the week are no dates of a person, everyday words are no names, and words of grammar at the ends belong to no value.
/// </summary>
/// <remarks>A guess that nothing in the words supports stays as a weak finding, so that a policy decides.
/// A name that is surely one is looked for in the rest of the call.</remarks>
internal static class SpokenFindingFilter
{
    private const float Weak = 0.2f;
    private const float Echo = 0.6f;
    private const int Reach = 25;

    private static readonly ImmutableArray<EntityType> s_guessed =
        [EntityTypes.Person, EntityTypes.Location, EntityTypes.Organization, EntityTypes.Address, EntityTypes.JobTitle, EntityTypes.Date];

    public static void Judge(string text, string? locale, List<Finding<TextSpan>> findings)
    {
        if (!findings.Exists(IsGuess)) return;
        var words = new SpokenWords(text, SpokenLanguages.For(text, locale));
        var cues = new CueTrack(words);
        var isCased = NameReader.IsCased(words);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < findings.Count; i++)
        {
            if (!IsGuess(findings[i])) continue;
            var (from, to) = (words.At(findings[i].Region.Start), words.At(findings[i].Region.End - 1));
            (from, to) = OnLine(words, from, to);
            var (first, last) = Trim(words, from, to);
            var isLikely = first <= last
                && (findings[i].Type == EntityTypes.Date ? IsDate(words, cues, from, to)
                    : IsNamed(words, cues, findings[i].Type, first, last, isCased));
            var region = first <= last ? Within(findings[i].Region, words.Span(first, last)) : findings[i].Region;
            findings[i] = findings[i] with { Region = region, Score = isLikely ? findings[i].Score : MathF.Min(findings[i].Score, Weak) };
            if (isLikely && findings[i].Type == EntityTypes.Person && findings[i].Score >= Scores.Acts) Remember(words, first, last, names);
        }
        Repeat(words, names, findings);
    }

    /// <summary>What was found where lines stand as one goes on in another line only where the words do.</summary>
    public static void KeepOnLines(string text, string? locale, List<Finding<TextSpan>> findings)
    {
        if (!findings.Exists(f => text.AsSpan(f.Region.Start, f.Region.Length).Contains('\n'))) return;
        var words = new SpokenWords(text, SpokenLanguages.For(text, locale));
        for (var i = 0; i < findings.Count; i++)
        {
            var (from, to) = (words.At(findings[i].Region.Start), words.At(findings[i].Region.End - 1));
            var (first, last) = OnLine(words, from, to);
            if ((first, last) == (from, to)) continue;
            findings[i] = findings[i] with { Region = Within(findings[i].Region, words.Span(first, last)) };
        }
    }

    /// <summary>True for what models guess in written text, and looks otherwise in speech.</summary>
    public static bool IsGuessed(EntityType type) => s_guessed.Contains(type);

    private static bool IsGuess(Finding<TextSpan> finding) => finding.Detector != "spoken" && IsGuessed(finding.Type);

    private static TextSpan Within(TextSpan region, TextSpan words) =>
        TextSpan.FromBounds(Math.Max(region.Start, words.Start),
            Math.Max(Math.Max(region.Start, words.Start), Math.Min(region.End, words.End)));

    /// <summary>"seven the spinney | yes dear": nobody goes on with a value in another turn by a filler or a word of grammar.</summary>
    private static (int First, int Last) OnLine(in SpokenWords words, int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (words[i].Line == words[i - 1].Line || !(IsEdge(words, i) || words.IsAt(i, WordKinds.Filler))) continue;
            var isNothing = Trim(words, first, i - 1) is var (from, to) && from > to;
            if (!isNothing) return (first, i - 1);
            first = i;
        }
        return (first, last);
    }

    private static (int First, int Last) Trim(in SpokenWords words, int first, int last)
    {
        // "the thirtieth"
        while (first <= last && IsEdge(words, first) && !(first < last && words.IsAt(first + 1, WordKinds.Ordinal))) first++;
        while (last >= first && IsEdge(words, last)) last--;
        return (first, last);
    }

    /// <summary>A word of grammar or an everyday word, which no value begins or ends with.</summary>
    private static bool IsEdge(in SpokenWords words, int index) =>
        !words[index].Is(WordMarks.Digits | WordMarks.Mixed | WordMarks.Written | WordMarks.Quantity | WordMarks.Letter)
        && !words[index].May(
            WordKinds.Digit | WordKinds.Number | WordKinds.Scale | WordKinds.Ordinal | WordKinds.Month | WordKinds.Nato | WordKinds.Street
                | WordKinds.Region | WordKinds.Direction | WordKinds.Dwelling | WordKinds.Repeat)
        && !words.Table.IsNameWord(words.Written(index))
        && (words.Table.IsFunction(words.Written(index)) || words.IsCommon(index) || words.IsAt(index, WordKinds.Filler))
        || words[index].Is(WordMarks.Letter) && words.Written(index) is "i" or "a" && words.IsCommon(index);

    /// <summary>A date tells a day of the calendar: with a month, in figures, or as the answer to a question for one.</summary>
    private static bool IsDate(in SpokenWords words, CueTrack cues, int first, int last)
    {
        int numbers = 0, figures = 0;
        bool hasMonth = false, hasUnit = false;
        for (var i = first; i <= last; i++)
        {
            var written = words.Written(i);
            hasMonth |= words.IsAt(i, WordKinds.Month) && (!words.IsCommon(i) || first < last);
            hasUnit |= words.IsAt(i, WordKinds.Unit) || words.Table.IsRelative(written);
            var isNumber = words.IsAt(i, WordKinds.Digit | WordKinds.Number | WordKinds.Scale | WordKinds.Ordinal)
                || char.IsAsciiDigit(written[0]);
            if (isNumber) numbers++;
            foreach (var c in written)
                if (char.IsAsciiDigit(c)) figures++;
            // a word of another kind: leave it to the detector
            if (!isNumber && !hasUnit && !words.Table.IsFunction(written) && !words.IsCommon(i)
                && !words[i].May(WordKinds.UnitLead | WordKinds.Filler | WordKinds.Oh | WordKinds.Month) && words[i].Id < 0) return true;
        }
        if ((hasMonth && numbers > 0) || figures >= 6) return true;
        if (hasUnit || numbers < 2
            || (first > 0
                && (words.Written(first - 1) is "since" or "in" or "for"
                    || words.Table.Contains(words.Written(first - 1), WordLists.TimeLead)))) return false;
        return cues.IsNear(first, Reach, CueKind.Birth, CueKind.Expiry);
    }

    /// <summary>Something in the words is a name, or could be one and is asked for.</summary>
    private static bool IsNamed(in SpokenWords words, CueTrack cues, EntityType type, int first, int last, bool isCased)
    {
        if (type == EntityTypes.Organization && IsGreeting(words, first)) return false;
        var isPerson = type == EntityTypes.Person || type == EntityTypes.JobTitle;
        var isAsked = isPerson && cues.IsNear(first, 12, CueKind.Person, CueKind.Maiden, CueKind.Spell, CueKind.Email, CueKind.User);
        var letters = 0;
        for (var i = first; i <= last; i++)
        {
            var written = words.Written(i);
            if (words[i].Is(WordMarks.Letter)) letters++;
            if (isCased && words[i].Is(WordMarks.Capital) && !words.Table.IsFunction(written)) return true;
            if (words.Table.IsName(written) || words[i].May(WordKinds.Region)
                || words[i].Is(WordMarks.Digits | WordMarks.Mixed | WordMarks.Written)) return true;
            if (words.IsCommon(i) || words.Table.IsFunction(written) || words.Table.IsBusiness(written) || words[i].Is(WordMarks.Letter)
                || words.IsAt(i, WordKinds.Filler | WordKinds.Digit | WordKinds.Number | WordKinds.Cue)) continue;
            if (!isPerson || isAsked || !words.Table.HasWords || words.Table.IsNameWord(written) || !words.Table.IsWord(written))
                return true;
        }
        return isAsked && letters >= 2;
    }

    /// <summary>"thank you for calling …", "welcome to …": the company that was called.</summary>
    private static bool IsGreeting(in SpokenWords words, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 4) && words[i].Line == words[first].Line; i--)
            if (words.Table.Contains(words.Written(i), WordLists.Greeting)) return true;
        return false;
    }

    private static void Remember(in SpokenWords words, int first, int last, HashSet<string> names)
    {
        for (var i = first; i <= last; i++)
            if (words[i].Length >= 3 && (words.Table.IsName(words.Written(i)) || NameReader.IsUnknown(words, i)))
                names.Add(words.Written(i).ToString());
    }

    private static void Repeat(in SpokenWords words, HashSet<string> names, List<Finding<TextSpan>> findings)
    {
        if (names.Count == 0) return;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
            if (lookup.Contains(words.Written(i))) findings.Add(new(EntityTypes.Person, words.Span(i, i), Echo, "spoken"));
    }
}
