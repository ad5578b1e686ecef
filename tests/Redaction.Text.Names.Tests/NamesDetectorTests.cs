using System.Text;
using Xunit;

namespace Redaction.Text.Names.Tests;

[Collection(LoadedModel.Name)]
public class NamesDetectorTests(LoadedModel loaded)
{
    [Theory]
    [InlineData("Dear Ms Okonkwo, my name is Brendan Vance and I live in Leeds.", "Okonkwo|Brendan Vance")]
    [InlineData("Mr. Halloran called about the invoice.", "Halloran")]
    [InlineData("hello my name is sarah parkinson", "sarah parkinson")]
    [InlineData("Meeting with Jonathan Pemberton tomorrow.", "Jonathan Pemberton")]
    [InlineData("Sehr geehrte Frau Steinhoff, vielen Dank.", "Steinhoff")]
    [InlineData("Siksi Pekka Lahtinen lähti kotiin.", "Pekka Lahtinen")]
    public void Detect_Persons_AreFound(string text, string names)
    {
        foreach (var quality in Enum.GetValues<DetectionQuality>()) AssertFound(text, names, quality);
    }

    private void AssertFound(string text, string names, DetectionQuality quality)
    {
        var found = Find(loaded.Of(quality), text).Where(f => f.Type == EntityTypes.Person && f.Score >= 0.5f).ToArray();

        foreach (var name in names.Split('|'))
        {
            var start = text.IndexOf(name, StringComparison.Ordinal);
            Assert.Contains(found, f => f.Region.Start <= start && f.Region.End >= start + name.Length);
        }
    }

    [Theory]
    [InlineData("INSERT INTO staff VALUES (3,'Birgitta','Norén','x',NULL);", "Birgitta|Norén")]
    [InlineData("(4, 'Magnus', 'Dahlberg')", "Magnus|Dahlberg")]
    public void Detect_GivenNameAndSurnameInARow_AreFound(string text, string names) => AssertFound(text, names, DetectionQuality.Fast);

    [Theory]
    [InlineData("int main() {\n    // ask Ada Fell about this\n    return retry(3);\n}", "Ada Fell")]
    [InlineData("# TODO(Magnus Dahlberg): drop the cache", "Magnus Dahlberg")]
    [InlineData("manager: CN=Ada Fell,OU=Sales,DC=example,DC=com", "Ada Fell")]
    [InlineData("{10}{40}Ada Fell\n{50}{90}Hello there", "Ada Fell")]
    [InlineData("{\"file_name\": \"train/magnus-dahlberg/img_01.jpg\"}", "magnus-dahlberg")]
    [InlineData("see cv_birgitta_noren_2031.pdf", "birgitta_noren")]
    public void Detect_NamesWhereNoSentenceIs_AreFound(string text, string names) => AssertFound(text, names, DetectionQuality.Fast);

    [Theory]
    [InlineData("// ask Visual Studio to build\n// TODO(Object Pool)\n# thanks to Signal Buffer")]
    [InlineData("CN=Domain Users,CN=Users,DC=example,DC=com and CN=Quill Root CA,O=Quill")]
    [InlineData("{10}{40}Good Evening\n{50}{60}May Day")]
    [InlineData("available in the us-central1-b and europe-west1-d zones; create labels, foo and baz:")]
    [InlineData("List all security marks for asset (8910) under project abc.")]
    [InlineData("| North | 1200 |\n| South | 980 |\n| East | 14 |")]
    [InlineData("street_scene_01.jpg red_car_02.png may_report.pdf jordan_river_map.png final_draft.docx")]
    [InlineData("('Small','Medium','Large')")]
    [InlineData("days = ('Wed','Thu','Fri'); months = ('Jan','April','August')")]
    [InlineData("Kovář kove, pekař peče a švec šije.")] // words in small letters of languages that the model was not trained on
    [InlineData("Use I .tbz and B -T here, Unix-specific.")] // a file's ending, an option
    [InlineData("Sat Oct 29 13:09:31 GMT 1994")]
    [InlineData("Siksi menimme rantaan. Jossain soi musiikki.")] // words that begin sentences
    [InlineData("Keď prší, zostaneme doma. Samozrejme je to škoda.")]
    [InlineData("Bugün hava güzel, deniz sakin ve gül bahçesi açık.")]
    public void Detect_WordsThatLookLikeNames_NamesNobody(string text) =>
        Assert.DoesNotContain(Find(loaded.Of(DetectionQuality.Fast), text), static f => f.Type == EntityTypes.Person && f.Score >= 0.5f);

    [Theory]
    [InlineData("Kapitola 4, strana 302, obrázek 12b, tabulka 7.")] // a page
    [InlineData("Rada: weź 2 łyżki mąki, 250 ml mleka i 3 jajka.")] // so much of something
    [InlineData("Słońce świeci. Cena 129,99 zł.")] // a price
    [InlineData("Konto 44, beløp 441,20")]
    [InlineData("112. oldal, 450 forint.")]
    [InlineData("Copyright (c) 2006-2008, R Quill")] // years
    public void Detect_NumbersOfOtherThings_AreNoAddress(string text) =>
        Assert.DoesNotContain(Find(loaded.Of(DetectionQuality.Fast), text), static f => f.Type == EntityTypes.Address && f.Score >= 0.5f);

