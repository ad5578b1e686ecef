using System.Text;
using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Tests;

/// <summary>Attachments of mails go through the formats of all media.</summary>
public sealed class MailPartTests : IDisposable
{
    private static readonly RedactionEngine s_engine = new RedactionEngineBuilder()
        .WithEntities("email", "term")
        .WithImageDetection(ImageDetectionOptions.Default with { WrittenText = WrittenTextMode.Off })
        .AddDetector(new CornerDetector())
        .Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("image/png", "a.png")]
    [InlineData("image/png", null)]
    [InlineData("application/octet-stream", "a.png")]
    public void Redact_AttachedPicture_IsRedactedAsAnImage(string mediaType, string? name)
    {
        var (mail, summary) = Redact(Part(mediaType, name, TestFiles.Png()));

        Assert.True(TestFiles.IsRedacted(Attached(mail)));
        Assert.DoesNotContain("X-Redacted-Content", mail, StringComparison.Ordinal);
        Assert.Equal((1L, 1L), (summary.Entities["term"], summary.Entities["email"]));
    }

    [Theory]
    [InlineData("text/csv", "a.csv")]
    [InlineData("text/plain", "a.csv")]
    [InlineData("application/octet-stream", "a.csv")]
    public void Redact_AttachedTable_IsRedactedAsOne(string mediaType, string name)
    {
        var (mail, _) = Redact(Part(mediaType, name, Encoding.UTF8.GetBytes($"id,to\n1,{TestFiles.Address}\n")));

        Assert.Equal("id,to\n1,[email]\n", Encoding.UTF8.GetString(Attached(mail)));
    }

    [Theory]
    [InlineData("text/plain", "a.png")] // text it is, whatever its name says
    [InlineData("text/plain", "a.json")]
    [InlineData("text/x-unknown", null)]
    public void Redact_AttachedTextUnderAnotherName_IsRedactedAsText(string mediaType, string? name)
    {
        var (mail, _) = Redact(Part(mediaType, name, Encoding.UTF8.GetBytes($"\"mail {TestFiles.Address}\"")));

        Assert.Equal("\"mail [email]\"", Encoding.UTF8.GetString(Attached(mail)));
    }

    [Fact]
    public void Redact_AttachedMail_IsRedactedWithItsOwnAttachment()
    {
        var inner = Mail(Part("image/png", "a.png", TestFiles.Png()));

        var (mail, _) = Redact(Part("application/octet-stream", "inner.eml", Encoding.ASCII.GetBytes(inner)));

        Assert.True(TestFiles.IsRedacted(Attached(Encoding.ASCII.GetString(Attached(mail)))));
    }

    [Theory]
    [InlineData("application/pdf", "a.pdf", "%PDF-1.7")]
    [InlineData("application/octet-stream", null, "hello canary.person@example.com")]
    [InlineData("application/octet-stream", "a.png", "hello canary.person@example.com")] // not what its name says
    [InlineData("image/png", "a.png", "hello canary.person@example.com")]
    [InlineData("audio/wav", "a.wav", "RIFF....WAVE")] // no transcript beside it
    [InlineData("application/octet-stream", "a.json", "{\"x\": \"canary.person@example.com")] // broken
    public void Redact_PartThatCannotBeSearched_IsEmptied(string mediaType, string? name, string content)
    {
        var (mail, _) = Redact(Part(mediaType, name, Encoding.ASCII.GetBytes(content)));

        Assert.Contains("X-Redacted-Content: ", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(content)), mail, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_MailsInMailsWithoutEnd_AreLookedIntoOnlySoDeep()
    {
        var inner = "Subject: innermost\r\n\r\nhello\r\n";
        for (var i = 0; i < 12; i++) inner = Mail("Content-Type: application/octet-stream; name=inner.eml\r\n\r\n" + inner);

        _folder.Write("a.eml", inner);

        s_engine.Files.Redact(_folder.PathOf("a.eml"), _folder.PathOf("out.eml"));

        var mail = File.ReadAllText(_folder.PathOf("out.eml"));
        Assert.Contains("X-Redacted-Content", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("innermost", mail, StringComparison.Ordinal);
    }

    private (string Mail, FileSummary Summary) Redact(string part)
    {
        _folder.Write("a.eml", Mail(part));
        var summary = s_engine.Files.Redact(_folder.PathOf("a.eml"), _folder.PathOf("out.eml"));
        return (File.ReadAllText(_folder.PathOf("out.eml")), summary);
    }

    private static string Mail(string part)
    {
        var boundary = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"b{part.Length}");
        return $"To: {TestFiles.Address}\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n"
            + $"--{boundary}\r\n{part}\r\n--{boundary}--\r\n";
    }

    private static string Part(string mediaType, string? name, byte[] content) =>
        $"Content-Type: {mediaType}\r\nContent-Transfer-Encoding: base64\r\n"
        + (name is null ? "" : $"Content-Disposition: attachment; filename=\"{name}\"\r\n")
        + "\r\n" + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);

    /// <summary>The content of the last part that is encoded.</summary>
    private static byte[] Attached(string mail)
    {
        var start = mail.IndexOf("\r\n\r\n", mail.IndexOf("base64", StringComparison.Ordinal), StringComparison.Ordinal);
        return Convert.FromBase64String(mail[start..mail.IndexOf("--b", start, StringComparison.Ordinal)]);
    }
}
