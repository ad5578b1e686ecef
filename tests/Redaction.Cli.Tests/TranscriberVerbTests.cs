using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>Recordings without a transcript, of which a program of the user's makes one.</summary>
public sealed class TranscriberVerbTests : IDisposable
{
    private const string Canary = "clara.whitfield@example.org";
    private readonly TemporaryFolder _folder = new();
    private readonly string _words;

    public TranscriberVerbTests()
    {
        _folder.Write("alone/support-call.wav", File.ReadAllBytes(Repository.PathOf("samples", "calls", "support-call.wav")));
        _words = _folder.Write("made.json", File.ReadAllBytes(Repository.PathOf("samples", "calls", "support-call.json")));
    }

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("sh -c 'test -s \"$1\" && cat \"$2\"' sh {input} 'WORDS'")]
    [InlineData("sh -c 'test -s \"$1\" && cp \"$2\" \"$3\"' sh {recording} 'WORDS' {output}")]
    [InlineData("sh -c 'test -s \"$1\" && echo no > \"$3.txt\" && cp \"$2\" \"$3.json\"' sh {input} 'WORDS' {output}")]
    [InlineData("sh -c 'test -s \"$1\" && cp \"$2\" \"$3/any.json\"' sh {input} 'WORDS' {folder}")]
    public void Run_RecordingAlone_IsMaskedAsWithThatTranscript(string command)
    {
        Run(0, "run", Repository.PathOf("samples", "calls"), "--out", _folder.PathOf("with"), "--detectors", "patterns");
        Run(0, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--detectors", "patterns",
            "--transcriber", command.Replace("WORDS", _words, StringComparison.Ordinal));

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("with/support-call.wav")), File.ReadAllBytes(_folder.PathOf("out/support-call.wav")));
        var manifest = File.ReadAllText(_folder.PathOf("out/manifest.jsonl"));
        Assert.Matches("\"switches\":\\{[^}]*\"transcriber\":\"sh [0-9a-f]{16}\"", manifest);
        Assert.Contains("\"transcriptFormat\":\"whisper-json\"", manifest, StringComparison.Ordinal);
        Assert.Equal(["_SUCCESS", "audit.jsonl", "manifest.jsonl", "report.html", "support-call.wav"], _folder.Snapshot("out").Keys);
        Run(0, "verify", _folder.PathOf("out"));
    }

    [UnixTheory]
    [InlineData("false {input}", "program-failed")]
    [InlineData("sh -c 'echo CANARY >&2; exit 3' sh {input}", "program-failed")]
    [InlineData("sh -c 'echo CANARY >&2; sleep 60' sh {input}", "program-failed")]
    [InlineData("true {input} {output}", "program-failed")]
    [InlineData("no-such-recogniser {input}", "missing-dependency")]
    [InlineData("true {input}", "no-transcript")]
    [InlineData("sh -c 'echo \"{\\\"text\\\":\\\"\\\",\\\"segments\\\":[]}\"' sh {input}", "no-transcript")]
    [InlineData("echo CANARY {input}", "unsupported-format")]
    [InlineData("sh -c 'echo \"{\\\"text\\\":\\\"CANARY\\\"}\"' sh {input}", "unsupported-format")]
    public void Run_ProgramThatFails_ReleasesNothingAndTellsNothing(string command, string code)
    {
        var run = CommandRun.Of("run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--detectors", "patterns",
            "--transcriber", command.Replace("CANARY", Canary, StringComparison.Ordinal), "--transcriber-minutes", "0.03");

        Assert.Equal(3, run.Status);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        var left = _folder.Snapshot("out");
        Assert.DoesNotContain("support-call.wav", left.Keys);
        Assert.DoesNotContain(Canary, run.Error + run.Output + string.Concat(left.Values.Select(System.Text.Encoding.UTF8.GetString)),
            StringComparison.Ordinal);
    }

    [UnixFact]
    public void Run_NothingHeard_SilencesSpeechWhereThatIsAskedFor()
    {
        Run(0, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("silent"), "--without-transcript", "silence");
        Run(0, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("unheard"), "--without-transcript", "silence",
            "--transcriber", "true {input}");

        var silent = File.ReadAllBytes(_folder.PathOf("silent/support-call.wav"));
        Assert.Equal(silent, File.ReadAllBytes(_folder.PathOf("unheard/support-call.wav")));
        Assert.Contains("\"withoutTranscript\":\"silence\"", File.ReadAllText(_folder.PathOf("silent/manifest.jsonl")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoTranscriptAndNoChoice_TellsBothChoices()
    {
        var run = CommandRun.Of("run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--detectors", "patterns");

        Assert.Equal(3, run.Status);
        var refused = File.ReadAllText(Directory.GetFiles(_folder.PathOf("out/quarantine"))[0]);
        Assert.Contains("--transcriber", refused, StringComparison.Ordinal);
        Assert.Contains("--without-transcript silence", refused, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Run_PolicyNamesTheProgram_UsesItAndTheOptionGoesBefore()
    {
        var policy = _folder.Write("heard.yaml", $$"""
            id: heard
            extends: default
            calls:
              transcriber: "sh -c 'cat \"$2\"' sh {input} '{{_words}}'"
              transcriberMinutes: 5
            """);

        Run(0, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--policy", policy, "--detectors", "patterns");
        Run(3, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("other"), "--policy", policy, "--transcriber", "false {input}");

        Assert.True(File.Exists(_folder.PathOf("out/support-call.wav")));
        var shown = CommandRun.Of("policy", "show", policy, "--format", "json").Output;
        Assert.Contains("\"transcriberMinutes\": 5", shown, StringComparison.Ordinal);
        Assert.Contains("calls.transcriber", CommandRun.Of("policy", "diff", "default", policy).Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Run_Listener_TellsWhatItStillHears()
    {
        var heard = _folder.Write("heard.json", """
            {"text":"my number is four one five five five five zero one three two thank you very much","segments":[
             {"start":1,"end":4,"text":"my number is four one five five five five zero one three two"},
             {"start":5,"end":6,"text":"thank you very much"}]}
            """);
        string[] common = ["run", Repository.PathOf("samples", "calls"), "--detectors", "patterns"];
        Run(0, [.. common, "--out", _folder.PathOf("with")]);
        Run(0, [.. common, "--out", _folder.PathOf("out"), "--listener", $"sh -c 'test -s \"$1\" && cat \"$2\"' sh {{input}} {heard}"]);

        Assert.Equal(File.ReadAllBytes(_folder.PathOf("with/support-call.wav")), File.ReadAllBytes(_folder.PathOf("out/support-call.wav")));
        var manifest = File.ReadAllText(_folder.PathOf("out/manifest.jsonl"));
        Assert.Matches("\"heardAgain\":\\{\"listener\":\"sh [0-9a-f]{16}\",\"words\":[1-9]", manifest);
        Assert.Contains("\"values\":{\"phone\":1}", manifest, StringComparison.Ordinal);
        Assert.Matches("\"digits\":\\[\\{\"from\":[0-9.]+,\"to\":[0-9.]+,\"count\":10}]", manifest);
        Assert.Contains("still heard: 1 values, 10 digits", File.ReadAllText(_folder.PathOf("out/report.html")), StringComparison.Ordinal);
        Run(0, "verify", _folder.PathOf("out"));
    }

    [UnixFact]
    public void Run_ListenerThatFails_ReleasesNothing()
    {
        Run(3, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--without-transcript", "silence",
            "--listener", "false {input}");

        Assert.DoesNotContain("support-call.wav", _folder.Snapshot("out").Keys);
    }

    [Fact]
    public void Run_ListenerThatIsTheTranscriber_IsRefused() => Run(4, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"),
        "--transcriber", "whisper-cli {input}", "--listener", "whisper-cli {input}");

    [Theory]
    [InlineData("whisper-cli -f {audio}", "{input}")]
    [InlineData("whisper-cli", "{input}")]
    [InlineData("", "empty")]
    [InlineData("whisper-cli '{input}", "quote")]
    public void Run_CommandThatCannotBe_IsAUsageError(string command, string said)
    {
        var run = CommandRun.Of("run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--transcriber", command);

        Assert.Equal(2, run.Status);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("out")));
        var policy = _folder.Write("bad.yaml", $"id: bad\nextends: default\ncalls: {{ transcriber: \"{command}\" }}\n");
        Run(4, "policy", "check", policy);
    }

    [Fact]
    public void Run_MinutesWithoutAProgram_IsAUsageError() =>
        Run(2, "run", _folder.PathOf("alone"), "--out", _folder.PathOf("out"), "--transcriber-minutes", "5");

    private static void Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
    }
}
