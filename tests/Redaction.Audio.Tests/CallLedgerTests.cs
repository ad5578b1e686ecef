using System.Buffers.Binary;
using System.Text;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Audio.Tests;

/// <summary>The ledgers of transcripts and recordings.</summary>
public class CallLedgerTests : LedgerLaws
{
    private const string Words = """
        {"segments":[{"start":0,"end":3,"words":[{"word":"call","start":0.1,"end":0.5},{"word":"+1 415 555 0132","start":1,"end":2}]}]}
        """;

    private const string Hello = "1\n00:00:00,500 --> 00:00:01,000\nhello\n";

    private const string Unread =
        "1\n00:00:00,500 --> 00:00:01,000\nhello\n\n2\n00:99:01,500 --> 00:00:02,000\nplover\n\n3\n00:00:02,500 --> 00:00:02,900\nbye\n";

    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("silence") { Medium = "audio" }, new PolicyRule("label"));

    private static readonly string[] s_jsonGarbage =
    [
        "\"x7\":\"canary-7f3q-plover\",", "\"words\":[{\"word\":\"canary\"},{\"word\":\"plover\"}],", "\"text\":\"plover\",",
            "\"start\":\"plover\",", "{\"word\":\"plover\"},", "\"\\ud800\",", ",", "\0",
    ];

    private static readonly string[] s_lineGarbage =
    [
        "canary-7f3q-plover\n", "00:00:01,000 -> 00:00:02,000\nplover\n", "00:00:01,000 --> 00:00:02,000\nplover\n", "\r\r\n", "\n \n",
            "<plover>", "\u2013>", "\"", "\0", "!", "SPEAKER call 1 x y plover plover plover z\n",
    ];

    protected override IEnumerable<string> Formats =>
        [.. TranscriptFormats.All.Select(static f => f.Id), KaldiDirectory.Format.Id, new Wav().Id,
            .. CompressedTests.Written.Select(static f => f.Id)];

    protected override IEnumerable<LedgerCase> Cases =>
    [
        .. RoundTripTests.Files().Select(static f => Transcript((string)f[0], (string)f[2])),
        new(KaldiDirectory.Format.Id, Kaldi, RedactKaldi, static input => input.Length)
        {
            Garbage = ["canary plover\n", "jane_doe-0009 plover\n", " ", "\n", "\0", "rec1 1 0.1 0.2 plover 0.9 plover\n"],
        },
        new(new Wav().Id, Recording, RedactWav, Frames) { Garbage = ["canary-7f3q-plover", "LIST\u0001\0\0\0", "data"] },
        .. CompressedTests.Written.Select(static format => new LedgerCase(
            ((IFileFormat)format).Id, _ => CompressedTests.Coded(format.Extension),
            (input, choice, observer) => RedactCompressed(format, input, choice, observer), static _ => -1)
        {
            Rounds = 0, // encoders add a few frames of their own: see below
        }),
    ];

    public static TheoryData<string> Ways => CompressedTests.Ways;

    [FfmpegTheory]
    [MemberData(nameof(Ways))]
    public void Compressed_Frames_AreThoseOfTheDecodedSound(string extension)
    {
        var seen = new LedgerObserver();

        RedactCompressed(Tests.Formats.Compressed(extension), CompressedTests.Coded(extension), UnsearchedChoice.Refuse, seen);

        Assert.Equal("frames", seen.Ledger.Unit);
        Assert.InRange(seen.Ledger.Total / (double)seen.Ledger.Searched, 1, 1.1); // little is more than a second away from a word
        Assert.Equal(Words.Length, seen.Ledger.Parts["transcript"].Total);
    }

    [Fact]
    public void Call_CueThatIsNotUnderstood_IsRefused()
    {
        var failure = Assert.Throws<RedactionException>(() => Call(Unread, new Srt(), UnsearchedChoice.Refuse, RedactionObserver.None));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
        Assert.Contains("line 5", failure.Message, StringComparison.Ordinal);
        var seen = new LedgerObserver();
        Call(Unread, new Srt(), UnsearchedChoice.Keep, seen);
        Assert.Equal(Encoding.UTF8.GetByteCount(Unread), seen.Ledger.Parts["transcript"].Total);
    }

    [Fact]
    public void Call_CueThatIsNotUnderstoodAndErased_IsSilencedFromTheCueBeforeToTheOneAfter()
    {
        var wav = WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 3));
        using var output = new MemoryStream();
        using var words = new MemoryStream();
        var redactor = Redactor(UnsearchedChoice.Erase, UnsearchedChoice.Keep);

        redactor.Redact(new MemoryStream(wav), new MemoryStream(Encoding.UTF8.GetBytes(Unread)), new Srt(), output, words);

        Assert.DoesNotContain("plover", Encoding.UTF8.GetString(words.ToArray()), StringComparison.Ordinal);
        var (before, after) = (WavFile.Data(wav), WavFile.Data(output.ToArray()));
        Assert.All(after[(2 * 16200)..(2 * 39800)], static b => Assert.Equal(0, b));
        Assert.True(before.AsSpan(..(2 * 15800)).SequenceEqual(after.AsSpan(..(2 * 15800))));
        Assert.True(before.AsSpan(2 * 40200).SequenceEqual(after.AsSpan(2 * 40200)));
    }

    [Fact]
    public void Call_WordListOfAnotherKind_IsRefused()
    {
        const string json = """
            {"segments":[{"start":0,"end":1,"text":"hello"}],"alignment":[{"word":"my"},{"word":"number"},{"word":"is"},{"word":"plover"}]}
            """;

        var failure = Assert.Throws<RedactionException>(
            () => Call(json, new WhisperJson(), UnsearchedChoice.Refuse, RedactionObserver.None));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
    }

    [Theory]
    [InlineData(UnsearchedChoice.Erase)]
    [InlineData(UnsearchedChoice.Keep)]
    public void Call_SpeechAwayFromWords_IsToldAndSilencedOrKept(UnsearchedChoice choice)
    {
        var seen = new LedgerObserver();
        var wav = WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 5));

        var output = Redact(wav, Hello, new Srt(), UnsearchedChoice.Refuse, seen, choice);

        var ledger = seen.Ledger;
        Assert.Equal((32000, 48000, 80000), (ledger.Searched, ledger.Unsearched, ledger.Total));
        var place = Assert.Single(ledger.Places);
        Assert.Equal(("away-from-words", 32000L, choice), (place.Kind, place.Offset, place.Done));
        Assert.Equal(WavFile.Data(wav)[..(2 * 32000)], WavFile.Data(output)[..(2 * 32000)]);
        var rest = WavFile.Data(output)[(2 * 32200)..];
        Assert.Equal(choice == UnsearchedChoice.Keep, rest.Any(static b => b != 0));
    }

    [Fact]
    public void Call_SpeechAwayFromWords_IsRefusedOnDemand()
    {
        var wav = WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 5));

        var failure = Assert.Throws<RedactionException>(
            () => Redact(wav, Hello, new Srt(), UnsearchedChoice.Refuse, RedactionObserver.None, UnsearchedChoice.Refuse));

        Assert.Equal(ErrorCodes.Unsearched, failure.Code);
    }

    [Fact]
    public void Call_SilenceAwayFromWords_IsSearched()
    {
        var seen = new LedgerObserver();

        Redact(WavFile.Create("pcm16", 1, 16000, new byte[2 * 80000]), Hello, new Srt(), UnsearchedChoice.Refuse, seen);

        Assert.Equal((80000, 0), (seen.Ledger.Searched, seen.Ledger.Unsearched));
    }

    private static LedgerCase Transcript(string id, string text)
    {
        var format = TranscriptFormats.All.Single(f => f.Id == id);
        return new(
            id, random => Encoding.UTF8.GetBytes(random.Next(2) == 0 ? text : text.ReplaceLineEndings("\r\n")),
            (input, choice, observer) => RedactText(format, input, choice, observer), static input => input.Length)
        {
            Garbage = format.Extensions.Contains(".json") ? s_jsonGarbage : s_lineGarbage,
            Leftovers = Leftovers(id).ToDictionary(static l => l.Name, static l => Encoding.UTF8.GetBytes(l.Text)),
            Rounds = 40,
        };
    }

    private static (string Name, string Text)[] Leftovers(string id) => id switch
    {
        "srt" =>
        [
            ("line", "1\n00:00:00,000 --> 00:00:01,000\nhello\n\nplover\n\n"),
            ("time", Unread),
            ("text", "1\n00:00:00,000 --> 00:00:01,000\nhello\n\nplover\n\n2\n00:00:01,000 --> 00:00:02,000\nbye\n"),
        ],
        "vtt" =>
        [
            ("line", "WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n\nplover\n\n00:02.000 --> 00:03.000\nbye\n"),
            ("time", "WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n\n00:61:01.000 --> 00:02.000\nplover\n"),
        ],
        "rttm" => [("time", "SPEAKER call 1 plover 2.50 <NA> <NA> jane <NA> <NA>\n")],
        "ctm" => [("mark", "call A plover 0.40 <ALT_BEGIN>\ncall A 0.00 0.40 call 0.9\n")],
        "whisper-json" => [("picture",
            $"{{\"text\":\"call\",\"segments\":[],\"photo\":\"data:image/png;base64,{Convert.ToBase64String([.. new byte[300], 1])}\"}}")],
        _ => [],
    };

    private static CallRedactor Redactor(UnsearchedChoice choice, UnsearchedChoice sound = UnsearchedChoice.Erase) =>
        new(s_policy, [new SpokenNumbers()], [.. TextOperators.All, .. AudioOperators.All]) { Unsearched = choice, UnsearchedSound = sound };

    private static byte[] RedactText(ITranscriptFormat format, byte[] input, UnsearchedChoice choice, RedactionObserver observer)
    {
        using var output = new MemoryStream();
        Redactor(choice).RedactTranscript(new MemoryStream(input), format, output, observer: observer);
        return output.ToArray();
    }

    private static void Call(string transcript, ITranscriptFormat format, UnsearchedChoice choice, RedactionObserver observer) =>
        Redact(WavFile.Create("pcm16", 1, 16000, WavFile.Noise("pcm16", 1, 16000, 3)), transcript, format, choice, observer);

    private static byte[] Redact(
        byte[] wav, string transcript, ITranscriptFormat format, UnsearchedChoice choice, RedactionObserver observer,
        UnsearchedChoice sound = UnsearchedChoice.Erase)
    {
        using var output = new MemoryStream();
        var words = new MemoryStream(Encoding.UTF8.GetBytes(transcript));
        Redactor(choice, sound).Redact(new MemoryStream(wav), words, format, output, Stream.Null, observer: observer);
        return output.ToArray();
    }

    private static byte[] RedactWav(byte[] wav, UnsearchedChoice choice, RedactionObserver observer) =>
        Redact(wav, Words, new WhisperJson(), choice, observer);

    private static byte[] RedactCompressed(CompressedAudio format, byte[] input, UnsearchedChoice choice, RedactionObserver observer)
    {
        using var output = new MemoryStream();
        var words = new MemoryStream(Encoding.UTF8.GetBytes(Words));
        Redactor(choice).Redact(new MemoryStream(input), format, words, new WhisperJson(), output, Stream.Null, observer: observer);
        return output.ToArray();
    }

    private static byte[] Recording(Random random)
    {
        var (codec, channels) = (WavFile.Codecs[random.Next(WavFile.Codecs.Length)].Name, random.Next(1, 3));
        var noise = WavFile.Noise(codec, channels, 8000, random.NextDouble() * 4, random.Next());
        return WavFile.Create(codec, channels, 8000, noise, random.Next(2) == 0, metadata: random.Next(2) == 0);
    }

    /// <summary>Frames as the chunks of the file tell them.</summary>
    private static long Frames(byte[] wav)
    {
        var align = 0;
        for (var at = 12; at + 8 <= wav.Length;)
        {
            var (name, size) = (Encoding.ASCII.GetString(wav, at, 4), BinaryPrimitives.ReadUInt32LittleEndian(wav.AsSpan(at + 4)));
            if (name == "fmt ") align = BinaryPrimitives.ReadUInt16LittleEndian(wav.AsSpan(at + 20));
            if (name == "data")
                return align == 0 ? -1 : (size is 0 or > int.MaxValue - 65536 ? wav.Length - at - 8 : size) / align; // from a pipe
            at = (int)Math.Min(int.MaxValue - 16, at + 8L + size + (size & 1));
        }
        return -1;
    }

    /// <summary>Files end to end; a line with a name begins each.</summary>
    private static byte[] Kaldi(Random random) => Encoding.UTF8.GetBytes(string.Concat(KaldiTests.s_files.Select(static f => f.Text))
        .Replace("\n", random.Next(2) == 0 ? "\n" : "\r\n", StringComparison.Ordinal));

    private static byte[] RedactKaldi(byte[] input, UnsearchedChoice choice, RedactionObserver observer) =>
        [.. Redactor(choice).RedactKaldi(Dealt(input), observer: observer).SelectMany(static f => f.Content)];

    /// <summary>Whatever was changed, the lines are dealt out to the files in their order.</summary>
    internal static List<KaldiFile> Dealt(byte[] input)
    {
        var files = new List<KaldiFile>();
        var at = 0;
        foreach (var (name, text) in KaldiTests.s_files)
        {
            var end = at;
            for (var lines = text.Count(static c => c == '\n'); lines > 0 && end < input.Length; lines--)
                end = input.AsSpan(end).IndexOf((byte)'\n') is >= 0 and var next ? end + next + 1 : input.Length;
            if (name == KaldiTests.s_files[^1].Name) end = input.Length;
            files.Add(new(name, input[at..end]));
            at = end;
        }
        return files;
    }
}
