using Xunit;

namespace Redaction.Text.Tests;

/// <summary>The refiners that lower what is nobody's: each keeps every finding and only moves scores.</summary>
public class SuppressionTests
{
    private static void Check(
        IFindingRefiner<TextSource, TextSpan> refiner, string marked, string type, bool lowered, string detector = "names")
    {
        var (text, given, _) = Refining.Parse(marked);

        var all = Refining.Run(refiner, text, given.Select(f => f with { Detector = detector }));

        Assert.Equal(given.Length, all.Length);
        Assert.All(all, f => Assert.Equal(lowered && f.Type.Name == type, f.Score < 0.5f));
    }

    [Theory]
    [InlineData("{organization:Mirroring Deployment Group} is new. Create a mirroring deployment group.", true)]
    [InlineData("{organization:Quill Deployment Group} is new. Create a group.", false)] // only the whole is a term
    [InlineData("{organization:Harbour Trading Group} and harbour trading group staff", false)] // no article
    public void OrganisationThatIsATerm_IsLowered(string marked, bool lowered) =>
        Check(new OrdinaryCompounds(), marked, "organization", lowered, "organization");

    [Theory]
    [InlineData("2.1. The Initial Developer {person:Grant}. The", true)]
    [InlineData("The Reverend {person:Grant} spoke", false)] // a title
    [InlineData("Quill Developer {person:Grant} spoke", false)] // no article
    public void EverydayWordThatAContractDefines_IsLowered(string marked, bool lowered) =>
        Check(new OrdinaryCompounds(), marked, "person", lowered);

    [Theory]
    [InlineData("font-family: {location:Georgia}, serif;", true)]
    [InlineData("\"font\": \"{location:Georgia}\"", true)]
    [InlineData("the font of {location:Georgia}", false)]
    public void FontOfAStyle_IsLowered(string marked, bool lowered) => Check(new CodeWords(), marked, "location", lowered);

    [Theory]
    [InlineData("District Court for the Southern District of {location:Larkspur}", true)]
    [InlineData("Circuit Court of {location:Quill County}, {location:Larkspur}\nAnna, Plaintiff", true)]
    [InlineData("Superior Court of Larkspur, County of {location:Quill}", true)]
    [InlineData("The court heard a woman from {location:Larkspur}", false)] // no name of a court
    [InlineData("Court Reporter: somebody of {location:Larkspur}", false)] // a person's place
    [InlineData("the Court in session. She lives in {location:Larkspur}", false)]
    [InlineData("District Court\n{location:Larkspur}", false)] // another line
    public void Courts_PlaceInTheirName_IsLowered(string marked, bool lowered) => Check(new Courts(), marked, "location", lowered);

