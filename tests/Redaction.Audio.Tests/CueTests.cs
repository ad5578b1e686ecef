using System.Text.RegularExpressions;
using Xunit;

namespace Redaction.Audio.Tests;

public partial class CueTests
{
    [Theory]
    [InlineData("{\\an8}call +1 415 555 0132", "{\\an8}call [phone]")]
    [InlineData("{\\pos(10,20)}{\\1c&HFF00&}+1 415{\\i1} 555 0132", "{\\pos(10,20)}{\\1c&HFF00&}[phone]{\\i1}")]
    [InlineData("{\\+1 415 555 0132}", "{\\[phone]}")] // no looks
    public void Redact_LooksOfTheText_Stay(string line, string expected) =>
        Assert.Equal($"1\n00:00:01,000 --> 00:00:02,000\n{expected}\n",
            Calls.RedactText($"1\n00:00:01,000 --> 00:00:02,000\n{line}\n", new Srt()));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Srt_FindingOverTwoLines_IsReplacedOnce(string lineEnd)
    {
        var input = ("1\n00:00:00,000 --> 00:00:02,000\nMy number is +1 415\n555 0132, thanks.\n\n2\n00:00:02,000 --> "
            + "00:00:03,000\n<i>Bye</i> a < b\n").ReplaceLineEndings(lineEnd);

        var output = Calls.RedactText(input, new Srt());

        Assert.Equal(input.Replace("+1 415", "[phone]", StringComparison.Ordinal).Replace("555 0132,", ",", StringComparison.Ordinal),
            output);
    }

    [Fact]
    public void Srt_WithAudio_MasksWithinTheCue()
    {
        const string Input = "1\n00:00:01,000 --> 00:00:02,000\n+1 415 555 0132\n";
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new Srt());

        Assert.EndsWith("\n[phone]\n", output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(7_500_000, 22_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void Vtt_WordsThatMakeTheFormat_StayWhateverADetectorTakesThemFor()
    {
        const string Input = "WEBVTT MARY\n\nNOTE\nPETER\n\n00:00.000 --> 00:01.000 align:start\nANNA\n";
        var capitals = new Capitals();

        var output = Calls.RedactText(Input, new WebVtt(), Calls.Redactor(detectors: [capitals]));

        Assert.Equal("WEBVTT [person]\n\nNOTE\n[person]\n\n00:00.000 --> 00:01.000 align:start\n[person]\n", output);
    }

    [Fact]
    public void Vtt_VoicesNotesAndText_AreRedacted()
    {
        const string Input = """
            WEBVTT - call with bob@example.com

            NOTE typed by jane@example.org

            intro jane@example.org
            00:00.000 --> 00:01.500 align:start
            <v.loud Jane Doe>Tom &amp; I: <b>jane@</b>example.org</v>

            01:00:01.000 --> 01:00:02.000
            <v Agent>Thanks</v> <x mail@example.net>
            """;

        var output = Calls.RedactText(Input, new WebVtt());

        Assert.Equal("""
            WEBVTT - call with [email]

            NOTE typed by [email]

            intro [email]
            00:00.000 --> 00:01.500 align:start
            <v.loud [person]>Tom &amp; I: <b>[email]</b></v>

            01:00:01.000 --> 01:00:02.000
            <v Agent>Thanks</v> <x [email]>
            """, output);
    }

    [Fact]
    public void Vtt_InlineTimes_PlaceTheWords()
    {
        const string Input = "WEBVTT\n\n00:00.000 --> 00:04.000\ncall <00:01.000>+1 415 <00:02.000>555 0132 <00:03.000>today\n";
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WebVtt());

        Assert.Contains("call <00:01.000>[phone]<00:02.000> <00:03.000>today", output, StringComparison.Ordinal);
        Assert.Equal(AudioSpan.FromBounds(7_500_000, 32_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Theory]
    [InlineData("00:00:01,000 -> 00:00:02,000")]
    [InlineData("00:00:01,000 => 00:00:02,000")]
    [InlineData("00:00:01,000 \u2013> 00:00:02,000")]
    [InlineData("00:00:01,000 \u2014> 00:00:02,000")]
    [InlineData("00:00:01,000 \u2192 00:00:02,000")]
    [InlineData("00:00:01,000 \u2013 00:00:02,000")] // no arrow at all
    [InlineData("00:00:01,000-->00:00:02,000")]
    [InlineData("00:00:01,000 --&gt; 00:00:02,000")] // written as HTML
    [InlineData("00:00:01.000 --> 00:00:02.000 X1:100 X2:200 Y1:10 Y2:20")]
    [InlineData("0:0:1,0 --> 0:0:2,0")]
    [InlineData("00:01,00 --> 00:02,00")] // no hours, two digits
    [InlineData("00: 00: 01, 000 --> 00: 00: 02, 000")]
    [InlineData("[00:00:01.000 --> 00:00:02.000]")]
    [InlineData("\u200e00:00:01,000 --> 00:00:02,000")] // a mark of direction
    [InlineData("\uFF10\uFF10:00:01,000 --> 00:00:02,000")] // wide digits
    [InlineData("00:00:01,000,00:00:02,000")]
    public void Srt_TimesAsPeopleWriteThem_AreRead(string times)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, $"1\n{times}\n+1 415 555 0132\n", new Srt());

        Assert.Equal($"1\n{times}\n[phone]\n", output);
        Assert.Equal(AudioSpan.FromBounds(7_500_000, 22_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Theory]
    [InlineData("00:00:01 --> 00:00:02", 2.5)] // up to the end of the second
    [InlineData("00:00:01:12 --> 00:00:02:03", 2.5)] // frames
    [InlineData("00:00:01,5 --> 00:00:02,5", 2.0)] // 5 ms or half a second
    public void Srt_TimesOfTwoMeanings_AreReadAsWideAsBoth(string times, double length)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 5));

        var (_, _, _, plans) = Calls.Redact(wav, $"1\n{times}\n+1 415 555 0132\n", new Srt());

        Assert.Equal(length, TimeSpan.FromTicks(Assert.Single(plans.Audio[0].Items).Finding.Region.Length).TotalSeconds, 0.01);
    }

