namespace Redaction.Text;

/// <summary>
/// A year of birth tells an age: of people over 89, dates of birth and years after "born in" are ages, of which 45 CFR 164.514(b)(2)(i)(C)
/// leaves no year. Whoever was born before 1936 is that old, and so is the person of a text that tells an age of 90 or more.
/// </summary>
internal sealed class BirthYears : IFindingRefiner<TextSource, TextSpan>
{
    /// <summary>Whoever was born before this year is over 89.</summary>
    public const int Before = 1936;

    private const float Score = 0.7f;
    private const int Newest = Before + 90; // nobody is born later
    private const int Old = 90, Reach = 24, Earliest = 1890;
    private static readonly WordSet s_births = new(
        "born b née nee né geboren geb nacido nacida nato nata nascido nascida född født fødd syntynyt urodzony urodzona narozen narozena "
        + "született născut născută rođen rođena родился родилась doğumlu birth dob yob birthdate birthday gebdatum geburtsdatum d.o.b");

    /// <inheritdoc/>
    public string Id => "birth-years";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        var isOld = HoldsOldAge(text, findings);
        var isField = source.Context.Field is { } field && FieldVocabulary.Of(field) is { } meaning && meaning.Type == EntityTypes.Date;
        for (int i = 0, count = findings.Count; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Type != EntityTypes.Date || finding.Score == 0) continue;
            if (!isField && !FollowsBirth(text, finding.Region.Start)) continue;
            var year = YearOf(text.Slice(finding.Region.Start, finding.Region.Length));
            if (year == 0 || !(year < Before || (isOld && year < Before + 10))) continue;
            findings.SetScore(i, 0f);
            findings.Add(new(EntityTypes.Age, finding.Region, MathF.Max(finding.Score, Score), Id));
        }
        AddBareYears(text, isOld, findings);
    }

    /// <summary>"born in 1931", which no date detector looks at.</summary>
    private void AddBareYears(ReadOnlySpan<char> text, bool isOld, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf("19", StringComparison.Ordinal);
            if (step < 0) return;
            var at = position + step;
            position = at + 2;
            if (at + 4 > text.Length || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3])) continue;
            if ((at > 0 && IsJoined(text[at - 1])) || (at + 4 < text.Length && IsJoined(text[at + 4]) && at + 5 < text.Length
                && char.IsLetterOrDigit(text[at + 5]))) continue;
            var year = CalendarDate.Number(text.Slice(at, 4));
            if ((year < Before || (isOld && year < Before + 10)) && FollowsBirth(text, at))
                findings.Add(new(EntityTypes.Age, new(at, 4), Score, Id));
        }
    }

    private static bool IsJoined(char c) => char.IsLetterOrDigit(c) || c is '-' or '/' or '.';

    private static bool HoldsOldAge(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        foreach (ref readonly var finding in findings.Items)
        {
            if (finding.Type != EntityTypes.Age || finding.Score < Scores.Suppressed) continue;
            var value = text.Slice(finding.Region.Start, finding.Region.Length);
            var start = value.IndexOfAnyInRange('0', '9');
            if (start < 0) continue;
            var end = start;
            while (end < value.Length && char.IsAsciiDigit(value[end])) end++;
            if (end - start is 2 or 3 && CalendarDate.Number(value[start..end]) >= Old) return true;
        }
        return false;
    }

    /// <summary>One of the words of birth among the few before.</summary>
    private static bool FollowsBirth(ReadOnlySpan<char> text, int start)
    {
        var from = Math.Max(0, start - Reach);
        var before = text[from..start];
        var stop = before.LastIndexOfAny('\n', ';');
        if (stop >= 0) before = before[(stop + 1)..];
        foreach (var range in before.SplitAny(' ', ':', '=', '(', ',', '.', '"', '_'))
            if (s_births.Contains(before[range])) return true;
        return false;
    }

    /// <summary>The year of a date, with two digits in the past; 0 when none is written.</summary>
    private static int YearOf(ReadOnlySpan<char> date) =>
        DateText.TryRead(date, true, out var read) ? read.Value.Year is > Newest and var y ? y - 100 : read.Value.Year
        : Last(date) is >= Earliest and < 2100 and var year ? year : 0;

    private static int Last(ReadOnlySpan<char> date)
    {
        for (var i = date.Length - 4; i >= 0; i--)
            if (!date.Slice(i, 4).ContainsAnyExceptInRange('0', '9')) return CalendarDate.Number(date.Slice(i, 4));
        return 0;
    }
}
