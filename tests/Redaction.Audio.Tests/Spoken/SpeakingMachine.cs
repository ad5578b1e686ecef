using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics;
using Redaction.Evaluation;
using Redaction.TestKit;

namespace Redaction.Audio.Tests;

/// <summary>Speaks invented calls with espeak-ng, word by word, so that the time of every word is known to the sample;
/// each speaker has a voice and a channel.</summary>
internal sealed class SpeakingMachine : IDisposable
{
    public const int Rate = 22050; // what espeak-ng speaks at
    private const int Gap = Rate / 20;
    private static readonly string[] s_voices = ["en-us", "en-gb"];
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(string, string), byte[]> _words = [];

    public void Dispose() => _folder.Dispose();

    /// <summary>The call with the times at which its words are said, and a stereo recording of 16-bit samples.</summary>
    public (LabelledCall Call, byte[] Wav) Speak(LabelledCall call)
    {
        string[] speakers = [.. call.Words.Select(static w => w.Speaker).Distinct()];
        var words = ImmutableArray.CreateBuilder<LabelledWord>();
        var frames = new List<byte>(new byte[Rate * 4]);
        foreach (var word in call.Words)
        {
            var channel = Array.IndexOf(speakers, word.Speaker) % s_voices.Length;
            var start = frames.Count / 4;
            foreach (var sample in Say(word.Text, s_voices[channel]).Chunk(2))
                frames.AddRange(channel == 0 ? [.. sample, 0, 0] : [0, 0, .. sample]);
            words.Add(word with { Start = (double)start / Rate, End = (double)(frames.Count / 4) / Rate });
            frames.AddRange(new byte[Gap * 4]);
        }
        frames.AddRange(new byte[Rate * 4]);
        return (call with { Words = words.ToImmutable() }, WavFile.Create("pcm16", 2, Rate, [.. frames]));
    }

    /// <summary>The samples of a word, without the silence around it.</summary>
    private byte[] Say(string text, string voice)
    {
        if (_words.TryGetValue((text, voice), out var known)) return known;
        var file = _folder.PathOf("word.wav");
        var start = new ProcessStartInfo("espeak-ng", ["-v", voice, "-w", file, "--", text]);
        using (var process = Process.Start(start)!) process.WaitForExit();
        var data = WavFile.Data(File.ReadAllBytes(file));
        var (first, end) = (0, data.Length / 2);
        while (first < end && Quiet(first)) first++;
        while (end > first && Quiet(end - 1)) end--;
        return _words[(text, voice)] = data[(2 * first)..(2 * end)];

        bool Quiet(int at) => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(data.AsSpan(2 * at))) < 64;
    }
}
