using System.Buffers.Binary;
using Xunit;

namespace Redaction.Audio.Tests;

public class WavTests
{
    private const string Transcript = """
        {"text":" Call +1 415 555 0132 now","segments":[{"start":0,"end":3,"text":" Call +1 415 555 0132 now","words":[
        {"word":" Call","start":0.1,"end":0.5},{"word":" +1","start":1.0,"end":1.2},{"word":" 415","start":1.2,"end":1.5},
        {"word":" 555","start":1.5,"end":1.7},{"word":" 0132","start":1.7,"end":2.0},{"word":" now","start":2.5,"end":2.9}]}]}
        """;

    private const string Clean = """{"text":" Hello there","segments":[{"start":0,"end":1,"text":" Hello there"}]}""";

    public static TheoryData<string, string, int, bool, bool> Cases()
    {
        var cases = new TheoryData<string, string, int, bool, bool>();
        foreach (var codec in WavFile.Codecs)
            foreach (var @operator in new[] { "silence", "tone", "noise", "label" })
            {
                cases.Add(codec.Name, @operator, 1, false, false);
                cases.Add(codec.Name, @operator, 2, true, false);
                cases.Add(codec.Name, @operator, 3, false, true);
            }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Redact_AnyCodecAndOperator_OverwritesTheSpanAndNothingElse(
        string codec, string @operator, int channels, bool extensible, bool rf64)
    {
        const int Rate = 8000;
        var data = WavFile.Noise(codec, channels, Rate, 3);
        var file = WavFile.Create(codec, channels, Rate, data, extensible, rf64);

        var output = Calls.Redact(file, Transcript, new WhisperJson(), Calls.Redactor(@operator)).Wav;

        var frame = data.Length / (Rate * 3);
        var (from, to) = ((int)(0.75 * Rate) * frame, (int)(2.25 * Rate) * frame);
        var painted = WavFile.Data(output);
        Assert.Equal(file.Length, output.Length);
        Assert.Equal(file[..(file.Length - data.Length - data.Length % 2)], output[..(output.Length - data.Length - data.Length % 2)]);
        Assert.Equal(data[..from], painted[..from]);
        Assert.Equal(data[to..], painted[to..data.Length]);
        var same = Enumerable.Range(from / frame, (to - from) / frame)
            .Count(i => data.AsSpan(i * frame, frame).SequenceEqual(painted.AsSpan(i * frame, frame)));
        Assert.True(same < (to - from) / frame / 20, $"{same} frames kept their value");
    }

    [Theory]
    [InlineData("pcm8")]
    [InlineData("pcm16")]
    [InlineData("pcm24")]
    [InlineData("pcm32")]
    [InlineData("float32")]
    [InlineData("float64")]
    [InlineData("alaw")]
    [InlineData("mulaw")]
    public void Redact_WithoutFindings_GivesTheSameBytes(string codec)
    {
        var file = WavFile.Create(codec, 2, 16000, WavFile.Noise(codec, 2, 16000, 1));

        var (wav, transcript, summary, _) = Calls.Redact(file, Clean, new WhisperJson());

        Assert.Equal(file, wav);
        Assert.Equal(Clean, transcript);
        Assert.Equal((1, 0), (summary.Seconds, summary.MaskedSeconds));
        Assert.Null(summary.Proof.OverMasking);
    }

    [Fact]
    public void Redact_FileWithMetadata_DropsIt()
    {
        var data = WavFile.Noise("float32", 1, 8000, 1);

        var output = Calls.Redact(WavFile.Create("float32", 1, 8000, data, metadata: true), Clean, new WhisperJson()).Wav;

        Assert.Equal(WavFile.Create("float32", 1, 8000, data), output);
    }

    [Fact]
    public void Redact_Silence_WritesTheCodecsZero()
    {
        foreach (var (codec, zero) in new (string, byte)[] { ("pcm8", 128), ("pcm16", 0), ("alaw", 0xD5), ("mulaw", 0xFF) })
        {
            var file = WavFile.Create(codec, 1, 8000, WavFile.Noise(codec, 1, 8000, 3));

            var painted = WavFile.Data(Calls.Redact(file, Transcript, new WhisperJson(), Calls.Redactor("silence")).Wav);

            Assert.Equal(zero, painted[(int)(1.5 * 8000) * (codec == "pcm16" ? 2 : 1)]);
        }
    }

    [Theory]
    [InlineData(0, ErrorCodes.Truncated)]
    [InlineData(30, ErrorCodes.Truncated)]
    [InlineData(4000, ErrorCodes.Truncated)]
    public void Redact_ShortenedFile_SaysSo(int length, string code)
    {
        var file = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 1))[..length];

