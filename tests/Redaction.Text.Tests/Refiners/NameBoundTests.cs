using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Names and addresses end where they end.</summary>
public class NameBoundTests
{
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule(PolicyRule.Keep)), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("{person:Jmenuji} se Eva Malá", 0.25f)]
    [InlineData("{person:Benim adım} Ayşe Kaya", 0.25f)]
    [InlineData("call {person:Eva Malá} now", 0.9f)]
    public void IntroducingWords_AreNoName(string marked, float score)
    {
        var (text, given, _) = Refining.Parse(marked);

        var all = Refining.Run(new IntroducingWords(), text, given.Select(static f => f with { Detector = "names" }));

        Assert.Equal(score, all[0].Score);
    }

    [Fact]
    public void IntroducingWords_BeforeAName_AreCutOff()
    {
        var (text, given, _) = Refining.Parse("{person:A nevem Kovács Ilona}, jó");

        var all = Refining.Run(new IntroducingWords(), text, given.Select(static f => f with { Detector = "names" }));

        Assert.Equal("Kovács Ilona", text.Substring(all[1].Region.Start, all[1].Region.Length));
    }

    [Theory]
    [InlineData("{address:12 MG Road, Bengaluru} - [[560 011]].")]
    [InlineData("{address:12 MG Road, Pune}, PIN: [[411001]]")]
    [InlineData("{address:Kungsgatan 4}, [[111 43]] Stockholm")]
    [InlineData("{address:12 MG Road, Pune} - 4 rooms")]
    [InlineData("{address:12 MG Road, Pune}, 12345678")]
    public void AddressEnds_PostcodeSetOff_Belongs(string marked) => Refining.Check(new AddressEnds(), marked);

    [Theory]
    [InlineData("{organization:Penny Stock} rules", 0.55f, 0.25f)]
    [InlineData("{organization:Penny Stock} rules", 0.9f, 0.9f)]
    [InlineData("{organization:Lindqvist Stock} rules", 0.55f, 0.55f)]
    [InlineData("{person:Rückfragen} an uns", 0.65f, 0.25f)]
    [InlineData("{person:Bestellungen} bitte", 0.65f, 0.25f)]
    [InlineData("{person:Hagen} bitte", 0.65f, 0.65f)]
    public void OrdinaryCompounds_InDoubt_AreNoName(string marked, float given, float expected)
    {
        var (text, findings, _) = Refining.Parse(marked, given);

        var all = Refining.Run(new OrdinaryCompounds(), text, findings.Select(static f => f with { Detector = "names" }));

        Assert.Equal(expected, all[0].Score);
    }

    [Theory]
    [InlineData("<s><add key=\"ApiKey\" value=\"kornblume\"/><apiKey>korn7blume</apiKey></s>",
        "<s><add key=\"ApiKey\" value=\"[secret]\"/><apiKey>[secret]</apiKey></s>")]
    [InlineData("<p><secrets><password>min lille hest</password></secrets><phone>41288553</phone></p>",
        "<p><secrets><password>[secret]</password></secrets><phone>[phone]</phone></p>")]
    public void SecondLook_OfNamedPlaces_KnowsWhereTheyStand(string xml, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new Xml(), xml, new(s_redactor)));

    [Theory]
    [InlineData("Adres: Lipowa 8/4, 00-999 Zabrzeg", "Lipowa")]
    [InlineData("العنوان: شارع النخيل 14، المدينة ٢٣٤٣٢", "النخيل")]
    [InlineData("住所：港町三丁目4-5", "港町")]
    [InlineData("Địa chỉ: 12 Ngõ Hoa, Phường Sen, Hà Nội", "Hoa")]
    public void LabelledAddress_InAnyLanguage_IsMasked(string text, string street) =>
        Assert.DoesNotContain(street, s_redactor.Redact(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Address: 0x7fff12ab")]
    [InlineData("Address: localhost 8080")]
    [InlineData("address: {street} {number}")]
    public void LabelledAddress_OfAProgram_IsLeft(string text) => Assert.Equal(text, s_redactor.Redact(text));
}
