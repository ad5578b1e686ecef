using System.Text;
using Xunit;

namespace Redaction.Tests;

public sealed class FileFormatsTests
{
    private static string Preamble { get; } = new('\0', 128);

    public static TheoryData<string, string, string> Recognised => new()
    {
        { "a.txt", "text", "hello" },
        { "a.TXT", "text", "hello" }, // whatever its case
        { "folder/a.md", "text", "" }, // empty files are of their format
        { "a", "text", "hello" }, // whatever is text
        { "a.weird", "text", "hello" },
        { "text", "text", "utt hello" }, // a file of a Kaldi directory without the others
        { "a.dat", "json", "{\"a\":1}" },
        { "a.out", "jsonl", "{\"a\":1}\n{\"a\":2}\n" },
        { "a.list", "text", "[INFO] started" },
        { "feed", "xml", "<?xml version=\"1.0\"?><a/>" },
        { "page", "html", "<!doctype html><html>" },
        { "message", "mail", "From: a@example.com\nSubject: x\n\nhello" },
        { "Inbox", "mbox", "From a Tue Mar  5 09:14:02 2030\nFrom: a@example.com\nSubject: x\n\nhello" },
        { "card", "content-lines", "BEGIN:VCARD\n" },
        { "a.docx", "docx", "PK\u0003\u0004" },
        { "a.xlsm", "xlsx", "PK\u0003\u0004" },
        { "a.pptx", "pptx", "\u00D0\u00CF\u0011\u00E0" }, // encrypted: the reader says what to do
        { "a.json", "json", "{\"a\":1}" },
        {
            "a.json", "whisper-json",
            "{\"text\":\"hi\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":1.0,\"text\":\"hi\"}],\"language\":\"en\"}"
        },
        { "a.jsonl", "jsonl", "{}" },
        { "a.json", "fhir", "{\"resourceType\":\"Patient\",\"id\":\"1\"}" },
        { "a.json", "json", "{\"resourceType\":\"Kubernetes\"}" }, // another thing's resource
        { "a.ndjson", "fhir-ndjson", "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n" },
        { "a.hl7", "hl7", "MSH|^~\\&|LAB|H\r" },
        { "a.txt", "hl7", "\vMSH|^~\\&|LAB|H\r" },
        { "a.parquet", "parquet", "PAR1" },
        { "a.csv", "csv", "a,b" },
        { "a.csv", "timed-table", "start,end,word\n0.5,1.5,hello\n" },
        { "a.jsonl", "timed-json-lines", "{\"word\":\"a\",\"start\":1.5,\"end\":2}\n{\"word\":\"b\",\"start\":2.5,\"end\":3}\n"
            + "{\"word\":\"c\",\"start\":3.5,\"end\":4}\n" },
        { "a.ts", "text", "export const a = 1;\n" },
        { "a.html", "html", "<p>" },
        { "a.xml", "xml", "<a/>" },
        { "a.eml", "mail", "Subject: hello" },
        { "a.pdf", "pdf", "%PDF-1.7" },
        { "a.srt", "srt", "1\n00:00:01,000 --> 00:00:02,000\nhi\n" },
        { "a.vtt", "vtt", "WEBVTT\n" },
        { "a.wav", "wav", "anything: the reader says what is wrong with it" },
        { "a.MP3", "mp3", "" },
        { "a.opus", "opus", "OggS" },
        { "a.png", "png", "\u0089PNG\r\n\u001A\n" },
        { "a.jpeg", "jpeg", "no image at all: the reader says so" },
        { "a.mp4", "mp4", "\0\0\0\u0018ftypisom" },
        { "a.webm", "webm", "\u001AE\u00DF\u00A3" },
        { "a.dcm", "dicom", Preamble + "DICM" },
        { "a.IMA", "dicom", "\b\0\u0005\0CS\n\0ISO_IR 100\b\0\b\0CS\u0004\0AXIS" }, // without a preamble
        { "IM000001", "dicom", Preamble + "DICM" }, // whatever it is called
        { "1.2.826.0.1.99", "dicom", Preamble + "DICM" },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "a", ErrorCodes.UnsupportedFormat, "hel\u0001lo" }, // no extension, and no text
        { "a.bin", ErrorCodes.UnsupportedFormat, "MZ\u0090\0\u0003" },
        { "a.doc", ErrorCodes.UnsupportedFormat, "\u00D0\u00CF\u0011\u00E0" },
        { "a.srt", ErrorCodes.UnsupportedFormat, "no cue" },
        { "a.txt", ErrorCodes.WrongExtension, "%PDF-1.7" },
        { "a.json", ErrorCodes.WrongExtension, "PK\u0003\u0004" },
        { "a.csv", ErrorCodes.WrongExtension, "RIFF....WAVE" },
        { "a.txt", ErrorCodes.WrongExtension, "\u0089PNG\r\n\u001A\n" },
        { "a.png", ErrorCodes.WrongExtension, "\u00FF\u00D8\u00FF" },
        { "a.mp4", ErrorCodes.WrongExtension, "#EXTM3U" },
        { "a.dcm", ErrorCodes.WrongExtension, "hello" },
        { "a.docx", ErrorCodes.WrongExtension, "{\\rtf1" },
    };

    [Theory, MemberData(nameof(Recognised))]
    public void Detect_FileOfAFormat_SaysIt(string name, string id, string head) =>
        Assert.Equal(id, FileFormats.Detect(name, Bytes(head)).Id);

    [Theory, MemberData(nameof(Refused))]
    public void Detect_NameAndContentThatDisagree_AreRefused(string name, string code, string head)
    {
        var failure = Assert.Throws<RedactionException>(() => FileFormats.Detect(name, Bytes(head)));

        Assert.Equal(code, failure.Code);
        Assert.NotNull(failure.Advice);
    }

    [Fact]
    public void Detect_ImageUnderAnotherExtension_AdvisesTheRightOne()
    {
        var failure = Assert.Throws<RedactionException>(() => FileFormats.Detect("a.png", [0xFF, 0xD8, 0xFF]));

        Assert.Equal("png", failure.Component);
        Assert.Contains("jpeg", failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_EveryExtension_FindsAFormatThatHasIt()
    {
        foreach (var extension in FileFormats.All.SelectMany(static f => f.Extensions).Distinct())
            Assert.Contains(extension, Named(extension).Extensions);
    }

    [Fact]
    public void All_HaveAnIdADescriptionAndAMedium()
    {
        Assert.Equal(FileFormats.All.Length, FileFormats.All.Select(static f => f.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FileFormats.All, static f =>
        {
            Assert.Matches("^[a-z0-9-]+$", f.Id);
            Assert.EndsWith(".", f.Description, StringComparison.Ordinal);
            Assert.Contains(f.Medium, Medium.All);
            Assert.All(f.Extensions, static e => Assert.Matches(@"^\.[a-z0-9]+$", e));
            Assert.All(f.MediaTypes, static m => Assert.Equal(m, m.ToLowerInvariant()));
        });
    }

    [Fact]
    public void All_ShareNoMediaType()
    {
        var types = FileFormats.All.SelectMany(static f => f.MediaTypes).ToArray();

        Assert.Equal(types.Length, types.Distinct(StringComparer.Ordinal).Count());
    }

    private static IFileFormat Named(string extension) => FileFormats.Named("x" + extension)!;

    private static byte[] Bytes(string head) => Encoding.Latin1.GetBytes(head);
}