        Assert.Equal(code, Assert.Throws<RedactionException>(() => Calls.Redact(file, Clean, new WhisperJson())).Code);
    }

    [Theory]
    [InlineData(0, 'O', ErrorCodes.UnsupportedFormat)] // another container
    [InlineData(34, 48, ErrorCodes.UnsupportedFormat)] // 48 bits
    [InlineData(32, 3, ErrorCodes.Malformed)] // a frame of three bytes for one sample of two
    [InlineData(22, 0, ErrorCodes.Malformed)] // no channel
    public void Redact_BrokenHeader_SaysSo(int offset, int value, string code)
    {
        var file = WavFile.Create("pcm16", 1, 8000, new byte[512]);
        file[offset] = (byte)value;

        Assert.Equal(code, Assert.Throws<RedactionException>(() => Calls.Redact(file, Clean, new WhisperJson())).Code);
    }

    [Theory]
    [InlineData(uint.MaxValue)] // ffmpeg
    [InlineData(0u)] // programs that meant to come back
    [InlineData(0x7FFFF000u)] // sox
    [InlineData(0x80000000u)]
    public void Redact_FromAPipe_ReadsToTheEnd(uint size)
    {
        var data = WavFile.Noise("pcm16", 1, 8000, 4);
        var file = WavFile.Create("pcm16", 1, 8000, data);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), size);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), size);

        var (output, _, summary, _) = Calls.Redact(file, Transcript, new WhisperJson());

        Assert.Equal(4, summary.Seconds);
        Assert.Equal((uint)data.Length, BinaryPrimitives.ReadUInt32LittleEndian(output.AsSpan(40)));
        Assert.Equal(data.Length, WavFile.Data(output).Length);
    }

    [Fact]
    public void Redact_HalfAFrameAtTheEnd_IsLeftOut()
    {
        var file = WavFile.Create("pcm16", 1, 8000, new byte[512]);
        file[40] = 255;
        file[41] = 1;

        Assert.Equal(510, WavFile.Data(Calls.Redact(file, Clean, new WhisperJson()).Wav).Length);
    }

    [Fact]
    public void Redact_ChunkWithoutItsPadding_IsPassedOver()
    {
        var file = WavFile.Create("pcm16", 1, 8000, new byte[512]);
        byte[] odd = [.. "LIST"u8, 5, 0, 0, 0, 1, 2, 3, 4, 5];

        var output = Calls.Redact([.. file[..12], .. odd, .. file[12..]], Clean, new WhisperJson()).Wav;

        Assert.Equal(file, output);
    }

    [Fact]
    public void Redact_TwelveBitsInSixteen_AreReadAsSixteen()
    {
        var file = WavFile.Create("pcm16", 1, 8000, new byte[512]);
        file[34] = 12;

        Assert.Equal(file, Calls.Redact(file, Clean, new WhisperJson()).Wav);
    }

    [Fact]
    public void Redact_TranscriptPastTheEnd_Fails()
    {
        var file = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 0.5));

        Assert.Equal(ErrorCodes.NoTime, Assert.Throws<RedactionException>(() => Calls.Redact(file, Transcript, new WhisperJson())).Code);
    }

    [Fact]
    public void Redact_Summary_CountsWhatIsMasked()
    {
        var file = WavFile.Create("pcm16", 1, 8000, WavFile.Noise("pcm16", 1, 8000, 3));

        var (_, _, summary, plans) = Calls.Redact(file, Transcript, new WhisperJson(), Calls.Redactor("silence"));

        Assert.Equal((3, 1.5), (summary.Seconds, summary.MaskedSeconds));
        Assert.Equal(1.5, Assert.Single(summary.Proof.SecondsByEntity).Value);
        Assert.Equal((1, 1.5, 0), (summary.Proof.SpokenSeconds, summary.Proof.OverMasking, summary.Proof.Unlocated));
        Assert.Equal(AudioSpan.FromBounds(7_500_000, 22_500_000), Assert.Single(Assert.Single(plans.Audio).Items).Finding.Region);
    }
}
