using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>With the ffmpeg that is installed; without one these tests say that they did not run.</summary>
public class CompressedTests
{
    private const string Transcript =
        """{"segments":[{"start":0,"end":3,"words":[{"word":"call","start":0.1,"end":0.5},{"word":"+1 415 555 0132","start":1,"end":2},{"word":"now","start":2.5,"end":2.9}]}]}""";
    private const string Clean = """{"segments":[{"start":0,"end":3,"text":"hello there"}]}""";

    /// <summary>Noise in each format, coded once.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> s_coded = new();

    /// <summary>All but AMR, which few builds of ffmpeg write.</summary>
    internal static IEnumerable<CompressedAudio> Written => CompressedAudio.All.Where(static f => f.Demuxer != "amr");

    public static TheoryData<string> Extensions => [.. Written.Select(static f => f.Extension)];

    /// <summary>One extension for each way of reading and writing: several stand for the same.</summary>
    public static TheoryData<string> Ways => [.. Written.DistinctBy(static f => (f.Demuxer, f.Muxer)).Select(static f => f.Extension)];

    [FfmpegTheory]
    [MemberData(nameof(Extensions))]
    public void Redact_Compressed_MasksTheSpanAndDropsTheTags(string extension)
    {
        var format = Formats.Compressed(extension);
        var input = Coded(extension, "-metadata", "artist=Jane Doe", "-metadata", "title=canary-7f3q-plover");

        var (output, transcript) = Redact(input, format, Transcript);
        var (again, _) = Redact(input, format, Transcript);

        Assert.Equal(output, again);
        Assert.Contains("[phone]", transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane Doe", Encoding.Latin1.GetString(output), StringComparison.Ordinal);
        Assert.DoesNotContain("plover", Encoding.Latin1.GetString(output), StringComparison.Ordinal);
        var samples = Samples(Decoded(output, extension));
        Assert.InRange(samples.Length, 3 * 16000 - 1700, 3 * 16000 + 2304); // an encoder of raw AAC leads in with a frame
        var quiet = extension == ".gsm" ? 3000 : 40; // GSM hums on for a third of a second after a sound that ends at once
        Assert.InRange(samples[(int)(0.9 * 16000)..(int)(2.1 * 16000)].Max(s => Math.Abs((int)s)), 0, quiet);
        Assert.True(samples[..(int)(0.7 * 16000)].Max(s => Math.Abs((int)s)) > 3000);
        Assert.True(samples[(int)(2.4 * 16000)..(int)(2.9 * 16000)].Max(s => Math.Abs((int)s)) > 3000);
    }

    [FfmpegTheory]
    [MemberData(nameof(Ways))]
    public void Redact_NothingFound_KeepsTheSoundAndDropsTheTags(string extension)
    {
        var input = Coded(extension, "-metadata", "artist=Jane Doe");

        var (output, transcript) = Redact(input, Formats.Compressed(extension), Clean);

        Assert.Equal(Clean, transcript);
        Assert.DoesNotContain("Jane Doe", Encoding.Latin1.GetString(output), StringComparison.Ordinal);
        Assert.True(Decoded(input, extension).AsSpan().SequenceEqual(Decoded(output, extension)), "the sound is another");
    }

    [FfmpegTheory]
    [InlineData("adpcm_ms", 0)]
    [InlineData("adpcm_ima_wav", 0)]
    [InlineData("adpcm_ima_wav", uint.MaxValue)] // from a pipe
    public void Redact_WavWithACodec_ComesOutWithPlainSamples(string codec, uint size)
    {
        var plain = WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 3));
        var input = Run("in.wav", plain, "out.wav", ["-c:a", codec]);
        var data = input.AsSpan().IndexOf("data"u8);
        if (size > 0) System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(input.AsSpan(data + 4), size);
        using var output = new MemoryStream();
        using var words = new MemoryStream();

        var summary = Calls.Redactor().Redact(
            new MemoryStream(input), new MemoryStream(Encoding.UTF8.GetBytes(Transcript)), new WhisperJson(), output, words);

