using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>A value that one writing of the text shows must stand in no other place of the file.</summary>
public class LeakTests
{
    private const string Words = """
        "words":[{"word":"call","start":0,"end":0.4},{"word":"+1","start":0.5,"end":0.7},{"word":"415","start":0.7,"end":1},
         {"word":"555","start":1,"end":1.3},{"word":"0132","start":1.3,"end":1.6},{"word":"today","start":2,"end":2.4}]
        """;

    [Theory]
    [InlineData("\"summary\":\"asked to ring 14155550132 back\"", "\"summary\":\"asked to ring [phone] back\"")]
    [InlineData("\"account\":14155550132", "\"account\":0")]
    [InlineData("\"14155550132\":true", "\"[phone]\":true")]
    [InlineData("\"entities\":[{\"text\":\"0132\"}]", "\"entities\":[{\"text\":\"[phone]\"}]")]
    [InlineData("\"extra\":[{\"word\":\"1415\"},{\"word\":\"555\"},{\"word\":\"0132\"}]",
        "\"extra\":[{\"word\":\"[phone]\"},{\"word\":\"\"},{\"word\":\"\"}]")]
    [InlineData("\"extra\":[\"1415\",\"5550\",\"132\"]", "\"extra\":[\"[phone]\",\"\",\"\"]")]
    public void OtherFields_ThatRepeatAValue_AreRedacted(string field, string expected)
    {
        var output = Calls.RedactText($$"""{"segments":[{"start":0,"end":3,{{Words}}}],{{field}}}""", new WhisperJson());

        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call plus one four one five five five five oh one three two today", "call [phone] today")]
    [InlineData("please call plus one four one today", "[phone] today")]
    [InlineData("something else entirely", "[phone]")]
    public void CopyInOtherWords_LosesWhatStandsWhereTheValueIs(string text, string expected)
    {
        var output = Calls.RedactText($$"""{"segments":[{"start":0,"end":3,"text":"{{text}}",{{Words}}}]}""", new WhisperJson());

        Assert.Contains($"\"text\":\"{expected}\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void CopyThatLeavesTheValueOut_StaysAsItIs()
    {
        const string Input = """{"segments":[{"start":0,"end":3,"text":"call today", """ + Words + "}]}";

        Assert.Contains("\"text\":\"call today\"", Calls.RedactText(Input, new WhisperJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void ValueThatOnlyTheWholeTextShows_IsMaskedBetweenTheWordsAroundIt()
    {
        const string Input = """
            {"text":"my mail is jane@example.org and thanks","segments":[{"start":0,"end":6,"words":[{"word":"my","start":0,"end":0.4},{"word":"mail","start":0.5,"end":1},
             {"word":"is","start":1,"end":1.2},{"word":"jane","start":2,"end":2.4},{"word":"at","start":2.4,"end":2.6},{"word":"example","start":2.6,"end":3},{"word":"dot","start":3,"end":3.2},
             {"word":"org","start":3.2,"end":3.5},{"word":"and","start":4.5,"end":5},{"word":"thanks","start":5,"end":5.5}]}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 6));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WhisperJson());

        Assert.Equal(AudioSpan.FromBounds(17_500_000, 37_500_000), Assert.Single(plans.Audio[0].Items).Finding.Region);
        foreach (var secret in new[] { "jane", "example", "org" }) Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfAMember_ThatIsAValue_GoesWhereverItStands()
    {
        var output = Calls.RedactText(
            """{"segments":[{"start":0,"end":3,"text":"hello"}],"a":{"jane@example.org":1},"b":{"jane@example.org":2}}""",
            new WhisperJson());

        Assert.Contains("\"a\":{\"[email]\":1},\"b\":{\"[email]\":2}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void NameOfASpeaker_IsTakenOutOfTheText()
    {
        var output = Calls.RedactText("WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jane Doe>this is Jane Doe speaking</v>\n", new WebVtt());

        Assert.Equal("WEBVTT\n\n00:00.000 --> 00:02.000\n<v [person]>this is [person] speaking</v>\n", output);
    }

    [Fact]
    public void FormatFromOutside_CanBeRead()
    {
        Assert.Equal("0|call [phone]", Calls.RedactText("0|call +1 415 555 0132", new Piped()));
    }

    [Fact]
    public void SpeakerRules_HoldForTheSpeakerOfTheWords()
    {
        var policy = new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep) { Speaker = new("agent") }, new PolicyRule("label"));
        const string Input = """
            {"segments":[{"start":0,"end":2,"speaker":"agent","text":"call +1 415 555 0132"},{"start":3,"end":5,"speaker":"customer","text":"call +1 415 555 0199"}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 6));

        var (_, output, _, plans) = Calls.Redact(wav, Input, new WhisperJson(), Calls.Redactor(policy));

        Assert.Contains("0132", output, StringComparison.Ordinal);
        Assert.DoesNotContain("0199", output, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(plans.Audio[0].Items).Finding.Region.Start, 25_000_000, 50_000_000);
        Assert.Equal(1, plans.Audio[0].Kept);
    }

    [Theory] // who says the words decides, not who has the segment; what two say together falls under the stricter rule
    [InlineData("agent", "agent", true)]
    [InlineData("agent two", "agent", true)]
    [InlineData("customer", "customer", false)]
    [InlineData("agent", "customer", false)]
    [InlineData("customer", "agent", false)]
    public void SpeakerRules_HoldForEachWordOfASegment(string first, string second, bool isKept)
    {
        var policy = new RedactionPolicy("test", new PolicyRule(PolicyRule.Keep) { Speaker = new("agent*") }, new PolicyRule("label"));
        var input = $$"""
            {"segments":[{"start":0,"end":4,"speaker":"other","words":[{"word":"call","start":0,"end":0.5,"speaker":"other"},{"word":"+1 415","start":0.5,"end":1,"speaker":"{{first}}"},
            {"word":"555 0132","start":1,"end":2,"speaker":"{{second}}"},{"word":"now","start":3,"end":4,"speaker":"other"}]}]}
            """;
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 5));

        var (_, output, _, plans) = Calls.Redact(wav, input, new WhisperJson(), Calls.Redactor(policy));

        Assert.Equal(isKept, output.Contains("0132", StringComparison.Ordinal));
        Assert.Equal(isKept, output.Contains("415", StringComparison.Ordinal));
        Assert.Equal(isKept ? 0 : 1, plans.Audio[0].Items.Length);
    }

    [Fact] // the whole text beside the segments is searched where a line ends only: this value stands on both sides of one
    public void ValueOverTheEndOfASegment_IsFoundInTheWholeText()
    {
        var output = Calls.RedactText(
            """{"text":" write to jane.doe@ example.org now","segments":[{"start":0,"end":2,"text":" write to jane.doe@"},{"start":2,"end":4,"text":" example.org now"}]}""",
            new WhisperJson(), Calls.Redactor("label", [new Joined()]));

        Assert.DoesNotContain("jane", output, StringComparison.Ordinal);
        Assert.DoesNotContain("example", output, StringComparison.Ordinal);
        Assert.Contains("write to", output, StringComparison.Ordinal);
        Assert.Contains("now", output, StringComparison.Ordinal);
    }

    /// <summary>Knows one value, and only on one line.</summary>
    private sealed class Joined : ITextDetector
    {
        private const string Value = "jane.doe@ example.org";

        public DetectorInfo Info { get; } = new("test.joined", EntityTypes.Email);

        public void Detect(TextSource source, FindingSink<TextSpan> findings)
        {
            if (source.Text.IndexOf(Value, StringComparison.Ordinal) is >= 0 and var at)
                findings.Add(new(EntityTypes.Email, new(at, Value.Length), 1, Info.Id));
        }
    }

    private sealed class Piped : ITranscriptFormat
    {
        public string Id => "piped";

        public string Description => "Made up.";

        public System.Collections.Immutable.ImmutableArray<string> Extensions => [".piped"];

        public bool Recognises(ReadOnlySpan<byte> head) => true;

        public Transcript Read(byte[] content)
        {
            var builder = new TranscriptBuilder(content);
            builder.AddSegment([new(builder.Field(2, content.Length - 2, FieldEncoding.Plain), null, null)], 0, 10_000_000);
            return builder.Build();
        }
    }
}
