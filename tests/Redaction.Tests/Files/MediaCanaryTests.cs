using System.Diagnostics;
using System.Text;
using Redaction.Audio;
using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

/// <summary>Values in every place for text of pictures, recordings and films: none is released.</summary>
public sealed class MediaCanaryTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder()
        .UsePolicy(PolicyFile.Parse("id: p\nextends: default\nvideo: { audio: drop }\n"))
        .WithEntities("email", "term")
        .WithImageDetection(ImageDetectionOptions.Default with { WrittenText = WrittenTextMode.Off })
        .AddDetector(new CornerDetector())
        .Build();

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Images =>
        [.. ImageFormats.All.Where(static f => f != ImageFormats.Heic && (f.Outer is null || TestKit.Ffmpeg.IsInstalled))
            .Select(static f => f.Id)];

    /// <summary>All but those that no usual ffmpeg writes.</summary>
    public static TheoryData<string> Recordings => [.. CompressedAudio.All.Where(static f => f.Demuxer != "amr").Select(static f => f.Id)];

    public static TheoryData<string> Films => [.. VideoFormat.All.Select(static f => f.Id)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Images))]
    public void Redact_Image_ReleasesNone(string id)
    {
        var format = ImageFormats.All.Single(f => f.Id == id);
        var (codec, page) = (new VipsCodec(), new VipsCodec().Decode(TestFiles.Png(), ImageFormats.Png, ImageFileOptions.Default));
        using var coded = new MemoryStream();
        codec.Encode(new DecodedImage(format, page.Pixels, page.Width, page.Height, page.Channels), coded, ImageFileOptions.Default);
        var plain = coded.ToArray();
        var planted = id switch
        {
            "jpeg" => MediaCanaries.Jpeg(plain),
            "png" => MediaCanaries.Png(plain),
            "gif" => MediaCanaries.Gif(plain),
            "webp" => MediaCanaries.Webp(plain, page.Width, page.Height),
            _ => [.. plain, .. Encoding.UTF8.GetBytes(MediaCanaries.Together)], // behind the picture
        };

        Check("a" + format.Extensions[0], planted);
    }

    [Fact]
    public void Redact_Wav_ReleasesNone()
    {
        _folder.Write("a.srt", Captions());

        Check("a.wav", MediaCanaries.Wav(TestFiles.Wav()));
    }

    [FfmpegTheory, MemberData(nameof(Recordings))]
    public void Redact_Recording_ReleasesNone(string id)
    {
        var format = CompressedAudio.All.Single(f => f.Id == id);
        _folder.Write("plain.wav", TestFiles.Wav());
        var coded = _folder.PathOf("a" + format.Extension);
        string[] tagged = id == "aac" ? ["-write_id3v2", "1"] : [];
        Ffmpeg(["-i", _folder.PathOf("plain.wav"), .. Tags("-metadata"), .. Tags("-metadata:s:a"), .. format.Encoder, .. tagged,
            "-f", format.Muxer, coded]);
        foreach (var captions in (string[])[Captions(), "1\n00:00:01,000 --> 00:00:03,000\nhello there\n"]) // masked, and copied
        {
            _folder.Write("a.srt", captions);

            Check("a" + format.Extension, File.ReadAllBytes(coded), isPlanted: id is not ("ogg" or "opus" or "gsm")); // cut over pages, or no room
        }
    }

    [FfmpegTheory, MemberData(nameof(Films))]
    public void Redact_Film_ReleasesNone(string id)
    {
        var format = VideoFormat.All.Single(f => f.Id == id);
        _folder.Write("chapters.txt",
            $";FFMETADATA1\ntitle={MediaCanaries.Together}\n"
            + $"[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle={MediaCanaries.Together}\n");
        _folder.Write("captions.srt", $"1\n00:00:00,100 --> 00:00:00,900\n{MediaCanaries.Together}\n");
        _folder.Write("plain.wav", TestFiles.Wav());
        var subtitles = id switch { "mp4" or "mov" => "mov_text", "mkv" => "srt", "webm" => "webvtt", _ => null };
        string[] captions = subtitles is null ? [] : ["-map", "3:s", "-c:s", subtitles];
        string[] tags = id is "ts" or "mpg" ? ["-map_metadata", "-1"] // which have no room for them
            : ["-map_metadata", "2", .. Tags("-metadata"), .. Tags("-metadata:s:v"), .. Tags("-metadata:s:a")];
        var coded = _folder.PathOf("a" + format.Extensions[0]);
        Ffmpeg(["-f", "lavfi", "-i", "color=white:s=64x48:d=1:r=5", "-i", _folder.PathOf("plain.wav"), "-i", _folder.PathOf("chapters.txt"),
            "-i", _folder.PathOf("captions.srt"), "-map", "0:v", "-map", "1:a", .. captions, "-map_chapters", "2",
            .. tags, "-t", "1", "-ar", "48000", .. format.Encoder, .. format.SoundEncoder, "-f", format.Muxer, coded]);

        var summary = Check("a" + format.Extensions[0], File.ReadAllBytes(coded), isPlanted: id is not ("ts" or "mpg" or "3gp"));

        Assert.Equal("video", summary.Kind);
    }

    private static string Captions() => $"1\n00:00:01,000 --> 00:00:03,000\n{string.Join('\n', MediaCanaries.All)}\n";

    private static string[] Tags(string option) =>
        [.. ((string[])["title", "artist", "comment", "description", "copyright", "encoded_by"]).SelectMany(name =>
            (string[])[option, $"{name}={MediaCanaries.Together}"])];

    private FileSummary Check(string name, byte[] planted, bool isPlanted = true)
    {
        if (isPlanted) Assert.Equal(MediaCanaries.All.Count, MediaCanaries.In(planted));
        _folder.Write(name, planted);

        var summary = s_engine.Files.Redact(_folder.PathOf(name), _folder.PathOf("out/" + name));

        foreach (var (path, content) in _folder.Snapshot("out")) Assert.True(MediaCanaries.In(content) == 0, path);
        return summary;
    }

    private static void Ffmpeg(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-hide_banner", "-v", "error", "-nostdin", "-y", .. arguments]))!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
