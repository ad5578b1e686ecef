using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Redaction.Text.Tests;

public sealed partial class DigitCountsTests
{
    [Fact]
    public void DigitCounts_OfPatterns_AreReadOff()
    {
        (Regex Pattern, ulong Counts)[] cases =
        [
            (Ssn(), 1UL << 9),
            (Optional(), 1UL << 9 | 1UL << 10),
            (Prefixed(), 1UL << 11),
            (Alternatives(), 1UL << 4 | 1UL << 7),
            (Split(), ulong.MaxValue), // letters between digits: more than one cluster
            (Mixed(), ulong.MaxValue), // letters may stand between digits
            (Anything(), ulong.MaxValue),
            (Endless(), ulong.MaxValue),
        ];

        foreach (var (pattern, counts) in cases)
            Assert.Equal(counts, new PatternDetector("x.y", EntityTypes.Phone, pattern) { MinDigits = 1, Score = 1 }.DigitCounts);
    }

    [Fact]
    public void Scan_ByDigitCounts_FindsWhatAskingEverywhereFinds()
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        var anchored = Packs.All.OfType<IAnchoredDetector>().ToArray();
        var indexed = new AnchorScan(anchored);
        var asked = new AnchorScan(anchored.Select(static d => new AskedEverywhere(d)));
        var values = SpecTests.Texts().ToArray();
        for (var round = 0; round < 400; round++)
        {
            var text = RandomText(random, values);

            var expected = Findings(asked, text);

            Assert.True(expected.SequenceEqual(Findings(indexed, text)), $"seed {Seed}, round {round}");
        }
    }

    private static Finding<TextSpan>[] Findings(AnchorScan scan, string text)
    {
        var sink = new FindingSink<TextSpan>();
        scan.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().OrderBy(static f => f.Region).ThenBy(static f => f.Detector, StringComparer.Ordinal)];
    }

    private static string RandomText(Random random, string[] values)
    {
        string[] joints = [" ", "  ", ", ", "-", " - ", ".", "/", "\n", " and ", " 12 ", "", ":", "("];
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++) text.Append(values[random.Next(values.Length)]).Append(joints[random.Next(joints.Length)]);
        return text.ToString();
    }

    private sealed class AskedEverywhere(IAnchoredDetector inner) : IAnchoredDetector
    {
        public DetectorInfo Info => inner.Info;

        public AnchorKinds Anchors => inner.Anchors;

        public int MinDigits => inner.MinDigits;

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => inner.Detect(source, findings);

        public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) => inner.Probe(source, in anchor, findings);
    }

    [GeneratedRegex(@"\b[0-9]{3}([- \u00A0\u2010-\u2013])[0-9]{2}\1[0-9]{4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"\b[0-9]{6}/?[0-9]{3}[0-9K]?(?! [0-9])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\b(?:HR ?)?\d{11}[A-Z]{0,2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\b(?:[A-Z]{2}[0-9]{4}|[0-9]{7})\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\b[0-9]{4}[A-Z][0-9]{4}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Split();

    [GeneratedRegex(@"\b[0-9A-Z]{8}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\b[0-9]{4}.[0-9]\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anything();

    [GeneratedRegex(@"\b[0-9]+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endless();
}
