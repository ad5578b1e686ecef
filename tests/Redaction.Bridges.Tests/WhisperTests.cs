using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Redaction.Audio;
using Redaction.Audio.Whisper;
using Redaction.TestKit;
using Whisper.net;
using Xunit;

namespace Redaction.Bridges.Tests;

public sealed class WhisperTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Recording_WithoutATranscript_IsMaskedWhereWhisperHearsAValue()
    {
        var model = Model([" my", " card", " is", " four", .. Enumerable.Repeat(" one", 15), " thanks"]);
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").UseWhisper(model, "en", threads: 1).Build();

        var summary = engine.Files.Redact(_folder.Write("call.wav", Wav(4)), _folder.PathOf("redacted.wav"));

        Assert.Equal("credit-card", Assert.Single(summary.Entities).Key);
        var redacted = File.ReadAllBytes(_folder.PathOf("redacted.wav"));
        Assert.Equal(Wav(4).Length, redacted.Length);
        Assert.NotEqual(Wav(4), redacted);
    }

    [Fact]
    public void Language_IsToldByTheModel()
    {
        using var recogniser = new WhisperRecogniser(new(Model(" hello", " there")), language: null, threads: 1);

        var transcript = Encoding.UTF8.GetString(recogniser.Transcribe(new MemoryStream(Wav(3)), default));

        Assert.Contains("\"text\":\" hello there\"", transcript, StringComparison.Ordinal);
        Assert.Contains("\"text\":\" there\"", transcript, StringComparison.Ordinal);
    }

    [Fact]
    public void Transcript_IsOfAKnownFormat_WithTimesInOrder()
    {
        using var recogniser = new WhisperRecogniser(new(Model(" hello", " there", " now")), "en", threads: 1);

        var made = MadeTranscript.Of(recogniser.Transcribe(new MemoryStream(Wav(3)), default));

        Assert.Equal("whisper-cpp-json", made.Format?.Id);
        Assert.True(made.HasTimes && made.HasWords);
    }

    [Fact]
    public void Nothing_Heard_IsRefused()
    {
        var engine = new RedactionEngineBuilder().WithDetectors("patterns").UseWhisper(Model(" "), "en", threads: 1).Build();

        var failure = Assert.Throws<RedactionException>(
            () => engine.Files.Redact(_folder.Write("call.wav", Wav(2)), _folder.PathOf("redacted.wav")));

        Assert.Equal(ErrorCodes.NoTranscript, failure.Code);
    }

    [Fact]
    public void Id_IsTheModelsNameAndHash_WithoutItsPath()
    {
        var model = Model(" a");
        using var recogniser = new WhisperRecogniser(new(model), "en", threads: null);

        Assert.Equal($"whisper scripted.bin {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(model)))} en", recogniser.Id);
    }

    [Fact]
    public void Listener_ThatIsTheTranscriber_IsRefused()
    {
        var model = Model(" a");

        Assert.Throws<PolicyException>(() => new RedactionEngineBuilder().UseWhisper(model).UseWhisperListener(model).Build());
    }

    [Fact]
    public void File_ThatIsNotThere_IsRefused()
    {
        var failure = Assert.Throws<RedactionException>(() => new RedactionEngineBuilder().UseWhisper(_folder.PathOf("none.bin")));

        Assert.Equal(ErrorCodes.Unreadable, failure.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GGUF and something")] // the format of other models of the same makers
    public void File_ThatIsNoModel_IsRefused(string content)
    {
        File.WriteAllText(_folder.PathOf("model.bin"), content);

        var failure = Assert.Throws<RedactionException>(() => new RedactionEngineBuilder().UseWhisper(_folder.PathOf("model.bin")));

        Assert.Equal(ErrorCodes.UnsupportedFormat, failure.Code);
    }

    [Fact]
    public void Model_ThatIsCutOff_IsRefused()
    {
        var whole = File.ReadAllBytes(Model(" a"));
        File.WriteAllBytes(_folder.PathOf("cut.bin"), whole[..(whole.Length / 2)]);
        using var recogniser = new WhisperRecogniser(new(_folder.PathOf("cut.bin")), "en", threads: 1);

        var failure = Assert.Throws<RedactionException>(() => recogniser.Transcribe(new MemoryStream(Wav(1)), default));

        Assert.Equal(ErrorCodes.Malformed, failure.Code);
    }

    [Fact]
    public void Language_ThatWhisperDoesNotKnow_IsRefused()
    {
        using var recogniser = new WhisperRecogniser(new(Model(" a")), "klingon", threads: 1);

        Assert.Throws<RedactionException>(() => recogniser.Transcribe(new MemoryStream(Wav(1)), default));
    }

    [Fact]
    public void Library_ThatIsMissing_IsTold()
    {
        var failure = WhisperModel.Refusal(new DllNotFoundException("Failed to load native whisper library."));

        Assert.Equal(ErrorCodes.MissingDependency, failure.Code);
        Assert.Contains("Whisper.net.Runtime", failure.Advice, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.Malformed, WhisperModel.Refusal(new WhisperModelLoadException("x")).Code);
    }

    [Fact]
    public void Cancellation_StopsTheWork()
    {
        using var recogniser = new WhisperRecogniser(new(Model(" a")), "en", threads: 1);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.ThrowsAny<OperationCanceledException>(() => recogniser.Transcribe(new MemoryStream(Wav(240)), cancellation.Token));
    }

    [Fact]
    public void Options_ThatCannotBe_AreRefused()
    {
        var model = Model(" a");

        Assert.Throws<ArgumentException>(() => new RedactionEngineBuilder().UseWhisper(" "));
        Assert.Throws<ArgumentException>(() => new RedactionEngineBuilder().UseWhisper(model, language: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RedactionEngineBuilder().UseWhisper(model, threads: 0));
    }

    [Theory]
    [InlineData(" my pin", new[] { " my", " pin" }, new[] { " my", " pin" })]
    [InlineData("我叫李", new[] { "我", "\uFFFD", "\uFFFD\uFFFD", "李" }, new[] { "我", "叫", "李" })] // a character in two tokens
    [InlineData(" né", new[] { " n", "\uFFFD", "\uFFFD" }, new[] { " n", "é" })] // … at the end
    [InlineData(" one two", new[] { " one", " three" }, new string[0])] // tokens that say something else
    [InlineData(" one two", new[] { " one" }, new string[0])]
    public void Pieces_AreTheTextOfTheSegment(string text, string[] tokens, string[] pieces)
    {
        var segment = new HeardSegment(text, 0, 1000, [.. tokens.Select(static (t, i) => new HeardToken(t, 100 * i, 100 * i + 100))]);

        Assert.Equal(pieces, WhisperTranscript.Pieces(segment).Select(static p => p.Text));
    }

    [Fact]
    public void Piece_OfSeveralTokens_HasTheTimeOfAllOfThem()
    {
        var segment = new HeardSegment("né", 0, 500, [new("n", 0, 100), new("\uFFFD", 100, 180), new("\uFFFD", 180, 300)]);

        Assert.Equal([new("n", 0, 100), new("é", 100, 300)], WhisperTranscript.Pieces(segment));
    }

    [Fact]
    public void Marks_AreNotWords()
    {
        var segment = HeardSegment.Of(new SegmentData(" a", TimeSpan.Zero, TimeSpan.FromSeconds(1), 0, 1, 1, 0, "en",
            [Token("[_BEG_]", 0, 0), Token(" a", 20, 60), Token("<|endoftext|>", 60, 60), Token("[_TT_50]", 60, 60)]));

        Assert.Equal(new(" a", 200, 600), Assert.Single(segment.Tokens));
    }

    private static WhisperToken Token(string text, long start, long end) => new() { Text = text, Start = start, End = end };

    private string Model(params string[] words)
    {
        var path = _folder.PathOf("scripted.bin");
        ScriptedWhisper.Write(path, 2, words);
        return path;
    }

    /// <summary>Noise: 8 kHz, one channel, 16 bits.</summary>
    private static byte[] Wav(int seconds)
    {
        const int Rate = 8000;
        var wav = new byte[44 + 2 * Rate * seconds];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        foreach (var (at, value) in (ReadOnlySpan<(int, int)>)[(16, 16), (20, 1 | 1 << 16), (24, Rate), (28, 2 * Rate), (32, 2 | 16 << 16)])
            BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(at), value);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), wav.Length - 44);
        var state = 1u;
        for (var i = 44; i < wav.Length; i += 2)
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(i), (short)((state = state * 1664525 + 1013904223) >> 18));
        return wav;
    }
}
