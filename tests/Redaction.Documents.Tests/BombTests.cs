using System.IO.Compression;
using System.Text;
using Redaction.Documents.Dicom;
using Redaction.Documents.Tests.Dicom;
using Redaction.Documents.Tests.Office;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests;

/// <summary>Small files that would take much memory or time: each is refused, or read, within a second of processor time.</summary>
public sealed class BombTests
{
    private const double Second = 1000;
    private const string Main = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, Func<byte[]>> s_bombs = new()
    {
        ["docx: a part of zeros"] = static () => Word(Spaces(200 << 20)),
        ["docx: unpacks to more than is allowed"] = static () => Packed(40, 60 << 20),
        ["docx: sixty thousand parts"] = static () => Packed(60_000, 1),
        ["docx: deep elements"] = static () => Document(Repeat("<w:p>", 400_000)),
        ["docx: entities"] = static () => Document("&a;",
            "<!DOCTYPE w [<!ENTITY a \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"),
        ["docx: an endless attribute"] = static () => Document($"<w:p a=\"{new string('x', 20_000_000)}"),
        ["docx: attributes"] = static () => Document($"<w:p {Repeat("a='x' ", 200_000)}/>"),
        ["xlsx: one wide row"] = static () => Sheet($"<row>{Repeat("<c><v>1</v></c>", 60_000)}</row>"),
        ["xlsx: far cells"] = static () => Sheet($"<row r=\"1048576\">{Repeat("<c r=\"XFD1048576\" t=\"s\"><v>9999999</v></c>", 9)}</row>"),
        ["dicom: deflated zeros"] = static () => Deflated(new byte[300 << 20]),
        ["dicom: nested items"] = static () => Nested(100_000),
        ["dicom: huge frames"] = static () => new ScanBuilder().AddPixels(65535, 65535, 3, 8, "RGB", new byte[64], frames: 2_000_000_000)
            .File(DicomSyntax.ExplicitLittle),
        ["dicom: a length beyond the file"] = static () => Lying(),
        ["dicom: runs that fill a frame"] = static () => Runs(),
        ["fhir: deep arrays"] = static () => Json("\"note\":" + new string('[', 3_000_000)),
        ["fhir: deep objects"] = static () => Json(Repeat("\"note\":{", 400_000)),
        ["fhir: contained in each other"] = static () => Json(Repeat("\"contained\":[{\"resourceType\":\"Patient\",", 100_000)),
        ["fhir: an endless string"] = static () => Json("\"id\":\"" + new string('x', 20_000_000)),
        ["hl7: components"] = static () => Message("PID|1||" + new string('^', 1_000_000)),
        ["hl7: repetitions"] = static () => Message("PID|1||" + new string('~', 1_000_000)),
        ["hl7: segments"] = static () => Message(Repeat("Z|\r", 200_000)),
        ["hl7: escapes"] = static () => Message("NTE|1||" + Repeat("\\.br\\", 200_000)),
    };

    public static TheoryData<string> Bombs => [.. s_bombs.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_OfAnyKind_TakesLessThanASecond(string name)
    {
        var file = s_bombs[name]();
        var allocated = 0L;

        var taken = ThreadClock.Least(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Redact(name, file);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.True(taken < Second, $"{name}: {taken:0} ms");
        Assert.True(allocated < 1L << 30, $"{name}: {allocated >> 20} MiB");
    }

    private static void Redact(string name, byte[] file)
    {
        try
        {
            switch (name[..name.IndexOf(':', StringComparison.Ordinal)])
            {
                case "dicom": ScanRun.Redact(file, choice: UnsearchedChoice.Erase, reader: static _ => []); break;
                case "fhir": FhirTestBed.Redact(file, FhirTestBed.Default, "a.json"); break;
                case "hl7": FhirTestBed.Redact(file, FhirTestBed.Default, "a.hl7"); break;
                case var id: OfficeTestBed.Redact(id, file); break;
            }
        }
        catch (RedactionException e)
        {
            Assert.NotEqual(ErrorCodes.ComponentFailed, e.Code);
        }
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static byte[] Spaces(int count)
    {
        var spaces = new byte[count];
        spaces.AsSpan().Fill((byte)' ');
        return spaces;
    }

    private static OfficeFile Simple(byte[] part, string name = "word/document.xml", string kind = "wordprocessingml.document") =>
        new OfficeFile().Add(name, $"{Main}{kind}.main+xml", part, "", "rId1", "officeDocument");

    private static byte[] Word(byte[] part) => Simple(part).Pack();

    private static byte[] Document(string body, string type = "") =>
        Word(Encoding.UTF8.GetBytes($"{type}<w:document {PlantedOffice.W}><w:body>{body}</w:body></w:document>"));

    private static byte[] Sheet(string rows) =>
        Simple(Encoding.UTF8.GetBytes($"<workbook {PlantedOffice.X}><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            "xl/workbook.xml", "spreadsheetml.sheet")
        .Add("xl/worksheets/sheet1.xml", $"{Main}spreadsheetml.worksheet+xml", $"<worksheet {PlantedOffice.X}><sheetData>{rows}</sheetData></worksheet>",
            "xl/workbook.xml", "rId1", "worksheet").Pack();

    private static byte[] Packed(int parts, int size)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < parts; i++)
            {
                using var part = zip.CreateEntry($"word/p{i}.xml", CompressionLevel.Fastest).Open();
                part.Write(new byte[size]);
            }
        return file.ToArray();
    }

    private static byte[] Deflated(byte[] zeros) =>
        new ScanBuilder().Add(0x00420011, Vr.OB, zeros).AddPixels(4, 4, 1, 8, "MONOCHROME2", new byte[16]).File(DicomSyntax.Deflated);

    private static byte[] Nested(int depth)
    {
        byte[] open = [0x40, 0, 0x75, 0x02, (byte)'S', (byte)'Q', 0, 0, 255, 255, 255, 255, 0xFE, 0xFF, 0, 0xE0, 255, 255, 255, 255];
        return [.. new ScanBuilder().File(DicomSyntax.ExplicitLittle), .. Enumerable.Repeat(open, depth).SelectMany(static o => o)];
    }

    private static byte[] Lying() => [.. new ScanBuilder().Add(0x00081030, Vr.LO, "x").File(DicomSyntax.ExplicitLittle),
        0xE0, 0x7F, 0x10, 0, (byte)'O', (byte)'W', 0, 0, 0xFE, 255, 255, 255];

    /// <summary>A frame of RLE whose segment says 128 bytes with each two.</summary>
    private static byte[] Runs()
    {
        var frame = new byte[64 + (2 << 20)];
        (frame[0], frame[4]) = (1, 64);
        for (var i = 64; i < frame.Length; i += 2) frame[i] = 129;
        return new ScanBuilder().AddPixels(60_000, 60_000, 1, 8, "MONOCHROME2", []).AddFrames(frame)
            .File(DicomSyntax.Of(DicomSyntax.Rle)!);
    }

    private static byte[] Json(string rest) => Encoding.UTF8.GetBytes($"{{\"resourceType\":\"Patient\",{rest}");

    private static byte[] Message(string rest) =>
        Encoding.UTF8.GetBytes("MSH|^~\\&|LAB|A|HIS|B|20240311120000||ORU^R01|M1|P|2.5\r" + rest);
}
