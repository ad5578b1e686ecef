using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>A capital word that answers or greets before a comma or at the end of a sentence ("Perfect,
/// see you then.") is nobody's name: what the names model found there is lowered to below where policies act.</summary>
internal sealed class Interjections : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names", Context = "person-context";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = (
        "perfect great okay sure thanks sorry yes yeah yep nope right alright absolutely exactly certainly definitely hello hi hey "
        + "excellent wonderful awesome brilliant fantastic lovely agreed correct understood "
        + "congratulations welcome cheers please perfekt danke genau hallo merci bonjour parfait gracias hola perfecto grazie ciao "
            + "perfetto obrigado bedankt").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_grades =
        "trace trivial mild moderate marked severe minimal normal slight".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "interjections";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var text = source.Text;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score > Scores.Suppressed && finding.Detector is Model or Context
                && finding.Region.End < text.Length
                && (text[finding.Region.End] is ',' or '.' or '!' or '?'
                    ? s_words.Contains(text.Slice(finding.Region.Start, finding.Region.Length))
                    : IsGrade(text.Slice(finding.Region.Start, finding.Region.Length), text[finding.Region.End..])))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>How much of a finding there is, before its abbreviation: "Trace TR."</summary>
    private static bool IsGrade(ReadOnlySpan<char> word, ReadOnlySpan<char> after) => after.Length > 2 && after[0] == ' '
        && char.IsAsciiLetterUpper(after[1]) && char.IsAsciiLetterUpper(after[2]) && s_grades.Contains(word);
}
