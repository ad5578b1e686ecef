using System.Text.RegularExpressions;

namespace Redaction.Audio.Tests;

/// <summary>Finds invented phone numbers and cards, so that the tests need no detector of a locale.</summary>
public sealed partial class SpokenNumbers : ITextDetector
{
    public DetectorInfo Info { get; } = new("test.numbers", [EntityTypes.Phone, EntityTypes.CreditCard]);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        foreach (var match in Phone().EnumerateMatches(source.Text))
            findings.Add(new(EntityTypes.Phone, new(match.Index, match.Length), 0.9f, Info.Id));
        foreach (var match in Card().EnumerateMatches(source.Text))
            findings.Add(new(EntityTypes.CreditCard, new(match.Index, match.Length), 0.9f, Info.Id));
    }

    [GeneratedRegex(@"\+1[ -]?\d{3}[ -]?\d{3}[ -]?\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Card();
}
