using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words of programs are nobody's: the name of a time zone (<c>Europe/Oslo</c>), a constant (<c>DB_HOST</c>), one of a fixed
/// set in a field (<c>"role":"assistant"</c>). Names, places and occupations that were found in them are taken back.</summary>
/// <remarks>Runs last. Costs nothing where none was found.</remarks>
internal sealed class CodeWords : IFindingRefiner<TextSource, TextSpan>
{
    private const int Longest = 64, Reach = 200;
    private const string Terms = "terms"; // what the caller named stays
    private const string Model = "names", Repeated = "repeated-mentions";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_terms = (
        "auth dup info debug warn error init login logout config proxy cache daemon kernel cron sudo ssh sshd session socket thread worker "
        + "cluster node pod container commit merge rebase branch build deploy release test tests retry timeout null void async await "
        + "enum struct regex parser linter docs refactor chore feat fix")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> s_word =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly SearchValues<char> s_zone =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/+-");

    /// <inheritdoc/>
    public string Id => "code-words";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        bool? isCode = null;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score <= 0 || finding.Detector == Terms || !IsSoft(finding.Type)) continue;
            isCode ??= source.Context.Field is { } field && CodeFields.Hold(field, text.Trim());
            if (isCode.Value || IsTerm(text, in finding)
                || IsConstant(text, finding.Region) || IsVariable(text, finding.Region) || IsTimeZone(text, finding.Region))
                findings.SetScore(i, 0f);
        }
    }

    /// <summary>Types that are found by words and not by form.</summary>
    private static bool IsSoft(EntityType type) => type == EntityTypes.Person || type == EntityTypes.Location
        || type == EntityTypes.Organization || type == EntityTypes.JobTitle || type == EntityTypes.Nationality
        || type == EntityTypes.Address;

    /// <summary>What the names model takes for a name: a small word of programs, or an item of a list of things.</summary>
    private static bool IsTerm(ReadOnlySpan<char> text, in Finding<TextSpan> finding) =>
        (finding.Detector.StartsWith(Model, StringComparison.Ordinal)
            && s_terms.Contains(text.Slice(finding.Region.Start, finding.Region.Length)))
        || (finding.Detector is Model or Repeated && (ThingLists.Hold(text, finding.Region) || IsFont(text, finding.Region)));

    /// <summary>One of the fonts that a style sheet or a script names.</summary>
    private static bool IsFont(ReadOnlySpan<char> text, TextSpan region)
    {
        var before = text[Math.Max(0, region.Start - Reach)..region.Start];
        before = before[(before.LastIndexOfAny(";{}\n") + 1)..];
        var name = before.LastIndexOf("font", StringComparison.OrdinalIgnoreCase);
        return name >= 0 && before[name..] is var rest && rest.IndexOfAny(':', '=') is > 0 and var mark
            && !rest[..mark].TrimEnd("\"' ").Contains(' ');
    }

    /// <summary>Inside one word of capitals, digits and underscores.</summary>
    private static bool IsConstant(ReadOnlySpan<char> text, TextSpan region)
    {
        var word = Around(text, region, s_word);
        return word.Contains('_') && word.ContainsAnyInRange('A', 'Z')
            && !word.ContainsAnyInRange('a', 'z');
    }

    /// <summary>The name of a setting: <c>name: TZ</c> above a line that begins with <c>value</c>.</summary>
    private static bool IsVariable(ReadOnlySpan<char> text, TextSpan region)
    {
        var rest = text[region.End..].TrimStart("\"' ");
        if (rest.IsEmpty || rest[0] is not ('\n' or '\r') || text.Slice(region.Start, region.Length).Contains(' ')) return false;
        rest = rest.TrimStart();
        if (!rest.StartsWith("value:") && !rest.StartsWith("valueFrom:")) return false;
        var line = text[..region.Start].TrimEnd("\"' ");
        return line.EndsWith("name:");
    }

    private static bool IsTimeZone(ReadOnlySpan<char> text, TextSpan region)
    {
        var word = Around(text, region, s_zone);
        return word.Contains('/') && TimeZones.Contains(word);
    }

    /// <summary>The run of signs that holds the whole region; empty when the region holds others too.</summary>
    private static ReadOnlySpan<char> Around(ReadOnlySpan<char> text, TextSpan region, SearchValues<char> signs)
    {
        if (region.Length > Longest || text.Slice(region.Start, region.Length).ContainsAnyExcept(signs)) return default;
        int start = region.Start, end = region.End;
        while (start > 0 && region.Start - start < Longest && signs.Contains(text[start - 1])) start--;
        while (end < text.Length && end - region.End < Longest && signs.Contains(text[end])) end++;
        return text[start..end];
    }
}
