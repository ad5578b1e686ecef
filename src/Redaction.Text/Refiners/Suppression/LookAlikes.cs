namespace Redaction.Text;

/// <summary>
/// A model takes an e-mail address for a person and a number for part of an address, with more confidence than a rule has. What a sign, a
/// check digit or a label anchors keeps its type: the model's finding is cut there, or lowered where nothing else is left of it.
/// Everything that was found stays found.
/// </summary>
internal sealed class LookAlikes : IFindingRefiner<TextSource, TextSpan>
{
    private const float Sure = 0.85f, SurePhone = 0.6f, SureLabel = 0.7f;
    private const int PhoneDigits = 8;
    private const string Model = "names", Context = "person-context", Label = "labelled-id";

    /// <inheritdoc/>
    public string Id => "look-alikes";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (!Any(findings)) return;
        using var found = new FoundPlaces(findings);
        var count = findings.Count;
        for (var i = 0; i < count; i++)
        {
            var finding = findings.Items[i];
            if (IsModels(in finding) && finding.Score > 0) Cut(source.Text, i, findings, in found);
        }
    }

    private static bool Any(FindingSink<TextSpan> findings)
    {
        foreach (ref readonly var finding in findings.Items)
            if (IsModels(in finding)) return true;
        return false;
    }

    private static bool IsModels(in Finding<TextSpan> finding) => finding.Detector.StartsWith(Model, StringComparison.Ordinal);

    private static void Cut(ReadOnlySpan<char> text, int model, FindingSink<TextSpan> findings, in FoundPlaces found)
    {
        var finding = findings.Items[model];
        var region = finding.Region;
        var end = region.End; // from the last anchored value to the first
        var isCut = false;
        for (var next = found.First(region); next >= 0; next = found.Next(next, region))
        {
            var other = findings.Items[found.IndexOf(next)];
            if (other.Type == finding.Type || IsModels(in other) || other.Region.Start >= end) continue;
            if (!IsAnchored(text, in other) && !IsTitled(in other, in finding)) continue;
            if (other.Region.End < end) Add(text, TextSpan.FromBounds(Math.Max(other.Region.End, region.Start), end), in finding, findings);
            end = Math.Max(other.Region.Start, region.Start);
            isCut = true;
        }
        if (!isCut) return;
        if (end > region.Start) Add(text, TextSpan.FromBounds(region.Start, end), in finding, findings);
        findings.SetScore(model, 0f);
    }

    /// <summary>Adds what is left of a finding, without the signs at its ends.</summary>
    private static void Add(ReadOnlySpan<char> text, TextSpan rest, in Finding<TextSpan> finding, FindingSink<TextSpan> findings)
    {
        var (start, end) = (rest.Start, rest.End);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        if (end == start) return;
        var left = text[start..end];
        var isWord = finding.Type == EntityTypes.Address && !left.ContainsAnyInRange('0', '9') && !left.Contains(' ');
        findings.Add(finding with { Region = TextSpan.FromBounds(start, end), Score = isWord ? Scores.Suppressed : finding.Score });
    }

    private static bool IsAnchored(ReadOnlySpan<char> text, in Finding<TextSpan> finding)
    {
        if (finding.Type == EntityTypes.Email) return finding.Score >= Sure;
        if (!text.Slice(finding.Region.Start, finding.Region.Length).ContainsAnyInRange('0', '9')) return false;
        if (finding.Type == EntityTypes.Phone)
            return finding.Score >= SurePhone && Digits.Count(text.Slice(finding.Region.Start, finding.Region.Length)) >= PhoneDigits;
        if (finding.Detector == Label) return finding.Score >= SureLabel;
        return finding.Score >= Sure && (finding.Type.Name.Contains('.', StringComparison.Ordinal) || finding.Type == EntityTypes.CreditCard
            || finding.Type == EntityTypes.Iban || finding.Type == EntityTypes.Ip || finding.Type == EntityTypes.Mac
            || finding.Type == EntityTypes.Secret);
    }

    /// <summary>A name after a title is a person's, whatever company it could be as well.</summary>
    private static bool IsTitled(in Finding<TextSpan> other, in Finding<TextSpan> finding) =>
        other.Detector == Context && other.Score >= Sure && finding.Type == EntityTypes.Organization
            && other.Region.Start <= finding.Region.Start;
}