    [Theory]
    [InlineData("1\n00:00:00,000 --> 00:00:01,000\nhello\n2\n00:00:01,000 --> 00:00:02,000\n+1 415 555 0132\n")] // no empty line
    [InlineData("1\n\n00:00:01,000 --> 00:00:02,000\n\n+1 415 555 0132\n\n")] // an empty line after every line
    [InlineData("1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\n+1 415 555 0132\r\r\n")]
    [InlineData("00:00:01,000 --> 00:00:02,000\n+1 415 555 0132\n")] // no number
    [InlineData("\uFEFF#1\n00:00:01,000 --> 00:00:02,000\n+1 415 555 0132\n")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000 +1 415 555 0132\n")] // the text on the line of the times
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n+1 415 555 0132\n")] // WebVTT by another name
    public void Srt_LinesAsProgramsLeaveThem_AreRead(string input)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 4));

        var (_, output, _, plans) = Calls.Redact(wav, input, new Srt());

        Assert.Equal(input.Replace("+1 415 555 0132", "[phone]", StringComparison.Ordinal), output);
        Assert.Equal(AudioSpan.FromBounds(7_500_000, 22_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
    }

    [Fact]
    public void Srt_NumberAsText_StaysTextOfItsCue()
    {
        const string Input = "1\n00:00:00,000 --> 00:00:01,000\n+1 415 555\n0132\n00:00:02,000 --> 00:00:03,000\nbye\n";

        Assert.Equal("1\n00:00:00,000 --> 00:00:01,000\n[phone]\n\n00:00:02,000 --> 00:00:03,000\nbye\n",
            Calls.RedactText(Input, new Srt()));
    }

    [Fact]
    public void Vtt_StyleRegionAndHeader_Stay()
    {
        const string Input = """
            WEBVTT
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000
            Kind: captions

            STYLE
            ::cue(.yellow) { color: #ffff00 }

            REGION
            id:fred
            width:40%

            1
            00:00.500 --> 00:03.000 align:start position:10% region:fred
            <v Jane Doe><c.yellow>hello</c>
            """;

        var output = Calls.RedactText(Input, new WebVtt());

        Assert.Equal(Input.Replace("Jane Doe", "[person]", StringComparison.Ordinal), output);
    }

    [Theory]
    [InlineData("1\n00:00:00,000 --> 00:99:00,000\nx\n")]
    [InlineData("1\nhello\n")]
    public void Srt_Broken_SaysSo(string input)
    {
        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => Calls.RedactText(input, new Srt())).Code);
    }

    [Fact]
    public void Vtt_Cut_SaysSo()
    {
        Assert.Equal(ErrorCodes.Truncated, Assert.Throws<RedactionException>(() => Calls.RedactText("WEB", new WebVtt())).Code);
    }

    [Theory]
    [InlineData(".srt", "1\n00:00:00,000 --> 00:00:01,000\nHi", "srt")]
    [InlineData(".VTT", "WEBVTT\n\n00:00.000 --> 00:01.000\nHi", "vtt")]
    [InlineData(".json", """{"text":"a","segments":[{"start":0,"end":1,"text":"a"}]}""", "whisper-json")]
    [InlineData(".json", """{"segments":[{"start":0,"end":1,"text":"a","words":[]}],"word_segments":[]}""", "whisperx-json")]
    [InlineData(".json", """{"transcription":[{"offsets":{"from":0,"to":1},"text":"a"}]}""", "whisper-cpp-json")]
    [InlineData(".json", """{"messages":[{"role":"user","content":"a"}]}""", null)]
    [InlineData(".txt", "WEBVTT\n", null)]
    public void Detect_ByExtensionAndHead_FindsTheFormat(string extension, string head, string? expected)
    {
        Assert.Equal(expected, Formats.Detect(extension, System.Text.Encoding.UTF8.GetBytes(head))?.Id);
    }

    /// <summary>Takes every run of four or more capitals for a person.</summary>
    private sealed partial class Capitals : ITextDetector
    {
        public DetectorInfo Info { get; } = new("test.capitals", new EntityType("person"));

        public void Detect(TextSource source, FindingSink<TextSpan> findings)
        {
            foreach (var run in Runs().EnumerateMatches(source.Text))
                findings.Add(new(Info.Types[0], new(run.Index, run.Length), 1, Info.Id));
        }

        [GeneratedRegex("[A-Z]{4,}", RegexOptions.None, 1000)]
        private static partial Regex Runs();
    }
}
