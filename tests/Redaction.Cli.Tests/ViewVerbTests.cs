using System.Text.Json;
using Redaction.Batch;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class ViewVerbTests : IDisposable
{
    private const string Address = "canary.person@example.com";
    private readonly TemporaryFolder _folder = new();

    private string In => _folder.PathOf("in");

    private string Out => _folder.PathOf("out");

    private string Keys => _folder.PathOf("project.key");

    private string Store => _folder.PathOf("store");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void View_OfTexts_ShowsEachRoleWhatItsViewsSay()
    {
        _folder.Write("in/a.txt", $"to {Address} from 10.1.2.3");
        _folder.Write("in/b.csv", $"name,mail\n\"x, y\",{Address}\n");
        _folder.Write("in/c.jsonl", $"{{\"mail\":\"{Address}\",\"n\":1}}\n");
        Seal();
        Assert.DoesNotContain(Address, string.Concat(_folder.Snapshot("out").Values.Select(System.Text.Encoding.UTF8.GetString)),
            StringComparison.Ordinal);
        var views = _folder.Write("views.yaml",
            "id: v\nviews:\n  - { role: reviewer, entity: email, view: raw }\n  - { role: annotator, entity: email, view: pseudonym }\n");

        View(0, "reviewer", views);
        View(0, "annotator", views);

        Assert.Equal($"to {Address} from [ip]", Read("reviewer/a.txt"));
        Assert.Equal($"name,mail\n\"x, y\",{Address}\n", Read("reviewer/b.csv"));
        Assert.Equal($"{{\"mail\":\"{Address}\",\"n\":1}}\n", Read("reviewer/c.jsonl"));
        Assert.Matches(@"^to \S+@\S+ from \[ip\]$", Read("annotator/a.txt"));
        Assert.DoesNotContain(Address, Read("annotator/a.txt"), StringComparison.Ordinal);
        Run(0, "audit", "verify", Path.Combine(Store, "audit.jsonl"), "--keys", Keys);
        Assert.Contains("\"role\":\"reviewer\"", Read("store/audit.jsonl"), StringComparison.Ordinal);
    }

    [Fact]
    public void View_WithClassKeys_OpensTheirTypesOnly()
    {
        _folder.Write("in/a.txt", $"to {Address} from 10.1.2.3");
        Seal();
        var views = _folder.Write("views.yaml", "id: v\nviews:\n  - view: raw\n");
        var (few, log) = (_folder.PathOf("few.keys"), _folder.PathOf("views.jsonl"));
        Run(0, "reveal", "keys", "--keys", Keys, "--store", Store, "--entities", "ip", "--who", "owner", "--out", few);

        Run(0, "reveal", "view", Out, "--role", "r", "--views", views, "--who", "ana", "--class-keys", few, "--log", log, "--store", Store,
            "--out", _folder.PathOf("mine"));

        Assert.Equal("to [email] from 10.1.2.3", Read("mine/a.txt"));
        Run(0, "audit", "verify", log);
        Run(4, "reveal", "view", Out, "--role", "r", "--views", _folder.Write("bad.yaml", "id: v\nviews:\n  - view: seen\n"), "--who",
            "ana", "--keys", Keys, "--store", Store, "--out", _folder.PathOf("none"));
    }

    [Fact]
    public void View_NameOfNothing_IsAUsageError()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        Seal();
        var views = _folder.Write("views.yaml", "id: v\nviews:\n  - { role: reviewer, purpose: audit, entity: email, view: raw }\n");
        string[] tail = ["--views", views, "--who", "ana", "--store", Store, "--out", _folder.PathOf("none")];

        var role = Run(2, ["reveal", "view", Out, "--role", "reviewr", "--keys", Keys, .. tail]);
        var purpose = Run(2, ["reveal", "view", Out, "--role", "reviewer", "--purpose", "audti", "--keys", Keys, .. tail]);
        Assert.Contains("reviewer", role.Error, StringComparison.Ordinal);
        Assert.Contains("audit", purpose.Error, StringComparison.Ordinal);
        Run(2, ["reveal", "view", Out, "--role", "reviewer", "--data-type", "chat", "--keys", Keys, .. tail]);
        Run(2, ["reveal", "view", Out, "--role", "reviewer", "--log", _folder.PathOf("l"), "--keys", Keys, .. tail]);
        Run(2, "reveal", "keys", "--keys", Keys, "--store", Store, "--entities", "email,emial", "--who", "o", "--out", _folder.PathOf("k"));
        Run(2, ["reveal", "grant", "--keys", Keys, "--id", "a", "--who", "ana", "--why", "x", "--entities", "emial"]);
        _folder.Write("views.yaml", "id: v\nviews:\n  - { role: reviewer, entity: emial, view: raw }\n");
        var entity = Run(2, ["reveal", "view", Out, "--role", "reviewer", "--keys", Keys, .. tail]);
        Assert.Contains("email", entity.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("none")));
    }

    [Fact]
    public void View_OfChangedOutput_IsNotWritten()
    {
        _folder.Write("in/a.txt", $"to {Address}");
        Seal();
        File.AppendAllText(_folder.PathOf("out/a.txt"), " more");

        View(3, "reviewer", _folder.Write("views.yaml", "id: v\nviews:\n  - view: raw\n"));

        Assert.False(File.Exists(_folder.PathOf("reviewer/a.txt")));
    }

    [Fact]
    public void View_OfACall_PutsBackSamplesAndWords()
    {
        var samples = Repository.PathOf("samples", "calls");
        _folder.Write("in/call.wav", File.ReadAllBytes(Path.Combine(samples, "support-call.wav")));
        _folder.Write("in/call.json", File.ReadAllBytes(Path.Combine(samples, "support-call.json")));
        Seal();
        Assert.NotEqual(Data(Bytes("in/call.wav")), Data(Bytes("out/call.wav")));

        View(0, "owner", _folder.Write("all.yaml", "id: v\nviews:\n  - view: raw\n"));
        View(0, "nobody", _folder.Write("none.yaml", "id: v\nviews:\n  - view: masked\n"));

        // The run leaves metadata out of the header; the samples come back bit for bit.
        Assert.Equal(Data(Bytes("in/call.wav")), Data(Bytes("owner/call.wav")));
        Assert.Equal(Bytes("out/call.wav"), Bytes("nobody/call.wav"));
    }

    [Fact]
    public void View_OfAKaldiDirectory_RendersAllOfItsFiles()
    {
        _folder.Write("in/train/text", $"jane_doe-0001 write to {Address} now\n");
        _folder.Write("in/train/utt2spk", "jane_doe-0001 jane_doe\n");
        _folder.Write("in/train/segments", "jane_doe-0001 rec1 0.0 3.0\n");
        Seal();
        Assert.DoesNotContain(Address, Read("out/train/text"), StringComparison.Ordinal);

        View(0, "owner", _folder.Write("all.yaml", "id: v\nviews:\n  - view: raw\n"));
        View(0, "nobody", _folder.Write("none.yaml", "id: v\nviews:\n  - view: masked\n"));

        foreach (var name in (string[])["text", "utt2spk", "segments"]) Assert.Equal(Read($"in/train/{name}"), Read($"owner/train/{name}"));
        Assert.DoesNotContain(Address, Read("nobody/train/text"), StringComparison.Ordinal);
        Assert.DoesNotContain("jane_doe", Read("nobody/train/utt2spk"), StringComparison.Ordinal);
    }

    [Fact]
    public void View_OfAKaldiDirectoryWithAChangedFile_NamesAllOfItsFiles()
    {
        _folder.Write("in/train/text", $"jane_doe-0001 write to {Address} now\n");
        _folder.Write("in/train/utt2spk", "jane_doe-0001 jane_doe\n");
        Seal();
        File.AppendAllText(_folder.PathOf("out/train/utt2spk"), "x y\n");

        var view = View(3, "owner", _folder.Write("all.yaml", "id: v\nviews:\n  - view: raw\n"));

        Assert.Contains("train/text: integrity", view.Error, StringComparison.Ordinal);
        Assert.Contains("train/utt2spk: integrity", view.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("owner/train/text")));
    }

    [Fact]
    public void View_OfAStretchOfACall_LeavesTheRestPainted()
    {
        var samples = Repository.PathOf("samples", "calls");
        _folder.Write("in/call.wav", File.ReadAllBytes(Path.Combine(samples, "support-call.wav")));
        _folder.Write("in/call.json", File.ReadAllBytes(Path.Combine(samples, "support-call.json")));
        _folder.Write("in/mail.txt", $"to {Address}");
        Seal();

        // The phone number is said from 10.3 to 13.7 s, the address from 15.5 to 17 s, the card from 19.7 to 23 s.
        View(0, "first", _folder.Write("first.yaml", "id: v\nviews:\n  - { seconds: [9, 18], view: raw }\n"));
        View(0, "rest", _folder.Write("rest.yaml", "id: v\nviews:\n  - { seconds: [16, 19], view: masked }\n  - view: raw\n"));

        var (whole, first, rest, rate) = (Data(Bytes("in/call.wav")), Data(Bytes("first/call.wav")), Data(Bytes("rest/call.wav")),
            BitConverter.ToInt32(Bytes("in/call.wav"), 28));
        Assert.Equal(whole[(9 * rate)..(18 * rate)], first[(9 * rate)..(18 * rate)]);
        Assert.NotEqual(whole[(19 * rate)..(23 * rate)], first[(19 * rate)..(23 * rate)]);
        Assert.Equal(whole[..(14 * rate)], rest[..(14 * rate)]);
        Assert.NotEqual(whole[(15 * rate)..(18 * rate)], rest[(15 * rate)..(18 * rate)]);
        Assert.Equal(whole[(19 * rate)..], rest[(19 * rate)..]);
        Assert.Contains("0132", Read("first/call.json"), StringComparison.Ordinal);
        Assert.Contains("jane.doe", Read("first/call.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("4111", Read("first/call.json"), StringComparison.Ordinal);
        Assert.Contains("0132", Read("rest/call.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("jane.doe", Read("rest/call.json"), StringComparison.Ordinal);
        Assert.Contains("4111", Read("rest/call.json"), StringComparison.Ordinal);
        Assert.Equal(("to [email]", $"to {Address}"), (Read("first/mail.txt"), Read("rest/mail.txt"))); // a mail lies in no recording
    }

    [Fact]
    public void View_OfAnArea_ShowsWhatLiesInItAsAWhole()
    {
        _folder.Write("in/p.jpg", File.ReadAllBytes(Repository.PathOf("samples", "photos", "astronaut.jpg")));
        Seal("--entities", "face", "--written-text", "off");

        View(0, "inside", _folder.Write("inside.yaml", "id: v\nviews:\n  - { area: [0, 0, 5000, 5000], view: raw }\n"));
        View(0, "half", _folder.Write("half.yaml", "id: v\nviews:\n  - { area: [0, 0, 250, 5000], view: raw }\n"));
        View(0, "touched", _folder.Write("touched.yaml", "id: v\nviews:\n  - { area: [0, 0, 5000, 5000], view: masked }\n  - view: raw\n"));

        Assert.True(BestFace("inside") > 0.8, "the face is back");
        Assert.Equal(Bytes("out/p.jpg"), Bytes("touched/p.jpg"));
        Assert.Equal(Bytes("out/p.jpg"), Bytes("half/p.jpg"));
    }

    [Theory]
    [InlineData("{ seconds: [3, 2], view: raw }")]
    [InlineData("{ seconds: [3], view: raw }")]
    [InlineData("{ area: [1, 2, 3], view: raw }")]
    [InlineData("{ area: [1, 2, 0, 4], view: raw }")]
    [InlineData("{ area: [1, 2, 3, 4], medium: audio, view: raw }")]
    [InlineData("{ seconds: [1, 2], medium: image, view: raw }")]
    [InlineData("{ seconds: [1, 2], area: [1, 2, 3, 4], view: raw }")]
    public void Views_WithAPlaceThatIsNone_AreRefused(string rule)
    {
        var failure = Assert.Throws<PolicyException>(() => ViewPolicyFile.Parse($"id: v\nviews:\n  - {rule}\n"));

        Assert.Equal(3, failure.Line);
    }

    [Fact]
    public void View_OfAnImage_PutsBackItsPixels()
    {
        _folder.Write("in/p.jpg", File.ReadAllBytes(Repository.PathOf("samples", "photos", "astronaut.jpg")));
        Seal("--entities", "face", "--written-text", "off");

        View(0, "owner", _folder.Write("all.yaml", "id: v\nviews:\n  - { medium: image, view: raw }\n"));
        View(0, "nobody", _folder.Write("none.yaml", "id: v\nviews:\n  - view: masked\n"));

        Assert.Equal(Bytes("out/p.jpg"), Bytes("nobody/p.jpg"));
        Assert.True(BestFace("owner") > 0.8, "the face is back");
        Assert.True(BestFace("nobody") < 0.7, "the face stays painted");
    }

    [Fact]
    public void Slice_OfAWav_IsAsLongAsAsked()
    {
        var wav = Repository.PathOf("samples", "calls", "support-call.wav");
        var cut = _folder.PathOf("cut.wav");

        Run(0, "reveal", "slice", wav, "--from", "1", "--to", "2", "--around", "0.5", "--out", cut);

        var (whole, part) = (File.ReadAllBytes(wav), File.ReadAllBytes(cut));
        var rate = BitConverter.ToInt32(whole, 28); // bytes a second
        Assert.Equal(Data(whole)[(rate / 2)..(rate / 2 * 5)], Data(part));
        Run(2, "reveal", "slice", wav, "--from", "2", "--to", "1", "--out", _folder.PathOf("no.wav"));
    }

    private static byte[] Data(byte[] wav)
    {
        var at = wav.AsSpan().IndexOf("data"u8);
        return wav[(at + 8)..(at + 8 + BitConverter.ToInt32(wav, at + 4))];
    }

    private double BestFace(string folder) =>
        CommandRun.Of("scan", _folder.PathOf(folder), "--entities", "face", "--written-text", "off").Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static l => JsonDocument.Parse(l).RootElement.GetProperty("score").GetDouble()).DefaultIfEmpty(0).Max();

    private string Read(string relative) => File.ReadAllText(_folder.PathOf(relative));

    private byte[] Bytes(string relative) => File.ReadAllBytes(_folder.PathOf(relative));

    private void Seal(params string[] more)
    {
        Run(0, "keys", "create", Keys);
        Run(0, ["run", In, "--out", Out, "--keys", Keys, "--store", Store, "--seal", "--detectors", "patterns,face", .. more]);
    }

    private CommandRun View(int status, string role, string views) =>
        Run(status, "reveal", "view", Out, "--role", role, "--views", views, "--who", "ana", "--keys", Keys, "--store", Store, "--out",
            _folder.PathOf(role));

    private static CommandRun Run(int status, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.True(run.Status == status, $"{string.Join(' ', args)}: {run.Status} {run.Error}{run.Output}");
        return run;
    }
}
