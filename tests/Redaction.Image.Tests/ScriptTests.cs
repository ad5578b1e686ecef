using System.Text.Json;
using Redaction.Onnx;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Image.Tests;

/// <summary>Lines in Cyrillic and Greek, and those of several scripts.</summary>
public class ScriptTests(WrittenTextTests.Loaded loaded) : IClassFixture<WrittenTextTests.Loaded>
{
    private const int Steps = 12, Classes = 294;

    [Fact]
    public void Read_OfLinesInCyrillicAndGreek_KeepsEveryLetter()
    {
        var read = loaded.Reader.Read(Letters("cyrillic-greek.png"));

        Assert.Equal("""
            Щукина Жанна Юрьевна
            тел. +7 912 555-01-23, почта: zhanna@example.org
            Ґедзь Їжакевич, вулиця Європейська
            Љубица Ђорђевић, Ниш
            Γεώργιος Παπαδόπουλος
            ΑΦΜ: 123456783, οδός Ερμού
            The meeting is on Monday

            """, read.Text.ToString(), ignoreLineEndingDifferences: true);
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void Detect_InLinesInCyrillicAndGreek_FindsWhatStandsInThem()
    {
        var sink = new FindingSink<PixelBox>();

        new WrittenTextDetector(loaded.Reader, TextDetectors.All).Detect(Letters("cyrillic-greek.png"), sink);

        var types = sink.Items.ToArray().Select(static f => f.Type).ToHashSet();
        Assert.Superset(new HashSet<EntityType> { EntityTypes.Person, EntityTypes.Email, EntityTypes.Phone }, types);
    }

    /// <summary>The reader looks at large pictures in tiles; the first ends after one letter of each of these lines.</summary>
    [Fact]
    public void Read_OfLinesThatBeginWhereATileEnds_TakesTheirFirstLettersForNoLine()
    {
        var read = loaded.Reader.Read(Letters("columns.jpg"));

        Assert.Equal("""
            Please read the paper
            Train small green light
            Light every window
            Paper after paper
            House letter train
            Small plan for water
            Table over paper
            Every garden house
            Window when order

            """, read.Text.ToString(), ignoreLineEndingDifferences: true);
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void Run_OfTheHead_EqualsTheTrainersNet()
    {
        using var model = ImageModels.Catalog.Load("ocr-cyrillic-greek");
        var features = new float[CyrillicGreekReader.Features * Steps];
        for (var i = 0; i < features.Length; i++) features[i] = (float)Math.Sin(i * 0.37 + Math.Pow(i / Steps, 2));
        var scores = new float[Steps * Classes];

        using (var input = OnnxTensor.Over("features", features, 1, CyrillicGreekReader.Features, Steps))
        using (var output = OnnxTensor.Over("scores", scores, 1, Steps, Classes))
            model.Run(input, output);

        using var golden = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("models", "training", "ocr-cyrillic-greek", "golden.json")));
        var expected = golden.RootElement.EnumerateArray().ToArray();
        Assert.Equal(Steps, expected.Length);
        for (var step = 0; step < Steps; step++)
        {
            var row = scores.AsSpan(step * Classes, Classes);
            Assert.Equal(expected[step].GetProperty("score").GetSingle(), row[expected[step].GetProperty("class").GetInt32()], 1e-3f);
            Assert.Equal(expected[step].GetProperty("blank").GetSingle(), row[0], 1e-3f);
        }
    }

    [Theory]
    [InlineData("Cepгeй", "Сергей")] // Latin C, e, p, e
    [InlineData("Οδoς Еρμού", "Οδος Ερμού")] // Latin o, Cyrillic Е
    [InlineData("ivаnоv@mаil.ru", "ivanov@mail.ru")] // Cyrillic а, о
    [InlineData("a.с@х.com", "a.c@x.com")] // Cyrillic с, х: an address is one word
    [InlineData("Cepгeй: PO Box", "Сергей: PO Box")]
    [InlineData("ТОРТ AB12", "ТОРТ AB12")] // each of one script already
    [InlineData("TEКСТ", "ТЕКСТ")] // all look the same in both: most of the letters win
    public void Settle_OfALine_GivesEachWordOneScript(string read, string expected)
    {
        var characters = Characters(read);

        WordScripts.Settle(characters);

        Assert.Equal(expected, Text(characters));
    }

    [Theory]
    [InlineData("faςade né", 0.99f, "façade né", 0.97f, "façade né")] // more of its letters are Latin
    [InlineData("р/с 12", 0.99f, "p/c 12", 0.9f, "p/c 12")] // nothing tells that it is no Latin
    [InlineData("р/с для", 0.99f, "p/c", 0.9f, "р/с для")]
    [InlineData("для", 0.6f, "41.", 0.5f, "41.")] // too unsure
    [InlineData("для", 0.8f, "41.", 0.95f, "41.")]
    [InlineData("дом № 5", 0.9f, "ДOM No 5", 0.99f, "дом № 5")] // letters of several scripts are no word
    public void Blend_OfTwoReadings_TakesCyrillicAndGreekFromTheReaderOfThese(
        string own, float ownScore, string read, float readScore, string expected)
    {
        var left = Characters(read, readScore);

        Assert.Equal(expected, Text(ScriptBlend.Blend(Characters(own, ownScore), left) ?? left));
    }

    private static ImageSource Letters(string name) =>
        Pictures.Decode(File.ReadAllBytes(Repository.PathOf("tests", "Redaction.Image.Tests", "Letters", name))).Page(0).AsSource();

    private static List<SeenCharacter> Characters(string text, float score = 1) =>
        [.. text.Select((c, i) => new SeenCharacter(c.ToString(), i / (float)text.Length, (i + 1) / (float)text.Length, score))];

    private static string Text(List<SeenCharacter> characters) => string.Concat(characters.Select(static c => c.Text));
}
