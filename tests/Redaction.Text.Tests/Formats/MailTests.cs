using System.Text;
using Xunit;

namespace Redaction.Text.Tests;

public sealed class MailTests
{
    private const string Plain =
        "From: Jane Roe <jane.roe@example.com>\r\nTo: joe@example.org,\r\n\tann@example.net\r\nSubject: "
        + "=?utf-8?B?Q2FsbCBqYW5lLnJvZUBleGFtcGxlLmNvbQ==?=\r\n" +
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMy SSN is 536-22-1234.\r\n";

    [Fact]
    public void Redact_PlainMessage_RedactsFieldsAndBody()
    {
        var redacted = FormatTestBed.Redact(new Mail(), Plain);

        Assert.Equal(
            "From: Jane Roe <[email]>\r\nTo: [email],\r\n\t[email]\r\nSubject: Call [email]\r\n" +
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMy SSN is [us.ssn].\r\n",
            redacted);
    }

    [Fact]
    public void Redact_Multipart_RedactsTextPartsAndEmptiesAttachments()
    {
        const string Message =
            "Subject: report\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\npreamble for joe@example.org\r\n" +
            "--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p "
            + "class=3D\"x\">jane.<b>roe</b>=\r\n@example.com</p>\r\n" +
            "--b1\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\namFuZS5yb2VAZXhhbXBsZS5jb20gd3JvdGU=\r\n" +
            "--b1\r\nContent-Type: application/pdf; name=\"x.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n" +
            "--b1\r\nContent-Type: message/rfc822\r\n\r\nFrom: ann@example.net\r\n\r\nhello\r\n" +
            "--b1--\r\nepilogue\r\n";

        var redacted = FormatTestBed.Redact(new Mail(), Message);

        Assert.Equal(
            "Subject: report\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\npreamble for [email]\r\n" +
            "--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"x\">[email]<b></b></p>\r\n"
            +
            "--b1\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nW2VtYWlsXSB3cm90ZQ==\r\n" +
            "--b1\r\nContent-Type: application/pdf; name=\"x.pdf\"\r\nContent-Transfer-Encoding: base64\r\nX-Redacted-Content: "
            + "12 bytes\r\n\r\n\r\n\r\n" +
            "--b1\r\nContent-Type: message/rfc822\r\n\r\nFrom: [email]\r\n\r\nhello\r\n" +
            "--b1--\r\nepilogue\r\n",
            redacted);
    }

    [Fact]
    public void Redact_NoFindings_KeepsEveryByte()
    {
        const string Message =
            "Subject: =?iso-8859-1?Q?Gr=FC=DFe?=\nX-Long: one\n two\nContent-Type: multipart/alternative; "
            + "boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-8859-1\n" +
            "Content-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe und =\nmehr\n--b\n\nno header\n--b--\n";

        var redacted = FormatTestBed.Redact(new Mail(), Message);

        Assert.Equal(Message, redacted);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b A: joe@example.org", "Content-Type: multipart/mixed; boundary=b A: [email]")]
    [InlineData("Content-Type: text/plain; format=\"joe@example.org\"", "Content-Type: text/plain; format=\"[email]\"")]
    [InlineData("Content-Type: multipart/mixed; boundary=b DE89370400440532013000", "Content-Type: multipart/mixed; boundary=b [iban]")]
    [InlineData("Content-Disposition: DE89370400440532013000", "Content-Disposition: [iban]")]
    [InlineData("MIME-Version: 1.0 (joe@example.org)", "MIME-Version: 1.0 ([email])")]
    [InlineData("MIME-Version: 1.0 (a mail program)", "MIME-Version: 1.0 (a mail program)")]
    [InlineData("Content-Transfer-Encoding: 7bit\nContent-Length: 441873", "Content-Transfer-Encoding: 7bit\nContent-Length: 441873")]
    public void Redact_ValueInAFieldOfTheStandard_IsTakenOut(string header, string expected) => Assert.Equal(
        $"Subject: x\n{expected}\n\nhello\n",
        FormatTestBed.Redact(DocumentFormats.Mail, $"Subject: x\n{header}\n\nhello\n"));

    [Theory]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n@@@@\r\n", ErrorCodes.Malformed)]
    [InlineData("Content-Transfer-Encoding: uuencode\r\n\r\nabc\r\n", ErrorCodes.UnsupportedFormat)]
    [InlineData("Content-Type: text/plain; charset=koi8-x\r\n\r\nabc\r\n", ErrorCodes.UnsupportedFormat)]
    public void Redact_UnreadablePart_FailsTyped(string message, string code)
    {
        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new Mail(), message));

        Assert.Equal(code, failure.Code);
    }

    [Fact]
    public void Redact_PartNotInItsCharacterSet_FailsTyped()
    {
        byte[] message = [.. Encoding.ASCII.GetBytes("Content-Type: text/plain; charset=utf-8\r\n\r\n"), 0xC3, 0x28];

        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new Mail(), message));

        Assert.Equal(ErrorCodes.InvalidEncoding, failure.Code);
    }

    [Fact]
    public void Redact_NestedTooDeeply_FailsTyped()
    {
        var message = string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 100));

        var failure = Assert.Throws<RedactionException>(() => FormatTestBed.Redact(new Mail(), message));

        Assert.Equal(ErrorCodes.TooLarge, failure.Code);
    }

    [Fact]
    public void Redact_Parts_ReportsTheirPlaces()
    {
        var observer = new CollectingObserver();

        FormatTestBed.Redact(new Mail(), Plain, new DocumentJob(FormatTestBed.Redactor) { Observer = observer });

        Assert.Equal(["jane.roe@example.com", "joe@example.org", "ann@example.net", "jane.roe@example.com", "536-22-1234"],
            observer.Items.Select(i => i.Value));
    }

    [Fact]
    public void Mailbox_EncodedBody_KeepsTheLinesBehindIt()
    {
        var (body, redacted) = (Convert.ToBase64String("mail jane@example.com"u8), Convert.ToBase64String("mail [email]"u8));
        var input = $"From x Tue Mar  5 09:14:02 2024\nContent-Transfer-Encoding: base64\n\n{body}\n\nFrom y\nSubject: z\n\nend\n";

        var output = FormatTestBed.Redact(new Mailbox(), input);

        Assert.Contains($"base64\n\n{redacted}\n\nFrom y\n", output, StringComparison.Ordinal);
    }
}
