using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

public sealed class FileRedactorTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder()
        .WithEntities("email", "term")
        .WithImageDetection(ImageDetectionOptions.Default with { WrittenText = WrittenTextMode.Off })
        .AddDetector(new CornerDetector())
        .Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.txt", "mail {0} now", "mail [email] now", "text")]
    [InlineData("a.json", "{{\"to\": \"{0}\"}}", "{\"to\": \"[email]\"}", "json")]
    [InlineData("a.csv", "name,to\nx,{0}\n", "name,to\nx,[email]\n", "csv")]
    [InlineData("a.eml", "Subject: to {0}\r\n\r\nmail {0}\r\n", "Subject: to [email]\r\n\r\nmail [email]\r\n", "mail")]
    public void Redact_Document_TakesValuesOutAndSaysWhat(string name, string content, string expected, string format)
    {
        _folder.Write(name, string.Format(System.Globalization.CultureInfo.InvariantCulture, content, TestFiles.Address));

        var summary = Redact(name);

        Assert.Equal(expected, File.ReadAllText(Out(name)));
        Assert.Equal(("text", format), (summary.Kind, summary.Format));
        Assert.Equal(summary.Total, summary.Entities["email"]);
        Assert.Equal(summary.Total, summary.Operators["label"]);
    }

    [Fact]
    public void Redact_Image_PaintsAndDropsMetadata()
    {
        _folder.Write("a.png", TestFiles.Png());

        var summary = Redact("a.png");

        Assert.True(TestFiles.IsRedacted(File.ReadAllBytes(Out("a.png"))));
        Assert.Equal(("image", "png", 1L), (summary.Kind, summary.Format, summary.Entities["term"]));
    }

    [Fact]
    public void Redact_Transcript_TakesValuesOut()
    {
        _folder.Write("a.srt", TestFiles.Srt);

        var summary = Redact("a.srt");

        Assert.EndsWith("mail [email]\n", File.ReadAllText(Out("a.srt")), StringComparison.Ordinal);
        Assert.Equal(("transcript", "srt", 1L), (summary.Kind, summary.Format, summary.Entities["email"]));
    }

    [Fact]
    public void Redact_Recording_TakesItsTranscriptAlong()
    {
        var wav = TestFiles.Wav();
        _folder.Write("a.wav", wav);
        _folder.Write("a.srt", TestFiles.Srt);

        var summary = s_engine.Files.Redact(_folder.PathOf("a.wav"), _folder.PathOf("out/b.wav"));

        Assert.EndsWith("mail [email]\n", File.ReadAllText(_folder.PathOf("out/b.srt")), StringComparison.Ordinal);
        Assert.NotEqual(wav, File.ReadAllBytes(_folder.PathOf("out/b.wav")));
        Assert.Equal(("call", "wav", 2L), (summary.Kind, summary.Format, summary.Entities["email"])); // in both
    }

    [Fact]
    public void Redact_RecordingWithoutATranscript_IsRefused()
    {
        _folder.Write("a.wav", TestFiles.Wav());

        var failure = Assert.Throws<RedactionException>(() => Redact("a.wav"));

        Assert.Equal(ErrorCodes.NoTranscript, failure.Code);
        Assert.False(File.Exists(Out("a.wav")));
    }

    [Fact]
    public void Redact_KaldiDirectory_IsOneInput()
    {
        _folder.Write("train/text", $"u1 mail {TestFiles.Address}\n");
        _folder.Write("train/utt2spk", "u1 s1\n");

        var summary = Redact("train");

        Assert.Equal("u1 mail [email]\n", File.ReadAllText(Out("train/text")));
        Assert.Equal("u1 s1\n", File.ReadAllText(Out("train/utt2spk")));
        Assert.Equal(("transcript", "kaldi"), (summary.Kind, summary.Format));
    }

    [FfmpegFact]
    public void Redact_Video_PaintsItsFrames()
    {
        using (var ffmpeg = System.Diagnostics.Process.Start(
            "ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", "color=white:s=64x48:r=10:d=0.3", "-pix_fmt", "yuv420p", _folder.PathOf("a.mp4")]))
            ffmpeg.WaitForExit();

        var summary = Redact("a.mp4");

        Assert.Equal(("video", "mp4", 1L), (summary.Kind, summary.Format, summary.Entities["term"]));
        Assert.True(new FileInfo(Out("a.mp4")).Length > 0);
    }

    [Fact]
    public async Task RedactAsync_IsTheSame()
    {
        _folder.Write("a.txt", TestFiles.Address);

        var summary = await s_engine.Files.RedactAsync(_folder.PathOf("a.txt"), Out("a.txt"));

        Assert.Equal("[email]", await File.ReadAllTextAsync(Out("a.txt")));
        Assert.Equal(1, summary.Total);
    }

    [Theory]
    [InlineData("a.json", "{\"x\": ", ErrorCodes.Truncated)]
    [InlineData("a.bin", "MZ\u0090\0\u0003", ErrorCodes.UnsupportedFormat)]
    [InlineData("a.txt", "%PDF-1.7", ErrorCodes.WrongExtension)]
    public void Redact_WhatCannotBeRead_LeavesNothingAndNoTrace(string name, string content, string code)
    {
        _folder.Write(name, content);

        var failure = Assert.Throws<RedactionException>(() => Redact(name));

        Assert.Equal(code, failure.Code);
        Assert.Empty(Directory.Exists(_folder.PathOf("out")) ? Directory.GetFiles(_folder.PathOf("out")) : []);
    }

    [Fact]
    public void Redact_Misuse_IsRefused()
    {
        var path = _folder.Write("a.txt", "x");

        Assert.Throws<ArgumentException>(() => s_engine.Files.Redact(path, path));
        Assert.Throws<ArgumentException>(() => s_engine.Files.Redact(_folder.PathOf("none.txt"), Out("a.txt")));
        Assert.Throws<ArgumentException>(() => s_engine.Files.Redact(_folder.Root, Out("a.txt")));
    }

    private string Out(string name) => _folder.PathOf("out/" + name);

    private FileSummary Redact(string name) => s_engine.Files.Redact(_folder.PathOf(name), Out(name));
}
