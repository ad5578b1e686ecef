using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Asking a detector only where its values can stand loses none of them.</summary>
public class AnchorLooksTests
{
    private const int RandomTexts = 400;
    private static readonly string[] s_separators =
        [" ", " ", "-", ".", "/", ":", "_", ", ", " - ", "(", ")", "+", "\u00A0", "\u2011", "\n", "'", "°"];
    private static readonly string[] s_texts =
        [.. SpecTests.Texts(), .. Enumerable.Range(0, RandomTexts).Select(static seed => RandomText(new(seed)))];

    public static TheoryData<string> Ids => [.. TextDetectors.All.OfType<IAnchoredDetector>().Select(static d => d.Info.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Detector_AskedAtEveryAnchor_FindsTheSame(string id)
    {
        var detector = TextDetectors.All.OfType<IAnchoredDetector>().Single(d => d.Info.Id == id);
        var unfiltered = new AnchorScan(new Unfiltered(detector));
        for (var i = 0; i < s_texts.Length; i++)
            Assert.True(Find(detector, s_texts[i]).SequenceEqual(Find(unfiltered, s_texts[i])), $"text {i}");
    }

    [Fact]
    public void WordMask_OfAnyText_IsThatOfItsLettersAndDigits()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = string.Create(random.Next(0, WordMask.Longest + 1), random, static (span, r) =>
            {
                foreach (ref var c in span) c = (char)(r.Next(4) == 0 ? r.Next(0x20, 0x2000) : r.Next(0x20, 0x7F));
            });
            ulong expected = 0;
            for (var i = 0; i < text.Length; i++)
                if (char.IsLetterOrDigit(text[i])) expected |= 1UL << i;

            Assert.Equal(expected, WordMask.Of(text));
        }
    }

    [Theory]
    [InlineData(57)]
    [InlineData(60)]
    [InlineData(64)]
    [InlineData(120)]
    public void ContextWords_Occur_WhereverBlocksOfTheTextEnd(int before) =>
        Assert.True(
            new ContextWords("telephone number").Occur(string.Concat(Enumerable.Repeat("a.", before))[..before] + ", telephone number"));

    private static Finding<TextSpan>[] Find(ITextDetector detector, string text)
    {
        var sink = new FindingSink<TextSpan>();
        detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().OrderBy(static f => f.Region).ThenBy(static f => f.Score)];
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        while (text.Length < 200)
        {
            var length = random.Next(1, random.Next(1, 14));
            for (var i = 0; i < length; i++)
                text.Append((char)(random.Next(8) == 0 ? random.Next('A', 'Z' + 1) : random.Next('0', '9' + 1)));
            text.Append(s_separators[random.Next(s_separators.Length)]);
        }
        return text.ToString();
    }

    /// <summary>Hides the kind of a detector, of which the looks are worked out.</summary>
    private sealed class Unfiltered(IAnchoredDetector detector) : IAnchoredDetector
    {
        public DetectorInfo Info => detector.Info;

        public AnchorKinds Anchors => detector.Anchors;

        public int MinDigits => detector.MinDigits;

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new NotSupportedException();

        public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) =>
            detector.Probe(source, in anchor, findings);
    }
}