    [Theory]
    [InlineData("12345 67890")]
    [InlineData("-0.96")]
    [InlineData("08:51:06")]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("the of and")]
    [InlineData("os.path.join(a, b)")]
    [InlineData("dear all, this is a test and thanks")]
    [InlineData("The LogRecord is made by the Handler for A.B and option B only.")]
    [InlineData("@dataclass(frozen=True)\nclass Parser:\n    @property\n    def Name(self): ...")]
    public void Detect_Nonsense_NamesNoPerson(string text)
    {
        foreach (var quality in Enum.GetValues<DetectionQuality>())
            Assert.DoesNotContain(Find(loaded.Of(quality), text), f => f.Type == EntityTypes.Person && f.Score >= 0.5f);
    }

    [Theory]
    [InlineData(DetectionQuality.Fast)]
    [InlineData(DetectionQuality.Accurate)]
    public void Detect_RandomText_StaysWithinIt(DetectionQuality quality)
    {
        string[] pieces = ["Jane ", "Doe", "\uD800", "\uDC00", "’s ", "l'", "avocat ", "\n\n", "\u200B", "12 ", "!!!", "Smith-", "é", "王",
            "Mr ", "my name is "];
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var i = random.Next(80); i >= 0; i--) text.Append(pieces[random.Next(pieces.Length)]);
            foreach (var finding in Find(loaded.Of(quality), text.ToString()))
                Assert.True(finding.Region.Start >= 0 && finding.Region.Length > 0 && finding.Region.End <= text.Length,
                    $"seed {seed}: {finding}");
        }
    }

    [Fact]
    public void Detect_LongText_FindsAtItsEndAndAllocatesTheSame()
    {
        var clean = string.Concat(Enumerable.Repeat("the quick brown fox jumps over the lazy dog again. ", 2000));
        var text = clean + "My name is Brendan Vance.";

        Assert.Contains(Find(loaded.Detector, text), f => f.Type == EntityTypes.Person && f.Region.Start == clean.Length + 11);
    }

    [Theory]
    [InlineData(DetectionQuality.Fast)]
    [InlineData(DetectionQuality.Accurate)]
    public void Detect_OnEightThreads_GivesTheSame(DetectionQuality quality)
    {
        const string text = "Dear Ms Okonkwo, my name is Brendan Vance, a nurse from Leeds working for Northern Trust Ltd.";
        var expected = Find(loaded.Of(quality), text);

        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ => Assert.Equal(expected, Find(loaded.Of(quality), text)));
    }

    [Fact]
    public void Sensitivity_Higher_CoversNoLess()
    {
        const string text = "met okonkwo at the office with brendan vance and the team from northern on tuesday";
        using var low = NamesDetector.Create(NamesSensitivity.Low);
        using var high = NamesDetector.Create(NamesSensitivity.High);

        int Covered(NamesDetector detector) => Find(detector, text).Where(f => f.Score >= 0.5f).Sum(f => f.Region.Length);

        Assert.True(Covered(low) <= Covered(loaded.Detector));
        Assert.True(Covered(loaded.Detector) <= Covered(high));
    }

    [Fact]
    public void Create_UnknownSensitivity_Throws() => Assert.Throws<ArgumentException>(() => NamesDetector.Create((NamesSensitivity)9));

    [Fact]
    public void Create_UnknownQuality_Throws() =>
        Assert.Throws<ArgumentException>(() => NamesDetector.Create(quality: (DetectionQuality)9));

    [Fact]
    public void Describe_OfEachQuality_TellsThemApart() =>
        Assert.NotEqual(NamesDetector.Describe(DetectionQuality.Fast).Version, NamesDetector.Describe(DetectionQuality.Accurate).Version);

    [Fact]
    public void ReadFile_SharedWithAnotherModel_IsThatModelsOwn()
    {
        var (fast, accurate) = (NamesModels.Of(DetectionQuality.Fast), NamesModels.Of(DetectionQuality.Accurate));

        foreach (var file in (string[])["words.bin", "tables.bin", "gazetteer.bin"])
            Assert.Equal(NamesModels.Catalog.ReadFile(fast, file), NamesModels.Catalog.ReadFile(accurate, $"{fast.Id}/{file}"));
    }

    [Fact]
    public void ReadFile_WithAnotherHash_Throws()
    {
        var manifest = NamesModels.Of(DetectionQuality.Fast);
        var changed = manifest with { Files = manifest.Files.SetItem("words.bin", new string('0', 64)) };

        var e = Assert.Throws<RedactionException>(() => NamesModels.Catalog.ReadFile(changed, "words.bin"));
        Assert.Equal(ErrorCodes.MissingDependency, e.Code);
        Assert.Equal(ErrorCodes.MissingDependency,
            Assert.Throws<RedactionException>(() => NamesModels.Catalog.ReadFile(manifest, "other.bin")).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(1000)]
    public void Assets_CutOrChanged_AreRefused(int length)
    {
        foreach (var file in (string[])["words.bin", "tables.bin", "gazetteer.bin", "pieces.bin"])
        {
            var manifest = NamesModels.Of(file == "pieces.bin" ? DetectionQuality.Accurate : DetectionQuality.Fast);
            var content = NamesModels.Catalog.ReadFile(manifest, file)[..length];
            Assert.Throws<RedactionException>(() =>
            {
                if (file == "words.bin") _ = new WordRows("names", content);
                else if (file == "tables.bin") _ = new FeatureTables("names", content);
                else if (file == "pieces.bin") _ = new PieceTable("names", content);
                else _ = new Gazetteer("names", content);
            });
        }
    }

    private static Finding<TextSpan>[] Find(NamesDetector detector, string text)
    {
        var sink = new FindingSink<TextSpan>();
        detector.Detect(new TextSource(text), sink);
        return sink.Items.ToArray();
    }
}
