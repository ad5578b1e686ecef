using Xunit;

namespace Redaction.Text.Tests;

/// <summary>Interchanges of X12 and EDIFACT: the segment and the place say what a value is; envelopes stay.</summary>
public sealed class EdiTests
{
    private const string Isa =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *240312*0914*^*00501*000000905*0*T*:~";

    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("NM1*IL*1*NESS*ODD*B***MI*W48329100712~", "NM1*IL*1*[person]*[person]*[person]***MI*[insurance-id]~")]
    [InlineData("N3*14 ALDER ROW~N4*BRISTOL*CT*06010~", "N3*[address]~N4*[address]*CT*[postal-code]~")]
    [InlineData("PER*IC*ODD NESS*TE*4155550134*HP*4155550135~", "PER*IC*[person]*TE*[phone]*HP*[phone]~")]
    [InlineData("PER*IC*ODD NESS*TE*4155550134*EM*odd@ness-post.example~", "PER*IC*[person]*TE*[phone]*EM*[email]~")]
    [InlineData("PER*IC**EM*odd@ness-post.example~", "PER*IC**EM*[email]~")]
    [InlineData("ST*837*0021*005010X222A1~SE*9*0021~", "ST*837*0021*005010X222A1~SE*9*0021~")]
    [InlineData("SV1*HC:99213*40*UN*1***1~", "SV1*HC:99213*40*UN*1***1~")]
    public void X12_Segments_AreReadByPlace(string segments, string expected) =>
        Assert.Equal(Isa + expected, FormatTestBed.Redact(new PlainText(), Isa + segments, new(s_redactor)));

    [Theory]
    [InlineData("X~NM1*IL*1*NESS*ODD~SE*9*0021~", "X~NM1*IL*1*[person]*[person]~SE*9*0021~")] // a piece of a long one
    [InlineData("X'NAD+BY+483291::9++NESS ODD'UNT+3+1'", "X'NAD+BY+[account-number]::9++[person]'UNT+3+1'")]
    public void Interchange_PieceWithoutItsHeader_IsReadByPlace(string segments, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(new PlainText(), segments, new(s_redactor)));

    [Theory]
    [InlineData("NAD+BY+483291::9++NESS ODD+14 ALDER ROW+BRISTOL++BS1 4ND+GB'",
        "NAD+BY+[account-number]::9++[person]+[address]+[address]++[address]+GB'")]
    [InlineData("CTA+IC+:NESS ?'ODD?''COM+4155550134:TE'", "CTA+IC+:[person]'COM+[phone]:TE'")]
    [InlineData("UNH+1+ORDERS:D:96A:UN'LIN+1++5000112637922:EN'UNT+3+1'", "UNH+1+ORDERS:D:96A:UN'LIN+1++5000112637922:EN'UNT+3+1'")]
    public void Edifact_Segments_AreReadByPlace(string segments, string expected)
    {
        const string una = "UNA:+.? '";

        Assert.Equal(una + expected, FormatTestBed.Redact(new PlainText(), una + segments, new(s_redactor)));
    }

    [Theory]
    [InlineData("ISA is a standard: NM1*IL*1*NESS*ODD~\n")]
    [InlineData("UNA is an airline, CTA+IC+:NESS ODD'\n")]
    public void Text_ThatIsNoInterchange_IsReadAsText(string text) =>
        Assert.Equal(text, FormatTestBed.Redact(new PlainText(), text, new(s_redactor)));
}
