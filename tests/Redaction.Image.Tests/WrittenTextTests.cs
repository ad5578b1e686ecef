using System.Numerics;
using System.Text.Json;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Image.Tests;

public class WrittenTextTests(WrittenTextTests.Loaded loaded) : IClassFixture<WrittenTextTests.Loaded>
{
    private const double LeastCovered = 0.95; // of the characters of identifiers in a letter

    /// <summary>The models, loaded once.</summary>
    public sealed class Loaded : IDisposable
    {
        internal PpOcrReader Reader { get; } = new();

        public void Dispose() => Reader.Dispose();
    }

    public static TheoryData<string> Letters => ["upright", "turned", "on-its-head", "lying"];

    [Theory, MemberData(nameof(Letters))]
    public void Detect_OnALetter_CoversItsIdentifiers(string letter)
    {
        var image = Letter(letter);

        var findings = Detect(image, WrittenTextMode.Identifiers);

        var middles = Middles(letter);
        var covered = middles.Count(m => findings.Any(f => f.Region.Overlaps(new(m.X, m.Y, 1, 1))));
        Assert.True(covered >= LeastCovered * middles.Length, $"{covered} of {middles.Length} characters are covered");
        Assert.Contains(findings, f => f.Type == EntityTypes.Email);
        Assert.Contains(findings, f => f.Type == EntityTypes.CreditCard);
    }

    [Fact]
    public void Redact_OfALetter_LeavesNoIdentifierToRead()
    {
        var redacted = Pictures.Redact(Pictures.Redactor(new WrittenTextDetector(loaded.Reader, TextDetectors.All)), LetterFile("turned"));

        var left = loaded.Reader.Read(Pictures.Decode(redacted).Page(0).AsSource()).Text.ToString();

        Assert.DoesNotContain("example", left, StringComparison.Ordinal);
        Assert.DoesNotContain("1111", left, StringComparison.Ordinal);
        Assert.Contains("colleague", left, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfLettersWithAccents_KeepsThem()
    {
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", "accents.png")));

        var read = loaded.Reader.Read(image.Page(0).AsSource()).Text.ToString();

        Assert.Equal("Łukasz Żółć, Günther Müßig\nČeněk Dvořák, Şükrü Ağaoğlu\nFrançois Lévêque, Señor Núñez\n", read);
    }

    [Fact]
    public void Detect_OfAllText_CoversEveryLine()
    {
        var findings = Detect(Letter("upright"), WrittenTextMode.All);

        Assert.Equal(6, findings.Count(f => f.Type == EntityTypes.WrittenText));
    }

    [Fact]
    public void Detect_WithReadingOff_FindsNothing() => Assert.Empty(Detect(Letter("upright"), WrittenTextMode.Off));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 7)]
    [InlineData(2200, 40)]
    public void Read_OfAnEmptyImageOfAnySize_IsEmpty(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        pixels.AsSpan().Fill(200);

        Assert.True(loaded.Reader.Read(new ImageSource(pixels, width, height, 3)).Text.IsWhiteSpace());
    }

    [Theory]
    [InlineData("AB 123 CD", true)]
    [InlineData("B-XY 4711", true)]
    [InlineData("7ABC123", true)]
    [InlineData("ROOM 1", false)]
    [InlineData("Invoice 2024", false)]
    [InlineData("19.50", false)]
    [InlineData("A1B2C3D4", false)]
    public void LooksLikePlate_OfALine_TellsPlatesFromOtherText(string line, bool expected) =>
        Assert.Equal(expected, PlateText.LooksLikePlate(line));

    [Theory]
    [InlineData("PASSW0RD=a0b", "PASSWORD=a0b")]
    [InlineData("passw0rd", "password")]
    [InlineData("s3cr3t0x 0ABC AB0C1 B0B", "s3cr3t0x 0ABC AB0C1 B0B")] // other digits, at the edge, too short: codes
    public void Mend_OfALine_MakesNoughtsWithinWordsLetters(string read, string expected)
    {
        List<SeenCharacter> characters = [.. read.Select(static c => new SeenCharacter(c.ToString(), 0, 0, 1))];

        Misread.Mend(characters);

        Assert.Equal(expected, string.Concat(characters.Select(static c => c.Text)));
    }

    [Fact]
    public void Around_PointsOfATurnedRectangle_IsThatRectangle()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var angle = (random.NextSingle() - 0.5f) * 1.4f;
            var along = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
            var truth = new TextLine(new(random.Next(500), random.Next(500)), along, 40 + random.Next(100), 5 + random.Next(20));
            var points = new List<Vector2>();
            foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(-1, -1), (1, -1), (1, 1), (-1, 1)])
                points.Add(truth.Centre + truth.Along * (x * truth.HalfLength) + truth.Down * (y * truth.HalfHeight));
            for (var i = 0; i < 40; i++)
                points.Add(truth.Centre + truth.Along * ((random.NextSingle() * 2 - 1) * truth.HalfLength)
                    + truth.Down * ((random.NextSingle() * 2 - 1) * truth.HalfHeight));

            var found = SmallestRectangle.Around(points);

            Assert.True(Vector2.Distance(truth.Centre, found.Centre) < 0.1f && Math.Abs(truth.HalfLength - found.HalfLength) < 0.1f,
                $"seed {seed}: {truth} {found}");
        }
    }

    [Fact]
    public void Of_TextWithSpacesInNumbers_JoinsThemAndKeepsPlaces()
    {
        var text = new RecoveredText<PixelBox>("a 12 34 b",
            [new(new(0, 1), new PixelBox(0, 0, 1, 1)), new(new(2, 2), new PixelBox(2, 0, 2, 1)), new(new(5, 2), new PixelBox(5, 0, 2, 1))]);

        var joined = JoinedDigits.Of(text)!;

        Assert.Equal("a 1234 b", joined.Text.ToString());
        Assert.Equal(new PixelBox(2, 0, 5, 1), joined.Locate(new(2, 4)));
        Assert.Null(JoinedDigits.Of(joined));
        Assert.Equal("on 03/02/2024 with 5th", JoinedDigits.Of(new("on 03/02/2024with 5th", []))!.Text.ToString());
    }

    [Fact]
    public void Detect_WithAFailingDetector_NamesItAndNothingElse()
    {
        var detector = new WrittenTextDetector(loaded.Reader, [new Failing()]);

        var error = Assert.Throws<RedactionException>(() => detector.Detect(Letter("upright").Page(0).AsSource(), new()));

        Assert.Equal((ErrorCodes.ComponentFailed, "failing"), (error.Code, error.Component));
    }

    private Finding<PixelBox>[] Detect(DecodedImage image, WrittenTextMode mode)
    {
        var sink = new FindingSink<PixelBox>();
        new WrittenTextDetector(loaded.Reader, TextDetectors.All, mode).Detect(image.Page(0).AsSource(), sink);
        return sink.Items.ToArray();
    }

    private static DecodedImage Letter(string name) => Pictures.Decode(LetterFile(name));

    private static byte[] LetterFile(string name) =>
        File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", name + ".jpg"));

    private static (int X, int Y)[] Middles(string name)
    {
        using var json =
            JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", "letters.json")));
        return [.. json.RootElement.GetProperty(name).EnumerateArray().Select(static m => (m[0].GetInt32(), m[1].GetInt32()))];
    }

    private sealed class Failing : ITextDetector
    {
        public DetectorInfo Info { get; } = new("failing", EntityTypes.Term);

        public void Detect(TextSource source, FindingSink<TextSpan> findings) => throw new InvalidOperationException("colleague");
    }
}
