namespace Redaction;

/// <summary>The names detector over text that was read in a picture: stars, edges and seams read as one or two letters, and the model
/// takes some of them for initials.</summary>
internal sealed class WrittenNames(ITextDetector names) : ITextDetector
{
    private const int FewestLetters = 3;

    [ThreadStatic]
    private static FindingSink<TextSpan>? t_found;

    public DetectorInfo Info => names.Info;

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var found = t_found ??= new();
        found.Clear();
        names.Detect(source, found);
        foreach (ref readonly var finding in found.Items)
            if (Letters(source.Text.Slice(finding.Region.Start, finding.Region.Length)) >= FewestLetters) findings.Add(in finding);
    }

    /// <summary>An ideograph is a syllable or more: one counts as much as three letters.</summary>
    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (char.IsLetter(c)) count += c >= '\u2E80' ? FewestLetters : 1;
        return count;
    }
}
