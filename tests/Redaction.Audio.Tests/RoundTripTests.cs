using System.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>A transcript in which nothing is found is written back byte for byte: every format,
/// in every dress that it can come in.</summary>
public class RoundTripTests
{
    private const string Cues =
        "1\n00:00:00,000 --> 00:00:01,500\nANA: call +1 415 555 0132\n- now \n\n\n2\n00:00:02,000 --> 00:00:03,000 "
        + "X1:40\n<i>caf\u00E9</i> {\\an8} 12 > 11\n";

    /// <summary>One transcript of each format that is no service's JSON: with fields that the format does not know, odd spacing,
    /// escapes and signs beyond ASCII.</summary>
    private static readonly (string Id, string Extension, string Text)[] s_others =
    [
        ("whisper-json", ".json",
            "{ \"text\" :\" call\\u0020caf\\u00e9 \\/ \\ud83d\\ude42\",\"segments\": [{\"id\":0,\"start\":0.0,\"end\":1.50,\"text\":\" "
            + "call caf\u00E9\",\"tokens\":[1,2 , 3],\"x\":{\"y\":[1e3,-0.0,null,true]}, \"words\":[{\"word\":\" "
                + "call\",\"start\":0.10,\"end\":5E-1,\"probability\":1},{\"word\":\" caf\\u00e9\",\"start\":1}]}],\"language\":\"en\"}"),
        ("whisperx-json", ".json",
            "{\"segments\":[{\"start\":0.2,\"end\":1.9,\"text\":\" call "
            + "555-0100\",\"speaker\":\"SPEAKER_00\",\"chars\":[{\"char\":\"c\",\"start\":0.2},{\"char\":\" "
                + "\"}],\"words\":[{\"word\":\"call\",\"start\":0.2,\"end\":0.5,\"score\":0.9},{\"word\":\"555-0100\"}]}],\"word_segments\":[{\"word\":\"call\"}],\"language\":\"en\"}\n"),
        ("whisper-cpp-json", ".json",
            "{\"result\":{\"language\":\"en\"},\"transcription\":[{\"timestamps\":{\"from\":\"00:00:00,000\",\"to\":\"00:00:01,000\"},\"offsets\":{\"from\":0,\"to\":1000},\"text\":\" hi Ana\",\"tokens\":[{\"text\":\"[_BEG_]\",\"id\":50364},{\"text\":\" hi\",\"offsets\":{\"from\":0,\"to\":300},\"id\":7,\"p\":0.9}]}]}"),
        ("srt", ".srt", Cues),
        ("vtt", ".vtt",
            "WEBVTT - made up\nKind: captions\n\nNOTE call +1 415 555 0132\nmore\n\nSTYLE\n::cue { color: red }\n\nc1\n00:00.000 --> "
            + "00:01.100 align:start\n<v.loud Ana Roe>call &amp; <00:00:00.500><c>ask</c> &lt;now&gt;</v>\n\n"),
        ("ctm", ".ctm", ";; made up\ncall A 0.00 0.40 call 0.9\ncall A 0.50 0.20 +1\ncall\tA  0.70 0.30 caf\u00E9 \n"),
        ("stm", ".stm", ";; made up\ncall 1 Jane_Doe 0.0 2.5 <o,f0,female>  call +1 415 555 0132\tnow \n"),
        ("rttm", ".rttm", "SPEAKER call 1 0.00 2.50 <NA> <NA> jane.doe@example.org <NA> <NA>\n\n"),
        ("textgrid", ".textgrid", TierTests.Long), ("textgrid", ".textgrid", TierTests.Short), ("eaf", ".eaf", TierTests.EafFile),
        ("ttml", ".ttml", TierTests.TtmlFile), ("chat", ".cha", ChatTests.File),
        ("timed-table", ".csv", "id,start,end,word\n1,0.5,0.8,caf\u00E9\n\n2,0.9,1.2,\"a \"\"b\"\"\"\n3,1.3,2,x\n"),
        ("timed-table", ".tsv", "start\tend\ttext\n0\t1500\t call +1 415 555 0132\n2000\t3000\tnow, please\n"),
        ("timed-json-lines", ".jsonl",
            "{\"word\":\"call\",\"start\":0.5,\"end\":0.8}\n{\"start\":0.9, \"word\":\"caf\\u00e9\",\"end\":1.2,\"x\":[\"\",null]}\n\n"
            + "{\"word\":\"\u00E9\",\"start\":1.3,\"end\":1.6}\n"),
        ("trs", ".trs", PlatformTests.TrsFile),
        ("openai-realtime-jsonl", ".jsonl", PlatformTests.RealtimeFile), ("pocketsphinx", ".hyp", ColumnTests.HeardFile),
    ];

