using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>JSON beside a recording that no format knows, read by its shape.</summary>
public class ShapeTests
{
    private static readonly string[] s_words = ["call", "+1", "415", "555", "0132", "now"];

    /// <summary>How tools write the six words, a second each from the first second on.</summary>
    public static TheoryData<string> Shapes => [
        List(static (w, i) => $$"""{"word":"{{w}}","start":{{i}}.0,"end":{{i}}.9}"""), // a bare list
        """{"a":{"b":""" + List(static (w, i) => $$"""{"w":"{{w}}","s":{{i}}.0,"e":{{i}}.9}""") + "}}", // deep, short names
        List(static (w, i) => $$"""{"text":" {{w}}","timestamp":[{{i}}.0,{{(i == 6 ? "null" : i + ".9")}}]}"""), // no end at the end
        List(static (w, i) => $$"""{"t":"{{w}}","at":{{i}}.0,"dur":0.9}"""),
        List(static (w, i) => $$"""{"text":"{{w}}","start_ms":{{i}}000,"end_ms":{{i}}900}"""),
        List(static (w, i) => $$"""{"text":"{{w}}","from":{{i}}000,"to":{{i}}900}"""), // milliseconds, untold
        List(static (w, i) => $$"""{"Word":"{{w}}","Offset":{{i}}0000000,"Duration":9000000}"""), // ticks, untold
        List(static (w, i) => $$"""{"text":"{{w}}","start":"{{i}}.0","end":"{{i}}.9s"}"""), // in quotes
        List(static (w, i) => $$"""{"text":"{{w}}","begin":"00:00:0{{i}}.000","stop":"00:00:0{{i}}.900"}"""),
        List(static (w, i) => $$"""{"text":"{{w}}","time":{"from":{{i}}.0,"to":{{i}}.9} }"""),
        List(static (w, i) => $$"""{"слово":"{{w}}","начало":{{i}}.0,"конец":{{i}}.9}"""), // no name says anything
        List(static (w, i) => $$"""["{{w}}",{{i}}.0,{{i}}.9]"""),
        List(static (w, i) => $$"""{"text":"\u2581{{w}}","start":{{i}}.0,"end":{{i}}.9}"""), // marks of a tokeniser
        List(static (w, i) => $$"""{"слово":"{{w}}","start":{{i}}.0,"end":{{i}}.9}"""),
        List(static (w, i) => $$"""{"word":"{{w}}","start_offset":{{i}}2,"end_offset":{{i}}9,"start":{{i}}.0,"end":{{i}}.9}"""), // frames
        List(static (w, i) => $$"""{"word":"{{w}}","startTime":{"seconds":"{{i}}"},"endTime":{"seconds":{{i}},"nanos":900000000} }"""),
        List(static (w, i) => $$"""{"text":"{{w}}","time":"00:00:0{{i}},000 --> 00:00:0{{i}},900"}"""),
        List(static (w, i) => $$"""{"text":"{{w}}","time":{{i}}.0}"""), // no ends at all
        """{"tokens":["call","+1","415","555","0132","now"],"timestamps":[1.0,2.0,3.0,4.0,5.0,6.0],"text":"call +1 415 555 0132 now"}""",
        "{" + string.Join(",", s_words.Select(static (w, i) => $"\"{i + 1}.0\":\"{w}\"")) + "}", // times are the names of members
        "{" + string.Join(",", s_words.Select(static (w, i) => $"\"{i + 1}.0-{i + 1}.9\":{{\"word\":\"{w}\"}}")) + "}",
        "{" + string.Join(",", s_words.Select(static (w, i) => $"\"00:00:0{i + 1}.000\":\"{w}\"")) + "}",
        """{"w":["call","+1","415","555","0132","now"],"start_ms":[1000,2000,3000,4000,5000,6000],"end_ms":[1900,2900,3900,4900,5900,6900]}""",
        "{" + string.Join(",", s_words.Select(static (w, i) => $"\"{i}\":{{\"word\":\"{w}\",\"start\":{i + 1}.0,\"end\":{i + 1}.9}}")) + "}",
        """{"text":"call +1 415 555 0132 now","items":"""
            + List(static (w, i) => $$"""{"word":"{{w}}","start":{{i}}.0,"end":{{i}}.9,"p":NaN}""") + "}",
        """[{"start":1,"end":6.9,"text":"call +1 415 555 0132 now","words":"""
            + List(static (w, i) => $$"""{"word":"{{w}}","start":{{i}}.0,"end":{{i}}.9}""") + "}]",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Redact_WordsOfAnUnknownTool_AreMaskedInTextAndSound(string json)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 8));
        var format = TranscriptFormats.OfShape(System.Text.Encoding.UTF8.GetBytes(json));

        var (_, output, _, plans) = Calls.Redact(wav, json, format!);

        Assert.DoesNotContain("0132", output, StringComparison.Ordinal);
        Assert.DoesNotContain("415", output, StringComparison.Ordinal);
        Assert.Contains("call", output, StringComparison.Ordinal);
        var region = Assert.Single(plans.Audio[0].Items).Finding.Region;
        Assert.InRange(TimeSpan.FromTicks(region.Start).TotalSeconds, 1.7, 2.0);
        Assert.InRange(TimeSpan.FromTicks(region.End).TotalSeconds, 5.9, 6.3);
    }

    [Fact]
    public void Redact_SegmentsOfWordsWithoutTimes_AreMaskedWithinTheSegment()
    {
        const string Input = """[{"from":1.0,"to":3.0,"words":["hello","there"]},{"from":4.0,"to":6.0,"words":["call","+1","415","555","0132"]}]""";
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 8));

        var (_, output, _, plans) = Calls.Redact(wav, Input, ShapedJson.BesideSound);

        Assert.DoesNotContain("0132", output, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(plans.Audio[0].Items).Finding.Region.Start, 37_000_000, 45_000_000);
    }

    [Theory]
    [InlineData("""{"call":0.5,"now":1.5,"+1":2.5,"415":3.5}""")]
    [InlineData("""{"words":{"call":[1.0,1.5],"415":[2.0,2.5],"555":[3.0,3.5]}}""")]
    [InlineData("""[{"call":1.5},{"415":2.5},{"555":3.5},{"0132":4.5}]""")]
    [InlineData("""[{"call":{"start":1,"end":2}},{"415":{"start":2,"end":3}},{"555":{"start":3,"end":4}}]""")]
    public void Redact_WordsAsNamesOfMembers_AreRefused(string json)
    {
        var wav = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 8));
        var format = TranscriptFormats.OfShape(System.Text.Encoding.UTF8.GetBytes(json));

        var failure = Assert.Throws<RedactionException>(() => Calls.Redact(wav, json, format!));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Theory]
    [InlineData("""{"1.0":"First release","1.1":"Faster on slow machines","1.2":"Mend the build","1.3":"Say more"}""")]
    [InlineData("""{"1":"one","2":"two","3":"three","4":"four"}""")]
    [InlineData("""{"text":"Ana met Bo","entities":[{"text":"Ana","start":0,"end":3},{"text":"Bo","start":8,"end":10}]}""")] // places in a text
    [InlineData("""[{"title":"Stand-up","start":"2026-01-02T09:00","end":"2026-01-02T09:15"},{"title":"Lunch","start":"x","end":"y"}]""")]
    [InlineData("""{"messages":[{"from":"ana","to":"bo","text":"hello"}]}""")]
    [InlineData("""[{"name":"basic","from":10,"to":20},{"name":"large","from":20,"to":90}]""")]
    [InlineData("""{"text":"hello"}""")]
    public void Recognises_WhatHasNoTimes_IsNoTranscript(string json)
    {
        Assert.False(ShapedJson.Alone.Recognises(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    private static string List(Func<string, int, string> entry) => $"[{string.Join(",", s_words.Select((w, i) => entry(w, i + 1)))}]";
}
