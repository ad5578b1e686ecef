using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Text.Tests;

/// <summary>What holds for every detector on any text.</summary>
[Collection(SerialTests.Name)]
public class GlobalDetectorTests
{
    private const string Soup =
        "0123456789012345678901234567890123456789 ----..//::()+@#%&=_,;\n\tabcdefABCDEFxyzXYZ\u00A0\u2013é€漢\uD800\uDC00\u200B";
    private static readonly string[] s_pieces =
    [
        "+49 30 ", "DE60 1234 ", "2024-02-", "://", "www.", "password=", "eyJ", "-----BEGIN PRIVATE KEY", "4532 0151 ", "::1", "0x",
        "48.85837, ", "N ", " March ", "bc1q", "Bearer ", "sk-", "192.168.",
    ];

    private static readonly string[] s_pumps =
    [
        "7", ".", "@", "a.", "f0", ":", "1 ", "1-", "1.", "password=", "eyJ.", "://", "www.", "(", "1a", "May 1 ", "+1", "mac ", "sk-",
        "-----BEGIN PRIVATE KEY", "1:", "bearer ",
    ];

    /// <summary>Linear work takes 16 times as long, quadratic work 256 times; the machine may be busy meanwhile.</summary>
    private const double MostTimes = 128;

    public static TheoryData<string> Ids => [.. TextDetectors.All.Select(d => d.Info.Id)];

    [Fact]
    public void Detectors_OnRandomText_ReportSpansWithinItAndNeverThrow()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var text = RandomText(new Random(seed), 400);
            foreach (var finding in Run(TextDetectors.All, text))
                Assert.True(finding.Region.Start >= 0 && finding.Region.Length > 0 && finding.Region.End <= text.Length,
                    $"seed {seed}: {finding}");
        }
    }

    [Fact]
    public void Detectors_GatheredOrAlone_FindTheSame()
    {
        for (var seed = 1000; seed < 1300; seed++)
        {
            var text = RandomText(new Random(seed), 300);
            var alone = Run(TextDetectors.All, text);
            var gathered = Run(AnchorScan.Gather(TextDetectors.All), text);
            Assert.True(alone.SequenceEqual(gathered), $"seed {seed}: alone {alone.Length}, gathered {gathered.Length}");
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Detector_OnTextSixteenTimesAsLong_StaysLinear(string id)
    {
        var detector = TextDetectors.All.Single(d => d.Info.Id == id);
        foreach (var unit in s_pumps)
        {
            var (small, large) = (Pumped(unit, 8 * 1024), Pumped(unit, 128 * 1024));
            var ratio = double.MaxValue;
            for (var attempt = 0; attempt < 8 && ratio > MostTimes; attempt++)
            {
                var before = Fastest(detector, small);
                ratio = Math.Min(ratio, Fastest(detector, large) / (double)before);
            }
            Assert.True(ratio <= MostTimes, $"{id} on '{unit}' repeated: 16 times the length takes {ratio:0.0} times as long");
        }
    }

    [Fact]
    public void Plan_OfCleanText_AllocatesTheSameForAnyLength()
    {
        var redactor = new TextRedactor(new("test", new PolicyRule("erase")), TextDetectors.All, TextOperators.All);
        var (small, large) = (Pumped("The quick brown fox jumps over 13 lazy dogs. ", 1024),
            Pumped("The quick brown fox jumps over 13 lazy dogs. ", 1024 * 1024));
        LeastAllocated(redactor, large); // buffers grow to what they are needed for, once

        Assert.Equal(LeastAllocated(redactor, small), LeastAllocated(redactor, large));
    }

    [Theory]
    [InlineData("date_of_birth", 0.95f)]
    [InlineData("dateOfBirth", 0.95f)]
    [InlineData("$.patient.dob", 0.95f)]
    public void Date_InFieldNamedAfterBirth_ScoresHigher(string field, float expected)
    {
        var sink = new FindingSink<TextSpan>();

        TextDetectors.All.Single(d => d.Info.Id == "date").Detect(new TextSource("19610305", new() { Field = field }), sink);

        Assert.Equal(expected, Assert.Single(sink.Items.ToArray()).Score);
    }

    [Theory]
    [InlineData("two telephonists", false)] // the beginning of a longer word
    [InlineData("two telephones", true)] // the plural
    [InlineData("my phone", true)]
    [InlineData("recipient", false)] // "ip" inside a word
    public void ContextWords_Occur_AsWholeWordsOnly(string text, bool expected) =>
        Assert.Equal(expected, new ContextWords("phone", "telephone", "ip").Occur(text));

    /// <summary>The first runs load tables, and a collection may take pooled buffers away: neither is the text's.</summary>
    private static long LeastAllocated(TextRedactor redactor, string text) =>
        Enumerable.Range(0, 6).Min(_ => Allocated(redactor, text));

    private static long Allocated(TextRedactor redactor, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var plan = redactor.Plan(text);
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(plan.Items);
        return after - before;
    }

    private static Finding<TextSpan>[] Run(IEnumerable<ITextDetector> detectors, string text)
    {
        var sink = new FindingSink<TextSpan>();
        foreach (var detector in detectors) detector.Detect(new TextSource(text), sink);
        return [.. sink.Items.ToArray().OrderBy(f => f.Region).ThenBy(f => f.Detector, StringComparer.Ordinal).ThenBy(f => f.Score)];
    }

    /// <summary>Ticks of a detector on a text; below 0.1 ms the clock and the machine decide.</summary>
    private static long Fastest(ITextDetector detector, string text)
    {
        var sink = new FindingSink<TextSpan>();
        var least = ThreadClock.Least(() =>
        {
            sink.Clear();
            detector.Detect(new TextSource(text), sink);
        });
        return Math.Max((long)(least * TimeSpan.TicksPerMillisecond), 1000);
    }

    private static string Pumped(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();

    private static string RandomText(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            if (random.Next(12) == 0) text.Append(s_pieces[random.Next(s_pieces.Length)]);
            else text.Append(Soup[random.Next(Soup.Length)]);
        return text.ToString();
    }
}