    /// <summary>Formats whose samples name a speaker, which is found without any detector:
    /// here the policy lets everything through.</summary>
    private static readonly string[] s_named = ["vtt", "stm", "rttm", "textgrid", "eaf", "ttml", "chat", "trs"];

    public static TheoryData<string, string, string> Files()
    {
        var files = new TheoryData<string, string, string>();
        foreach (var (id, text) in ServiceTests.s_samples) files.Add(id, ".json", text);
        foreach (var (id, extension, text) in s_others) files.Add(id, extension, text);
        return files;
    }

    [Fact]
    public void Files_AreOfEveryFormat() =>
        Assert.Equal(TranscriptFormats.All.Select(static f => f.Id).Order(),
            ServiceTests.s_samples.Keys.Concat(s_others.Select(static o => o.Id)).Distinct().Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void Redact_NoFindings_GivesTheSameBytes(string id, string extension, string text)
    {
        foreach (var dress in new[] { text, text.ReplaceLineEndings("\n"), text.ReplaceLineEndings("\r\n"), "\uFEFF" + text,
            text.TrimEnd() })
        {
            var bytes = Encoding.UTF8.GetBytes(dress);
            var format = Assert.IsAssignableFrom<ITranscriptFormat>(Formats.Detect(extension, bytes));
            Assert.Equal(id, format.Id);

            Assert.Equal(bytes, Redact(bytes, format, Calls.Redactor("keep")));
            if (!s_named.Contains(id)) Assert.Equal(bytes, Redact(bytes, format, Calls.Redactor("label", [])));
        }
    }

    [Theory]
    [InlineData("srt", false)]
    [InlineData("srt", true)]
    [InlineData("textgrid", false)]
    [InlineData("textgrid", true)]
    public void Redact_NoFindingsInUtf16_GivesTheSameBytes(string id, bool isBigEndian)
    {
        var bytes = new UnicodeEncoding(isBigEndian, byteOrderMark: true).GetPreamble()
            .Concat(new UnicodeEncoding(isBigEndian, false).GetBytes(id == "srt" ? Cues : TierTests.Long)).ToArray();

        Assert.Equal(bytes, Redact(bytes, TranscriptFormats.All.Single(f => f.Id == id), Calls.Redactor("keep")));
    }

    [Fact]
    public void RedactKaldi_NoFindings_GivesTheSameBytes()
    {
        KaldiFile[] files = [
            .. KaldiTests.s_files.Select(
                static f => new KaldiFile(f.Name, Encoding.UTF8.GetBytes(f.Text.Replace("\n", "\r\n", StringComparison.Ordinal))))];

        var written = Calls.Redactor("keep").RedactKaldi(files, RedactionContext.Default, new Plans(), default);

        Assert.Equal(files.Select(static f => f.Content), written.Select(static f => f.Content));
    }

    private static byte[] Redact(byte[] transcript, ITranscriptFormat format, CallRedactor redactor)
    {
        using var output = new MemoryStream();
        redactor.RedactTranscript(new MemoryStream(transcript), format, output, RedactionContext.Default, new Plans(), default);
        return output.ToArray();
    }
}
