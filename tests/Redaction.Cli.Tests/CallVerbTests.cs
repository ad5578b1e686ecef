using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>What a policy says of recordings, from the command to the samples.</summary>
public sealed class CallVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CallVerbTests()
    {
        foreach (var name in (string[])["support-call.wav", "support-call.json"])
            _folder.Write("in/" + name, File.ReadAllBytes(Repository.PathOf("samples", "calls", name)));
        _folder.Write("voices.yaml", "id: voices\nextends: default\ncalls: { voice: disguise }\n");
        Run(0, "keys", "create", _folder.PathOf("a.key"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_PolicyThatDisguisesVoices_ChangesThemByKeyAndProject()
    {
        var (plain, first, again, other) = (Redact("plain", null, "acme"), Redact("first", "voices.yaml", "acme"),
            Redact("again", "voices.yaml", "acme"), Redact("other", "voices.yaml", "beta"));

        Assert.Equal(plain.Length, first.Length);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.NotEqual(plain, first);
        var speech = Level(plain, 6.5, 9.5);
        Assert.InRange(Level(first, 6.5, 9.5) / speech, 0.25, 4); // somebody speaks, as loud as before
        Assert.Equal(Samples(plain, 20, 22.5), Samples(first, 20, 22.5)); // the tone over the card number stays as it was painted
        Assert.Contains("\"voices\":\"disguised\"", File.ReadAllText(_folder.PathOf("first/manifest.jsonl")), StringComparison.Ordinal);
        Assert.DoesNotContain("\"voices\"", File.ReadAllText(_folder.PathOf("plain/manifest.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DisguiseWithoutAKey_IsRefused()
    {
        Run(4, "run", _folder.PathOf("in"), "--out", _folder.PathOf("none"), "--policy", _folder.PathOf("voices.yaml"), "--detectors",
            "patterns");

        Assert.False(Directory.Exists(_folder.PathOf("none")));
    }

    private byte[] Redact(string output, string? policy, string project)
    {
        string[] more = policy is null ? [] : ["--policy", _folder.PathOf(policy)];
        Run(0, ["run", _folder.PathOf("in"), "--out", _folder.PathOf(output), "--keys", _folder.PathOf("a.key"), "--project", project,
            "--detectors", "patterns", .. more]);
        return File.ReadAllBytes(_folder.PathOf(output + "/support-call.wav"));
    }

    /// <summary>The 16-bit samples of a stretch, channels interleaved.</summary>
    private static short[] Samples(byte[] wav, double from, double to)
    {
        var (at, frame, rate) = (wav.AsSpan().IndexOf("data"u8) + 8, BitConverter.ToInt16(wav, 32), BitConverter.ToInt32(wav, 24));
        return System.Runtime.InteropServices.MemoryMarshal
            .Cast<byte, short>(wav.AsSpan(at + (int)(from * rate) * frame, (int)((to - from) * rate) * frame)).ToArray();
    }

    private static double Level(byte[] wav, double from, double to) => Samples(wav, from, to).Average(static s => Math.Abs((double)s));

    private static void Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
    }
}