        Assert.InRange(summary.Seconds, 2.9, 3.2);
        var samples = Samples(WavFile.Data(output.ToArray()));
        Assert.InRange(samples[(int)(0.9 * 16000)..(int)(2.1 * 16000)].Max(s => Math.Abs((int)s)), 0, 40);
        Assert.True(samples[..(int)(0.7 * 16000)].Max(s => Math.Abs((int)s)) > 3000);
    }

    [FfmpegTheory]
    [InlineData("s16")]
    [InlineData("s32")]
    public void Redact_Flac_IsExactOutsideTheSpan(string depth)
    {
        var input = Coded(".flac", "-sample_fmt", depth, "-bits_per_raw_sample", "24");

        var (output, _) = Redact(input, Formats.Compressed(".flac"), Transcript);

        var (before, after) = (Decoded(input, ".flac", "pcm_s24le"), Decoded(output, ".flac", "pcm_s24le"));
        Assert.Equal(before.Length, after.Length);
        Assert.True(before.AsSpan(0, (int)(0.65 * 16000 * 3)).SequenceEqual(after.AsSpan(0, (int)(0.65 * 16000 * 3))));
        Assert.True(before.AsSpan((int)(2.4 * 16000 * 3)).SequenceEqual(after.AsSpan((int)(2.4 * 16000 * 3))));
    }

    [FfmpegTheory]
    [MemberData(nameof(Ways))]
    public void Redact_NoRecording_IsRefused(string extension)
    {
        var failure = Assert.Throws<RedactionException>(
            () => Redact("#EXTM3U\nfile:///etc/hostname\n"u8.ToArray(), Formats.Compressed(extension), Clean));

        Assert.Contains(failure.Code, new[] { ErrorCodes.Malformed, ErrorCodes.Truncated });
    }

    [FfmpegFact]
    public void Redact_Amr_IsReadAndSaysWhatIsMissingToWriteIt()
    {
        byte[] frame = [0x3C, .. Enumerable.Range(0, 31).Select(static i => (byte)(i * 37))];
        byte[] input = [.. "#!AMR\n"u8, .. Enumerable.Repeat(frame, 150).SelectMany(static f => f)]; // three seconds

        var (output, _) = Redact(input, Formats.Compressed(".amr"), Clean);
        Assert.Equal(input, output);

        try
        {
            var (masked, _) = Redact(input, Formats.Compressed(".amr"), Transcript);
            Assert.StartsWith("#!AMR\n", Encoding.Latin1.GetString(masked), StringComparison.Ordinal);
        }
        catch (RedactionException failure)
        {
            Assert.Equal(ErrorCodes.MissingDependency, failure.Code);
            Assert.Contains("libopencore_amrnb", failure.Advice!, StringComparison.Ordinal);
        }
    }

    [FfmpegTheory]
    [InlineData(".webm", true)]
    [InlineData(".mkv", true)]
    [InlineData(".mp4", false)] // the tracks are told at the end
    public void Recognises_OnlySound_WhereTheTracksStandInTheBeginning(string extension, bool isTold)
    {
        var format = Formats.Compressed(extension);
        var sound = Coded(extension);
        var first = Coded(extension, "-movflags", "faststart");
        var film = Run("in.wav", WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 1)), "out" + extension,
            ["-f", "lavfi", "-i", "color=size=32x32:rate=5:duration=1", .. format.Encoder, "-f", format.Muxer, "-movflags", "faststart"]);

        Assert.Equal(isTold, format.Recognises(sound.AsSpan(0, sound.Length / 2), "call"));
        Assert.True(format.Recognises(first.AsSpan(0, first.Length / 2), "call"));
        Assert.False(format.Recognises(film, "call"));
        for (var cut = 0; cut < 200; cut++) format.Recognises(sound.AsSpan(0, cut), "call"); // nothing is read beyond
        Assert.False(format.Recognises(sound.AsSpan(0, 20), "call"));
    }

    private static (byte[] Audio, string Transcript) Redact(byte[] input, CompressedAudio format, string transcript)
    {
        using var audio = new MemoryStream();
        using var words = new MemoryStream();
        Calls.Redactor("silence").Redact(
            new MemoryStream(input), format, new MemoryStream(Encoding.UTF8.GetBytes(transcript)), new WhisperJson(), audio, words,
            RedactionContext.Default, new Plans(), default);
        return (audio.ToArray(), Calls.RedactText(transcript, new WhisperJson()));
    }

    internal static byte[] Coded(string extension, params string[] arguments) =>
        s_coded.GetOrAdd(string.Join(' ', [extension, .. arguments]), _ => new(() => Encoded(extension, arguments))).Value;

    private static byte[] Encoded(string extension, string[] arguments) =>
        Run("in.wav", WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 3)), "out" + extension,
            [.. Formats.Compressed(extension).Encoder, "-f", Formats.Compressed(extension).Muxer, .. arguments]);

    private static byte[] Decoded(byte[] coded, string extension, string codec = "pcm_s16le") =>
        Run("in" + extension, coded, "out.raw", ["-c:a", codec, "-ar", "16000", "-f", codec == "pcm_s16le" ? "s16le" : "s24le"]);

    private static short[] Samples(byte[] raw) => MemoryMarshal.Cast<byte, short>(raw).ToArray();

    private static byte[] Run(string inputName, byte[] input, string outputName, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, inputName), Path.Combine(folder.FullName, outputName));
            File.WriteAllBytes(from, input);
            using var process = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-i", from, .. arguments, to]);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return File.ReadAllBytes(to);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