    [Theory]
    [InlineData("jobs:\n  docs:\n    name: Build Docs\n    steps:\n      - name: Checkout Code\n", "Build Docs", "Checkout Code")]
    [InlineData("- name: Run Unit Tests\n  run: make test\n", "Run Unit Tests", "make test")]
    public void NamesOfSteps_OfABuild_AreLeft(params string[] texts)
    {
        var policy = new RedactionPolicy("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule(PolicyRule.Keep));
        var redactor = new TextRedactor(policy, TextDetectors.All, TextOperators.All)
        {
            Refiners = TextRefiners.All,
        };

        Assert.All(texts[1..], t => Assert.Contains(t, redactor.Redact(texts[0]), StringComparison.Ordinal));
        Assert.DoesNotContain("Ada Fell", redactor.Redact("name: Ada Fell\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import numpy as np\n@pytest.fixture\ndef client(app): ...\n", true)]
    [InlineData("x = 1\n@app.route(\"/users\")\ndef users(): ...\n", true)]
    [InlineData("@property\ndef name(self): ...\n@name.setter\ndef name(self, value): ...\n", true)]
    [InlineData("Write to jane.fell\n@tinwell.example today.\n", false)] // a line end in an address
    public void Decorators_AfterALine_AreNoAddresses(string text, bool isLeft)
    {
        var detector = new NormalizingDetector(TextDetectors.All.Single(static d => d.Info.Id == "email"));
        var findings = new FindingSink<TextSpan>();

        detector.Detect(new(text), findings);

        Assert.Equal(isLeft, findings.Count == 0);
    }

    [Theory]
    [InlineData("{person:Rose} bushes grew by the river.", true)]
    [InlineData("{person:Grace} notes are short.", true)]
    [InlineData("{person:Mark} bets were placed.", true)]
    [InlineData("{person:Rose} likes fonts.", false)] // a verb
    [InlineData("{person:Grace} boss was late.", false)] // no plural
    [InlineData("{person:Anna} bushes grew.", false)] // no everyday word
    [InlineData("{person:Rose}, bushes grew.", false)]
    public void PluralThings_AfterAnEverydayWord_LowerIt(string marked, bool lowered) =>
        Check(new PluralThings(), marked, "person", lowered);

    [Theory]
    [InlineData("{person:Grant} the request", true)]
    [InlineData("{person:Bill} later", true)]
    [InlineData("{person:Anna} the nurse", false)] // no verb
    [InlineData("{person:Grant} called", false)]
    public void OrdinaryCompounds_OfAVerbAndItsObject_AreLowered(string marked, bool lowered) =>
        Check(new OrdinaryCompounds(), marked, "person", lowered);

    [Theory]
    [InlineData("Fonts used: Comic {person:Sans}, {person:Gill Sans}", true)]
    [InlineData("Farben: {person:Amber}", true)]
    [InlineData("{person:auth} failed for somebody", true)]
    [InlineData("Product owner: {person:Anna Quill}", false)] // a person's label
    [InlineData("{person:Amber} likes fonts", false)]
    public void CodeWords_NameOfAThing_IsLowered(string marked, bool lowered) => Check(new CodeWords(), marked, "person", lowered);

    [Fact]
    public void Courts_PlaceThatTheCallerNamed_Stays() =>
        Check(new Courts(), "Circuit Court of {location:Larkspur}", "location", lowered: false, "deny-list");

    [Theory]
    [InlineData("{person:Parkinson}'s disease", true)]
    [InlineData("adenocarcinoma, {person:Gleason} 3+4=7", true)]
    [InlineData("{person:Apgar} score of 9", true)]
    [InlineData("{person:Babinski} sign", true)]
    [InlineData("{person:Whipple} procedure", true)]
    [InlineData("{person:Murphy}'s law applies", true)]
    [InlineData("a {person:Stanley} knife", true)]
    [InlineData("Volt, Ampere, {person:Hertz} and Newton", true)]
    [InlineData("Weber, {person:Siemens} and Henry", false)] // three families
    [InlineData("gave {person:Stanley} soup", false)] // who got it
    [InlineData("{person:Calvin Klein jeans}", true)]
    [InlineData("the {person:Peter Principle}", true)]
    [InlineData("{person:Occam}’s razor", true)]
    [InlineData("{person:Murphy} Law was a firm", false)]
    [InlineData("{person:Weber}'s score of 9", false)] // the score of somebody
    [InlineData("{person:Anna Parkinson} disease-free", false)] // a full name
    [InlineData("{person:Parkinson} called", false)]
    public void Eponyms_NameOfAThing_IsLowered(string marked, bool lowered) => Check(new Eponyms(), marked, "person", lowered);

    [Theory]
    [InlineData("{person:Perfect}, {location:Quill} it is", true)]
    [InlineData("{person:Great}! See you.", true)]
    [InlineData("{person:Grace}, see you.", false)] // a name
    [InlineData("{person:Perfect} called", false)]
    public void Interjections_BeforeAComma_AreLowered(string marked, bool lowered) => Check(new Interjections(), marked, "person", lowered);

    [Theory]
    [InlineData("Court Reporter: {job-title:Certified Reporter}\n\nBY {person:Ada Fell}", true)]
    [InlineData("He is a {job-title:programmer}. {person:Ada} called.", true)] // another sentence
    [InlineData("{person:Ada Fell}, {job-title:programmer}, called.", false)]
    [InlineData("worked for {organization:Quillon} as a {job-title:programmer}.", false)]
    [InlineData("{person:Ada Fell}\n{job-title:Programmer}\nQuill Road", false)] // a letterhead
    [InlineData("a {age:43-year-old} {job-title:bus driver}", false)]
    [InlineData("Dr. {person:Fell}, our {job-title:dentist}", false)] // the point belongs to a title
    [InlineData("{job-title:programmer}", false)] // a cell of a table
    public void LoneJobTitles_WithoutBearerOrEmployer_AreLowered(string marked, bool lowered) =>
        Check(new LoneJobTitles(), marked, "job-title", lowered);

    [Theory]
    [InlineData("Version 3, {date:29 June 2007}", true)]
    [InlineData("Version 2.{date:1, February 1999}", true)] // as the model cuts it
    [InlineData("#### 3.1.0 ({date:Sep 27, 2017})", true)]
    [InlineData("Protocol, RFC 4253, {date:January 2006}", true)]
    [InlineData(".TH QUILL \"1\" \"{date:September 2022}\" \"quill 9.1\"", true)]
    [InlineData("the events {date:of September 2022}?", true)] // no day
    [InlineData("She was born in {date:September 1982}", false)]
    [InlineData("{person:Ada Fell} left in {date:September 2022}", false)]
    [InlineData("HbA1c 7.2 ({date:27 Sep 2017})", false)] // a value with a point is no version
    [InlineData("seen on {date:29 June 2007}", false)]
    [InlineData("{date:September 2022}", false)] // a cell of a table
    public void DocumentDates_OfNobodysLife_AreLowered(string marked, bool lowered) => Check(new DocumentDates(), marked, "date", lowered);

    [Theory]
    [InlineData("We meet [[Sunday]] at Quillon, {address:12 High Street}, at ten.")]
    [InlineData("wir treffen uns am [[Montag]] in der {address:Amselgasse 12}")]
    [InlineData("It was Sunday. She lives at {address:12 High Street}.")] // another sentence
    [InlineData("on Sundays at {address:12 High Street}")] // every one of them
    [InlineData("see you Sunday at {location:Quill}")] // no address
    public void Appointments_WeekdayBeforeAnAddress_IsFound(string marked) => Refining.Check(new Appointments(), marked);

    [Theory]
    [InlineData("{person:Merci beaucoup. Bonne} journée.", true)]
    [InlineData("{person:Dzień dobry}.", true)]
    [InlineData("{person:Guten} Morgen", true)]
    [InlineData("Grazie {person:mille}, a presto", true)]
    [InlineData("{person:Mille Berg} kommer.", false)]
    [InlineData("Hei {person:Dag}", false)]
    [InlineData("{person:Dag} kommer.", false)] // a name too
    public void Courtesies_AreNobody(string marked, bool lowered) => Check(new Courtesies(), marked, "person", lowered);

    [Theory]
    [InlineData("{person:Addison} crisis", true)]
    [InlineData("{person:Romberg} negative", true)]
    [InlineData("{person:Rockwell} and Bodoni", true)]
    [InlineData("{person:Rockwell} was admitted", false)] // a person does so
    [InlineData("please call {person:Rockwell} back", false)]
    [InlineData("{person:Foley} was admitted", false)] // a surname is a person's first, whatever is called after another
    [InlineData("{person:Foley} in room 4 asked for water", false)]
    [InlineData("please call {person:Lachman} back", false)]
    [InlineData("{person:Sobolev} wrote to us", false)]
    [InlineData("{person:Hobson's choice}", true)]
    [InlineData("{organization:Ohm's law}", true)]
    [InlineData("{person:Ohm's} house", false)]
    [InlineData("{person:Allen key}", true)]
    [InlineData("{person:Gill Sans} and others", true)]
    [InlineData("{location:Glasgow Coma} Scale 15", true)]
    [InlineData("{organization:Weber} midline", true)]
    [InlineData("{person:Earl Grey}", true)]
    [InlineData("{person:Jack Russell}", true)]
    [InlineData("{person:Anna Allen} key in hand", false)] // a full name
    [InlineData("{person:Allen} Key", false)] // a name
    [InlineData("{person:Hertz} called", false)] // alone
    public void Eponyms_WithWhatTheyName_AreLowered(string marked, bool lowered) =>
        Check(new Eponyms(), marked, marked[1..marked.IndexOf(':')], lowered);

    [Theory]
    [InlineData("{person:Edith Moor} ([[93]]) was seen.")]
    [InlineData("{person:Edith Moor} (12)")] // rather a note
    [InlineData("{person:Edith Moor} (1931)")]
    public void ApposedAges_InBrackets_AreFound(string marked) => Refining.Check(new ApposedAges(), marked);

    [Theory]
    [InlineData("{person:Max Value}", true)]
    [InlineData("{person:Min Price} in EUR", true)]
    [InlineData("{person:Max Planck}", false)]
    public void OrdinaryCompounds_LabelsOfLimits_AreLowered(string marked, bool lowered) =>
        Check(new OrdinaryCompounds(), marked, "person", lowered);

    [Theory]
    [InlineData("{person:Grace} period ends", true)]
    [InlineData("{person:Grace} came home", false)]
    public void OrdinaryCompounds_WordBeforeAThing_IsLoweredWhereTheModelDoubts(string marked, bool lowered)
    {
        var (text, given, _) = Refining.Parse(marked, score: 0.6f);

        var all = Refining.Run(new OrdinaryCompounds(), text, given.Select(static f => f with { Detector = "names" }));

        Assert.Equal(lowered, all[0].Score < 0.5f);
    }
}
