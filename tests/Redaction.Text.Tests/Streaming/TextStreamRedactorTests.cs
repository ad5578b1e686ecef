using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

[Collection(SerialTests.Name)] // one of them measures the heap, which is that of all tests
public class TextStreamRedactorTests
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));
    private static readonly TextRedactor s_redactor = new(s_policy, TextDetectors.All, TextOperators.All) { Refiners = TextRefiners.All };
    private static readonly string[] s_pieces =
        ["write to jane.example@example.org ", "call +1 (212) 555-0142 now\r\n", "card 4111 1111 1111 1111, ", "\uD83D\uDE00 fine ",
            "My name is Ada Fell. ", "Ada said ", "IBAN DE89 3704 0044 0532 0130 00\n", "ordinary words about nothing ", "x",
            "born on 5 March 1984 "];

    [Fact]
    public void Write_CutAnywhere_GivesTheSame()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var text = Text(random, random.Next(1, 120));
            var options = new TextStreamOptions { Window = random.Next(1, 400), Margin = random.Next(200, 300) };
            var whole = Redact(text, options, [text.Length]);

            for (var round = 0; round < 4; round++)
            {
                var most = random.Next(1, 90);
                Assert.True(whole == Redact(text, options, Cuts(random, text.Length, most)), $"seed {seed}, pieces of up to {most}");
            }
            Assert.True(whole == Redact(text, options, Enumerable.Repeat(1, text.Length)), $"seed {seed}, one by one");
        }
    }

    [Fact]
    public void Write_LargeEnoughMargin_IsTheTextInOnePiece()
    {
        var detectors = new TextRedactor(s_policy, TextDetectors.All, TextOperators.All);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var text = Text(random, 60);

            var actual = Redact(text, new() { Window = random.Next(1, 300), Margin = 400 }, Cuts(random, text.Length, 50), detectors);

            Assert.True(detectors.Redact(text) == actual, $"seed {seed}");
        }
    }

    [Fact]
    public void Write_OneLineOfManyMegabytes_KeepsMemoryBounded()
    {
        using var redactor = new TextStreamRedactor(s_redactor);
        var output = new CountingWriter();
        var piece = string.Concat(Enumerable.Repeat("word ", 20_000)) + "jane.example@example.org ";
        redactor.Write(piece, output);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 60; i++) redactor.Write(piece, output);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
        redactor.Complete(output);
        Assert.Equal(61L * (piece.Length - "jane.example@example.org".Length + "[email]".Length), output.Count);
    }

    [Fact]
    public async Task RedactAsync_ReadsToTheEnd()
    {
        using var redactor = new TextStreamRedactor(s_redactor);
        using var output = new StringWriter();

        await redactor.RedactAsync(new StringReader("mail jane.example@example.org\r\nend"), output);

        Assert.Equal("mail [email]\r\nend", output.ToString());
    }

    [Fact]
    public void Write_AfterAFailure_TakesNoMore_AndReleasesNothing()
    {
        using var redactor =
            new TextStreamRedactor(new(s_policy, [new Failing()], TextOperators.All), options: new() { Window = 1, Margin = 4 });
        using var output = new StringWriter();

        Assert.Throws<RedactionException>(() => redactor.Write("a longer text", output));

        Assert.Throws<InvalidOperationException>(() => redactor.Write("more", output));
        Assert.Throws<InvalidOperationException>(() => redactor.Complete(output));
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Constructor_NoWindow_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextStreamRedactor(s_redactor, options: new() { Window = 0 }));

    private static string Redact(string text, TextStreamOptions options, IEnumerable<int> lengths, TextRedactor? with = null)
    {
        using var redactor = new TextStreamRedactor(with ?? s_redactor, options: options);
        using var output = new StringWriter();
        var position = 0;
        foreach (var length in lengths)
        {
            redactor.Write(text.AsSpan(position, length), output);
            position += length;
        }
        redactor.Complete(output);
        return output.ToString();
    }

    private static IEnumerable<int> Cuts(Random random, int length, int most)
    {
        for (var position = 0; position < length;)
        {
            var next = Math.Min(random.Next(0, most + 1), length - position);
            yield return next;
            position += next;
        }
    }

    private static string Text(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++) text.Append(s_pieces[random.Next(s_pieces.Length)]);
        return text.ToString();
    }

    private sealed class CountingWriter : StringWriter
    {
        public long Count { get; private set; }

        public override void Write(ReadOnlySpan<char> buffer) => Count += buffer.Length;
    }

    private sealed class Failing : ITextDetector
    {
        public DetectorInfo Info { get; } = new("failing", EntityTypes.Term);

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new InvalidOperationException();
    }
}
