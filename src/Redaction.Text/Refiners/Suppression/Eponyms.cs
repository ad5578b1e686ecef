using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The name in the name of a disease, a scale, a method or a thing ("Parkinson's disease", "Gleason 3+4",
/// "Huffman coding", "Earl Grey") is nobody's in the text: what the names model found there is lowered to below where policies
/// act.</summary>
internal sealed class Eponyms : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = (
        "disease syndrome lymphoma palsy thyroiditis sarcoma tumor tumour scale grading algorithm theorem transform grammar distribution "
        + "notation cipher coding encoding tree sign reflex triad phenomenon contracture chorea dementia neuropathy encephalopathy "
        + "vasculitis anemia anaemia nodule nodules hernia diverticulum aneurysm esophagus oesophagus procedure catheter maneuver "
        + "manoeuvre osteotomy anastomosis forceps retractor clamp stain agar classification criteria equation inequality "
        + "constant effect distance filter matrix crisis crises negative positive test body bodies duct canal ganglion plexus fracture "
        + "deformity gland glands incision pump drain needle cyst abscess ulcer burner flask dish counter cycle iteration elimination "
        + "method rule formula coefficient principle curve diagram engine bridge coil lens midline lateralises lateralizes space "
        + "spaces lemma conjecture manifold polynomial polynomials integral operator operators series kernel prior estimator").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "eponyms";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score > Scores.Suppressed && finding.Detector == Model
                && (finding.Type == EntityTypes.Person || finding.Type == EntityTypes.Location || finding.Type == EntityTypes.Organization)
                && (NamesThing(source.Text, finding.Region) || CalledAfter.Hold(source.Text, finding.Region)))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>One word before the name of a thing, or one with <c>'s</c> together with it.</summary>
    private static bool NamesThing(ReadOnlySpan<char> text, TextSpan region)
    {
        var value = text.Slice(region.Start, region.Length);
        var space = value.IndexOf(' ');
        if (space < 0) return NamesThing(text[region.End..]);
        var word = value[..space];
        if (region.Start > 3 && text[..region.Start].EndsWith("he ", StringComparison.Ordinal) && s_things.Contains(value[(space + 1)..]))
            return true; // the Peter Principle
        return (word.EndsWith("'s") || word.EndsWith("’s")) && !value[(space + 1)..].Contains(' ')
            && NamesThing(text[(region.Start + space - 2)..]);
    }

    private static bool NamesThing(ReadOnlySpan<char> after)
    {
        var isPossessive = after.StartsWith("'s") || after.StartsWith("’s");
        if (isPossessive) after = after[2..];
        if (after.Length < 4 || after[0] is not (' ' or '-')) return false;
        after = after[1..];
        var end = 0;
        while (end < after.Length && end < 16 && char.IsLetter(after[end])) end++;
        if (s_things.Contains(after[..end])) return true;
        if (isPossessive)
            return after[..end] is "law" or "laws" or "razor" or "paradox" or "lemma" or "conjecture" or "choice"
                or "dilemma" or "hypothesis" or "gambit" or "postulate"; // "Weber's score" may be a person's
        return after[..end] is "score" or "grade" or "sum"
            || (char.IsAsciiDigit(after[0]) && after[1] == '+' && char.IsAsciiDigit(after[2]));
    }
}
