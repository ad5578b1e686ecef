namespace Redaction.Text;

/// <summary>The name of an identifier right before it ("Aadhaar 2345…", "National Insurance number AB…", "NIR 2 55…") is no place,
/// organisation or person: what the names model found there, or its words alone told, is lowered to below where policies act.</summary>
internal sealed class IdentifierNames : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names", Words = "organization", Joints = " :#.-–—№\u00A0";
    private const int MostBetween = 24;

    /// <inheritdoc/>
    public string Id => "identifier-names";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        List<int>? numbers = null;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score > Scores.Suppressed && finding.Detector is Model or Words
                && (finding.Type == EntityTypes.Person || finding.Type == EntityTypes.Location || finding.Type == EntityTypes.Organization)
                && Names(source.Text, finding.Region, numbers ??= Numbers(source.Text, findings.Items)))
                findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>Where the numbers begin that other detectors found, in their order.</summary>
    private static List<int> Numbers(ReadOnlySpan<char> text, ReadOnlySpan<Finding<TextSpan>> findings)
    {
        var starts = new List<int>();
        foreach (ref readonly var value in findings)
            if (value.Score >= Scores.Acts && value.Detector is not (Model or Words) && IsNumber(text, value.Region))
                starts.Add(value.Region.Start);
        starts.Sort();
        return starts;
    }

    /// <summary>From the name up to a value that another detector found stands nothing but a label.</summary>
    private static bool Names(ReadOnlySpan<char> text, TextSpan name, List<int> numbers)
    {
        var next = numbers.BinarySearch(name.End + 1);
        for (var i = next < 0 ? ~next : next; i < numbers.Count && numbers[i] <= name.End + MostBetween; i++)
            if (IsLabel(text[name.Start..numbers[i]], name.Length)) return true;
        // What a look at redacted text sees in place of the value.
        var rest = text[name.Start..Math.Min(text.Length, name.End + MostBetween)];
        return rest.IndexOf('[') is >= 0 and var written && IsLabel(rest[..written], name.Length);
    }

    private static bool IsLabel(ReadOnlySpan<char> text, int least)
    {
        var label = text.TrimEnd(Joints);
        return label.Length >= least && FieldVocabulary.OfLabel(label, out var first) is { Type.Name: not null } && first == 0;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, TextSpan region) =>
        text.Slice(region.Start, region.Length).ContainsAnyInRange('0', '9');
}
