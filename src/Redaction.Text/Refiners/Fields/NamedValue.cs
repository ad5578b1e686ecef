namespace Redaction.Text;

/// <summary>Makes the value at a named place a finding of the type that the name says. The one place that does so for all
/// formats.</summary>
internal static class NamedValue
{
    private const float Named = 0.9f, Guessed = 0.8f, LookAlike = 0.75f, Sure = 0.85f, Weakest = 0.25f;
    private const string Model = "names"; // its scores are no proof

    /// <summary>Types that stand for those of every country.</summary>
    private static readonly EntityType[] s_general =
    [
        new("national-id"), new("insurance-id"), new("health-provider"), new("passport"), new("driving-licence"), new("vehicle-id"),
        EntityTypes.LicensePlate, new("medical-record"),
    ];

    /// <summary>Adds findings for places in their order and moves the scores of what else was found there.</summary>
    public static void Expect(ReadOnlySpan<char> text, ReadOnlySpan<NamedPlace> places, FindingSink<TextSpan> findings, string detector)
    {
        if (places.IsEmpty) return;
        using var found = new FoundPlaces(findings);
        foreach (ref readonly var place in places) Expect(text, in place, findings, in found, detector);
    }

    /// <summary>As <see cref="Expect(ReadOnlySpan{char}, ReadOnlySpan{NamedPlace}, FindingSink{TextSpan}, string)"/> for one.</summary>
    public static void Expect(ReadOnlySpan<char> text, in NamedPlace place, FindingSink<TextSpan> findings, string detector)
    {
        using var found = new FoundPlaces(findings);
        Expect(text, in place, findings, in found, detector);
    }

    private static void Expect(
        ReadOnlySpan<char> text, in NamedPlace place, FindingSink<TextSpan> findings, in FoundPlaces found, string detector)
    {
        var (meaning, value) = (place.Meaning, Trim(text, place.Start, place.End));
        if (value.Length == 0) return;
        if (meaning.Kind == FieldKind.Technical) { Lower(value, findings, in found); return; }
        var written = text.Slice(value.Start, value.Length);
        // "user" may be the account or who has it
        if (meaning.Kind == FieldKind.Single && meaning.Type.Name == "username" && !NamedForms.Fit(written, meaning))
            meaning = new(EntityTypes.Person, FieldKind.Likely);
        var fits = NamedForms.Fit(written, meaning);
        var isFound = false;
        for (var next = found.First(value); next >= 0; next = found.Next(next, value))
        {
            var i = found.IndexOf(next);
            var finding = findings.Items[i];
            if (finding.Score == 0) continue;
            if (Belongs(in finding, value, meaning))
            {
                findings.SetScore(i, MathF.Max(finding.Score, Named));
                isFound |= finding.Region.Start <= value.Start && finding.Region.End >= value.End;
            }
            else if (fits && meaning.Kind != FieldKind.Checked && finding.Score > LookAlike && IsLookAlike(in finding, value))
                findings.SetScore(i, LookAlike);
        }
        if (isFound || !fits || meaning.Kind == FieldKind.Checked) return;
        var isGuess = meaning.Kind is FieldKind.Likely or FieldKind.Single;
        findings.Add(new(meaning.Type, value, isGuess ? Guessed : Named, detector));
    }

    /// <summary>In the name of something, only what a sign or check anchors is data.</summary>
    private static void Lower(TextSpan value, FindingSink<TextSpan> findings, in FoundPlaces found)
    {
        for (var next = found.First(value); next >= 0; next = found.Next(next, value))
            if (findings.Items[found.IndexOf(next)] is var finding && finding.Score > Scores.Suppressed && IsLookAlike(in finding, value))
                findings.SetScore(found.IndexOf(next), Scores.Suppressed);
    }

    /// <summary>True for what the name lifts: the same type, one of a country that this type stands for, and in a field for numbers of
    /// any kind whatever passed a check.</summary>
    private static bool Belongs(in Finding<TextSpan> finding, TextSpan value, FieldMeaning meaning)
    {
        if (finding.Region.Start > value.End || finding.Region.End < value.Start) return false;
        if (finding.Type == meaning.Type && meaning.Kind != FieldKind.Checked) return true;
        if (finding.Region.Start > value.Start || finding.Region.End < value.End || finding.Score < Weakest) return false;
        var isOfCountry = finding.Type.Name.Contains('.', StringComparison.Ordinal);
        return meaning.Kind == FieldKind.Checked ? isOfCountry : isOfCountry && Array.IndexOf(s_general, meaning.Type) >= 0;
    }

    /// <summary>True for what only looks like something else: what a model took the value for, and what no check or sign
    /// confirms.</summary>
    private static bool IsLookAlike(in Finding<TextSpan> finding, TextSpan value) =>
        finding.Region.Start >= value.Start && finding.Region.End <= value.End
        && (finding.Score < Sure || finding.Detector.StartsWith(Model, StringComparison.Ordinal));

    private static TextSpan Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
