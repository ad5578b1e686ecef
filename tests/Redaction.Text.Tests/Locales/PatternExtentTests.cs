using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What a pattern says of the anchors at which its values stand.</summary>
public class PatternExtentTests
{
    /// <summary>Detectors that state more digits, or a shorter reach, than their pattern says: rarer forms are given up for speed or
    /// precision.</summary>
    private static readonly string[] s_narrowed = ["in.ifsc", "it.fiscal-code", "se.personnummer", "tracking-number", "us.driver-license"];

    public static TheoryData<string> Ids =>
        [.. TextDetectors.All.Where(static d => PatternsOf(d).Length > 0).Select(static d => d.Info.Id).Except(s_narrowed)];

    [Theory]
    [InlineData("[0-9]{9}", AnchorKinds.Number, 9, 0)]
    [InlineData("[0-9]{3}([ -]?)[0-9]{2}\\1[0-9]{4}", AnchorKinds.Number, 9, 0)] // separators join the runs of one number
    [InlineData("[0-9]{3}:[0-9]{4}", AnchorKinds.Number, 3, 5)] // a colon does not
    [InlineData("[0-9]{3} {4}[0-9]{4}", AnchorKinds.Number, 3, 8)] // nor do four spaces
    [InlineData("[0-9]{2} ?[0-9]{6} ?[A-Z] ?[0-9]{3}", AnchorKinds.Number, 8, 6)]
    [InlineData("[A-Z]{2}-[0-9]{6}", AnchorKinds.Number, 6, 3)]
    [InlineData("[A-Z]{2}-[0-9]{6}", AnchorKinds.Word, 6, 3)]
    [InlineData("[A-Z]{2}[0-9]{6}[A-D]?", AnchorKinds.Word, 6, 0)] // all of it is one word
    [InlineData("[A-Z]{2} ?[0-9]{2}[A-Z]-[0-9]{4,5}", AnchorKinds.Word, 2, 6)]
    [InlineData("[0-9]{2}(?:[A-Z]{2}|[0-9]{3})", AnchorKinds.Word, 2, 0)]
    [InlineData("[0-9A-Z]{4}-?[0-9]{3}", AnchorKinds.Word | AnchorKinds.Number, 1, 7)]
    [InlineData("[A-Z]+[0-9]", AnchorKinds.Number, 1, 63)] // no greatest length
    [InlineData("\\p{Lu}[0-9]{4}", AnchorKinds.Number, 1, 63)] // not understood
    public void Of_Pattern_IsNeverTooNarrow(string pattern, AnchorKinds anchors, int minDigits, int reach)
    {
        var regex = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.Equal(new PatternExtent(minDigits, reach), PatternExtent.Of(regex, anchors));
    }

    [Theory, MemberData(nameof(Ids))]
    public void BuiltInDetector_StatesNoMoreThanItsPattern(string id)
    {
        foreach (var shape in PatternsOf(TextDetectors.All.Single(d => d.Info.Id == id)))
        {
            var extent = PatternExtent.Of(shape.Pattern, shape.Anchors);
            Assert.True(shape.MinDigits <= extent.MinDigits, $"{shape.MinDigits} digits, of {extent.MinDigits}");
            Assert.True(shape.Reach >= extent.Reach, $"reach {shape.Reach}, of {extent.Reach}");
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void BuiltInDetector_WithOneDigitAndTheLongestReach_FindsNoMore(string id)
    {
        foreach (var shape in PatternsOf(TextDetectors.All.Single(d => d.Info.Id == id)))
        {
            var wide = new PatternDetector(id, shape.Info.Types[0], shape.Pattern)
            {
                MinDigits = 1,
                Reach = 63,
                Anchors = shape.Anchors,
                Score = shape.Score,
                ContextScore = shape.ContextScore,
                Context = shape.Context,
                NegativeContext = shape.NegativeContext,
                Validate = shape.Validate,
                Boundary = shape.Boundary,
            };
            foreach (var text in SpecTests.Texts()) Assert.Equal(Found(shape, text), Found(wide, text));
        }
    }

    [Fact]
    public void Detector_OfPatternContextAndValidator_ActsNearAWordOnly()
    {
        var detector = new PatternDetector("acme.badge", new Regex("[A-Z]{2}-[0-9]{6}", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            Context = new("badge"),
            Validate = static value => value[^1] == '7',
        };

        Assert.EndsWith("0.3", Found(detector, "is AB-123457 here"), StringComparison.Ordinal);
        Assert.Equal("", Found(detector, "badge AB-123458"));
        Assert.EndsWith("0.9", Found(detector, "badge AB-123457"), StringComparison.Ordinal);
    }

    private static PatternDetector[] PatternsOf(ITextDetector detector) =>
        detector is PatternDetector one ? [one] : detector is ShapedDetector shaped ? [.. shaped.Shapes] : [];

    private static string Found(PatternDetector detector, string text)
    {
        var sink = new FindingSink<TextSpan>();
        detector.Detect(new TextSource(text), sink);
        var found = new StringBuilder();
        foreach (var f in sink.Items.ToArray().OrderBy(static f => f.Region))
            found.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(found.Length > 0 ? ", " : "")}{f.Region} {f.Score}");
        return found.ToString();
    }
}
