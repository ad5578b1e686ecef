using System.Text;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;
using Redaction.Audio;
using Redaction.NAudio;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Bridges.Tests;

public class NAudioTests
{
    private const string Transcript = """
        { "text": " Mail jane.doe@example.com now", "segments": [ {
          "id": 0, "start": 0.0, "end": 2.0, "text": " Mail jane.doe@example.com now", "words": [
          { "word": " Mail", "start": 0.1, "end": 0.4, "probability": 1 },
          { "word": " jane.doe@example.com", "start": 0.8, "end": 1.2, "probability": 1 },
          { "word": " now", "start": 1.6, "end": 1.9, "probability": 1 } ] } ], "language": "en" }
        """;

    public static TheoryData<int, int, int> Formats => new() { { 8000, 16, 1 }, { 16000, 24, 2 }, { 44100, 32, 1 } };

    [Theory, MemberData(nameof(Formats))]
    public void WaveStream_LosesTheValue_AndNothingElse(int rate, int bits, int channels)
    {
        var format = new WaveFormat(rate, bits, channels);
        var data = Noise(2 * format.AverageBytesPerSecond);
        using var audio = new RawSourceWaveStream(new MemoryStream(data), format);
        using var transcriptOut = new MemoryStream();

        using var redacted = Engines.Patterns.Calls.Redact(
            audio, Json(), TranscriptFormats.WhisperJson, transcriptOut, out var summary);

        var after = new byte[redacted.Length];
        redacted.ReadExactly(after);
        Assert.Equal((format.SampleRate, format.BitsPerSample, format.Channels),
            (redacted.WaveFormat.SampleRate, redacted.WaveFormat.BitsPerSample, redacted.WaveFormat.Channels));
        Assert.Equal(data.Length, after.Length);
        Assert.InRange(summary.MaskedSeconds, 0.4, 1.0);
        Assert.DoesNotContain("jane", Encoding.UTF8.GetString(transcriptOut.ToArray()), StringComparison.Ordinal);
        AssertMasked(data, after, format, 0.82, 1.18);
        AssertSame(data, after, format, 0, 0.4);
        AssertSame(data, after, format, 1.6, 2);
    }

    [Fact]
    public void SampleProvider_LosesTheValue()
    {
        var source = new SignalGenerator(16000, 1) { Type = SignalGeneratorType.Pink, Gain = 0.3 }.Take(TimeSpan.FromSeconds(2));

        using var redacted = Engines.Patterns.Calls.Redact(source, Json(), TranscriptFormats.WhisperJson, Stream.Null, out _);
        var samples = new float[32000];
        var read = redacted.ToSampleProvider().Read(samples);

        Assert.Equal(32000, read);
        Assert.Equal(WaveFormatEncoding.IeeeFloat, redacted.WaveFormat.Encoding);
        Assert.True(samples.AsSpan(100, 6000).ContainsAnyExcept(0f));
    }

    [Fact]
    public void RecordingOfTheSamples_IsReadTheSameWay_AsFromItsFile()
    {
        var wav = Repository.PathOf("samples", "calls", "support-call.wav");
        var transcript = File.ReadAllBytes(Repository.PathOf("samples", "calls", "support-call.json"));
        using var expected = new MemoryStream();
        using (var file = File.OpenRead(wav))
            Engines.Patterns.Calls.Redact(file, new MemoryStream(transcript), TranscriptFormats.WhisperJson, expected, Stream.Null);

        using var reader = new WaveFileReader(wav);
        using var redacted = Engines.Patterns.Calls.Redact(
            reader, new MemoryStream(transcript), TranscriptFormats.WhisperJson, Stream.Null, out _);
        var data = new byte[redacted.Length];
        redacted.ReadExactly(data);

        expected.Position = 0;
        using var again = new WaveFileReader(expected);
        var wanted = new byte[again.Length];
        again.ReadExactly(wanted);
        Assert.Equal(wanted, data);
    }

    [Fact]
    public void Failure_LeavesNoFile()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "redacted-*.wav").Length;
        using var audio = new RawSourceWaveStream(new MemoryStream(new byte[16000]), new WaveFormat(8000, 16, 1));

        Assert.Throws<RedactionException>(() => Engines.Patterns.Calls.Redact(
            audio, new MemoryStream("{"u8.ToArray()), TranscriptFormats.WhisperJson, Stream.Null, out _));

        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "redacted-*.wav").Length);
    }

    private static MemoryStream Json() => new(Encoding.UTF8.GetBytes(Transcript));

    private static byte[] Noise(int length)
    {
        var data = new byte[length];
        new Random(5).NextBytes(data);
        return data;
    }

    private static Range Of(WaveFormat format, double from, double to) =>
        ((int)(from * format.SampleRate) * format.BlockAlign)..((int)(to * format.SampleRate) * format.BlockAlign);

    private static void AssertSame(byte[] before, byte[] after, WaveFormat format, double from, double to) =>
        Assert.True(before.AsSpan(Of(format, from, to)).SequenceEqual(after.AsSpan(Of(format, from, to))));

    private static void AssertMasked(byte[] before, byte[] after, WaveFormat format, double from, double to)
    {
        var was = before.AsSpan(Of(format, from, to));
        var now = after.AsSpan(Of(format, from, to));
        var same = 0;
        for (var i = 0; i + format.BlockAlign <= was.Length; i += format.BlockAlign)
            if (was.Slice(i, format.BlockAlign).SequenceEqual(now.Slice(i, format.BlockAlign))) same++;
        Assert.InRange(same, 0, was.Length / format.BlockAlign / 1000 + 1);
    }
}
