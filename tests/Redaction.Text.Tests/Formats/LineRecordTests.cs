using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Records whose lines begin with a tag or hold values at set places: tags and lines stay, values are named by them.</summary>
public sealed class LineRecordTests
{
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("0 HEAD\n0 @I1@ INDI\n1 NAME Odd /Ness/\n1 RESI\n2 ADDR 14 Alder Row\n3 CITY Bristol\n2 PHON 41288553\n0 TRLR\n",
        "0 HEAD\n0 @I1@ INDI\n1 NAME [person]\n1 RESI\n2 ADDR [address]\n3 CITY [address]\n2 PHON [phone]\n0 TRLR\n")]
    [InlineData("TY  - JOUR\nAU  - Ness, Odd\nPY  - 2024\nAD  - 14 Alder Row, Bristol\nER  - \n",
        "TY  - JOUR\nAU  - [person]\nPY  - 2024\nAD  - [address]\nER  - \n")]
    [InlineData("PMID- 1234567\nOWN - x\nFAU - Ness, Odd\nAU  - Ness O\n", "PMID- 1234567\nOWN - x\nFAU - [person]\nAU  - [person]\n")]
    [InlineData(":20:X1\n:25:DE89370400440532013000\n:86:166?00RENT?32ODD NESS?31DE89370400440532013000?20March\n",
        ":20:X1\n:25:[iban]\n:86:166?00RENT?32[person]?31[iban]?20March\n")]
    [InlineData("AXXX001\nHFPLTPILOTINCHARGE:Odd Ness\nB0914025542282N01311460EA0041200500\n",
        "AXXX001\nHFPLTPILOTINCHARGE:[person]\nB091402[gps]N[gps]EA0041200500\n")]
    [InlineData("[Event \"Club\"]\n[White \"Ness, Odd\"]\n[Black \"Berg, Tuva\"]\n[Result \"1-0\"]\n\n1. e4 e5 1-0\n",
        "[Event \"Club\"]\n[White \"[person]\"]\n[Black \"[person]\"]\n[Result \"1-0\"]\n\n1. e4 e5 1-0\n")]
    [InlineData("!Type:Bank\nT-12.50\nPOdd Ness\nA14 Alder Row\nABristol\n^\n",
        "!Type:Bank\nT-12.50\nP[person]\nA[address]\nA[address]\n^\n")]
    [InlineData("8=FIX.4.4|35=D|1=0004417723019|448=ODD NESS|452=3|10=000|\n",
        "8=FIX.4.4|35=D|1=[account-number]|448=[person]|452=3|10=000|\n")]
    [InlineData("--X\nContent-Disposition: form-data; name=\"phone\"\n\n41288553\n--X--\n",
        "--X\nContent-Disposition: form-data; name=\"phone\"\n\n[phone]\n--X--\n")]
    [InlineData("    Examples:\n      | name | password |\n      | Odd Ness | korn7blume |\n",
        "    Examples:\n      | name | password |\n      | [person] | [secret] |\n")]
    [InlineData("| red | blue |\n| 41288553 | korn7blume |\n", "| red | blue |\n| 41288553 | korn7blume |\n")]
    [InlineData("<CALL:5>SM7XX<NAME:8>Odd Ness<LAT:11>N055 42.282<EOR>\n", "<CALL:5>[username]<NAME:8>[person]<LAT:11>[gps]<EOR>\n")]
    [InlineData("wheel:x:10:tuvaberg,oddness\nusers:x:100:\n", "wheel:x:10:[username],[username]\nusers:x:100:\n")]
    [InlineData("tuvaberg ALL=(ALL) NOPASSWD:ALL\n%wheel ALL=(ALL) ALL\n", "[username] ALL=(ALL) NOPASSWD:ALL\n%wheel ALL=(ALL) ALL\n")]
    [InlineData("\"Mail\"=\"odd@ness.example\"\n\"DisplayName\"=\"x\"\n", "\"Mail\"=\"[email]\"\n\"DisplayName\"=\"x\"\n")]
    [InlineData("address: db0.fjord.example\naddress: 14 Alder Row\n", "address: db0.fjord.example\naddress: [address]\n")]
    public void Redact_TaggedLines_KeepTagsAndLines(string text, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), text, new(s_redactor)));

    [Fact]
    public void Redact_PaymentsInColumns_AreReadByPlace()
    {
        const string head = "101 076401251 0764012512403120914A094101FIRST BANK             ACME CO\n";
        var entry = "62712345678012345678         0000012550ID123          {0}  0076401250000001\n";

        var actual = FormatTestBed.Redact(new PlainText(), head + entry.Replace("{0}", "ODD NESS            "), new(s_redactor));

        Assert.Equal(head + "627123456780[account-number]         0000012550ID123          [person]              0076401250000001\n",
            actual);
    }

    [Fact]
    public void FormatOf_LogOfCountedValues_IsText() =>
        Assert.Equal("text", TextSniffer.FormatOf("<CALL:5>SM7XX<EOR>\n"u8)!.Id);
}
