using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>A recogniser that is really there makes the transcript of speech that a machine speaks.</summary>
public sealed class PocketSphinxTests : IDisposable
{
    private const string Command = "pocketsphinx_continuous -infile {input} -time yes";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("pocketsphinx_continuous", "espeak-ng")]
    public void Run_Pocketsphinx_MasksAWordThatItHeard()
    {
        Directory.CreateDirectory(_folder.PathOf("in"));
        var wav = _folder.PathOf("in/call.wav");
        Program("espeak-ng", "-v", "en-us", "-s", "140", "-w", wav, "Hello, this is the library. Your book has come, and you can take it.");
        var (word, from, to) = Heard(Sixteen(wav));

        var policy = _folder.Write("deny.yaml", $"id: deny\nrules: [{{ operator: silence }}]\ndetectors: {{ deny: [\"{word}\"] }}\n");
        var run = CommandRun.Of("run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--policy", policy,
            "--transcriber", Command, "--detectors", "patterns");

        Assert.True(run.Status == 0, run.Error);
        Assert.Contains("\"transcriptFormat\":\"pocketsphinx\"", File.ReadAllText(_folder.PathOf("out/manifest.jsonl")),
            StringComparison.Ordinal);
        Assert.True(Level(wav, from, to) > 100);
        Assert.Equal(0, Level(_folder.PathOf("out/call.wav"), from + 0.02, to - 0.02));
    }

    /// <summary>The longest word that is heard, and when.</summary>
    private static (string Word, double From, double To) Heard(string wav) =>
        Program("pocketsphinx_continuous", "-infile", wav, "-time", "yes").Split('\n').Select(static l => l.Split(' '))
            .Where(static c => c.Length == 4 && c[0].All(char.IsAsciiLetter))
            .Select(static c => (c[0], Number(c[1]), Number(c[2]))).MaxBy(static w => w.Item1.Length);

    private string Sixteen(string wav)
    {
        using var input = File.OpenRead(wav);
        var header = Audio.WavReader.Read(input);
        var path = _folder.PathOf("sixteen.wav");
        using var output = File.Create(path);
        Audio.SpeechWav.Write(input, header, output, CancellationToken.None);
        return path;
    }

    private static double Level(string wav, double from, double to)
    {
        var bytes = File.ReadAllBytes(wav);
        var (at, rate) = (bytes.AsSpan().IndexOf("data"u8) + 8, BitConverter.ToInt32(bytes, 24));
        var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(at + (int)(from * rate) * 2, (int)((to - from) * rate) * 2));
        return samples.ToArray().Average(static s => Math.Abs((double)s));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Program(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
