using Xunit;

namespace Redaction.Text.Tests;

public class ContentLinesTests
{
    private static readonly ContentLines s_format = new();
    private static readonly TextRedactor s_redactor = new(
        new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep")), TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    // A value that is folded is one value.
    [InlineData("NOTE:write to jane@exam\r\n ple.com now\r\n", "NOTE:write to [email] now\r\n")]
    // Names, and what the standards list, stay.
    [InlineData("TEL;TYPE=CELL,VOICE:+1 415 555 0132\n", "TEL;TYPE=CELL,VOICE:[phone]\n")]
    [InlineData("DTSTART;TZID=Europe/Oslo:20300105T090000\n", "DTSTART;TZID=Europe/Oslo:20300105T090000\n")]
    // Parameters are values too.
    [InlineData("ATTENDEE;CN=\"Doe, Jane\";ROLE=CHAIR:mailto:jane@example.com\n", "ATTENDEE;CN=\"[person]\";ROLE=CHAIR:mailto:[email]\n")]
    // Escapes are read.
    [InlineData("NOTE:a\\, b\\njane@example.com\n", "NOTE:a\\, b\\n[email]\n")]
    // Each part of a name by its place.
    [InlineData("N:Thorvaldsen;Gro;;Dr.;\n", "N:[person];[person];;Dr.;\n")]
    // Quoted-printable of vCard 2.1, in its own character set.
    [InlineData("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=koi8-r:=F0=C9=DB=C9 jane=40exam=\nple.com\n",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=koi8-r:=F0=C9=DB=C9 [email]\n")]
    // What is no content line is searched whole.
    [InlineData("jane@example.com\nBEGIN:VCARD\n", "[email]\nBEGIN:VCARD\n")]
    public void Redact_Line_IsReadAsTheStandardHasIt(string input, string expected) =>
        Assert.Equal(expected, FormatTestBed.Redact(s_format, input, new DocumentJob(s_redactor)));

    [Fact]
    public void Redact_Mailbox_RedactsEveryMessageAndTheLinesBetween()
    {
        const string input = "From jane@example.com Tue Mar  5 09:14:02 2030\nSubject: a\n\nmail joe@example.com\n\n"
            + "From joe@example.com Tue Mar  5 10:00:00 2030\nFrom: joe@example.com\nContent-Transfer-Encoding: base64\n\n"
            + "amFuZUBleGFtcGxlLmNvbQ==\n";

        var written = FormatTestBed.Redact(new Mailbox(), input);

        Assert.DoesNotContain("@example.com", written, StringComparison.Ordinal);
        Assert.DoesNotContain("amFuZ", written, StringComparison.Ordinal);
        Assert.StartsWith("From [email]", written, StringComparison.Ordinal);
        Assert.Contains("\n\nFrom [email]", written, StringComparison.Ordinal);
    }
}
