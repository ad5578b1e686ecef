using System.Text;
using Redaction.TestKit;
using Redaction.Text;

namespace Redaction.Documents.Tests;

/// <summary>The ledgers of the formats of medical records.</summary>
public sealed class MedicineLedgerTests : LedgerLaws
{
    private static readonly TextRedactor[] s_redactors = [.. Enum.GetValues<UnsearchedChoice>().Select(
        static c => FhirTestBed.Redactor(PolicyFile.Load("default").Policy, c))];

    protected override IEnumerable<string> Formats => ["fhir", "fhir-ndjson", "hl7"];

    protected override IEnumerable<LedgerCase> Cases =>
    [
        Case(new FhirJson(), static r => new PlantedRecords(r.Next()).Bundle(), Utf8) with
        {
            Leftovers = Leftover($$$"""{"resourceType":"Basic","subject":{"display":"{{{Picture}}}"}}"""),
        },
        Case(new FhirLines(), static r => new PlantedRecords(r.Next()).Lines(2), Utf8) with
        {
            Leftovers = Leftover($$$"""{"resourceType":"Basic","note":[{"text":"{{{Picture}}}"}]}"""),
        },
        Case(new Hl7(), static r => $"MSH|^~\\&|A|B|||20240101||ADT^A01|1|P|2.5\rPID|1||77{r.Next(100, 999)}^^^H^MR||Doe^Jane\r"
            + "NTE|1||call Jane \\T\\ jane@example.org\rOBX|1|ED|X||^TEXT^PLAIN^Base64^cGxvdmVy\r", Characters),
    ];

    private static string Picture => "data:image/png;base64,"
        + Convert.ToBase64String(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 300).Select(static i => (byte)(i * 37))]);

    private static Dictionary<string, byte[]> Leftover(string document) => new() { ["picture"] = Encoding.UTF8.GetBytes(document) };

    private static LedgerCase Case(IDocumentFormat format, Func<Random, string> create, Func<byte[], long> size) => new(format.Id,
        random => Encoding.UTF8.GetBytes(create(random)), (document, choice, observer) =>
        {
            using var output = new MemoryStream();
            format.Redact(new MemoryStream(document), output, new DocumentJob(s_redactors[(int)choice]) { Observer = observer });
            return output.ToArray();
        }, size)
    { Rounds = 24 };

    /// <summary>JSON is read as UTF-8, whatever it is in.</summary>
    private static long Utf8(byte[] document)
    {
        Stream stream = new MemoryStream(document);
        var found = EncodingDetection.Of(ref stream, DeclarationSyntax.None);
        return found.Encoding is UTF8Encoding ? document.Length : Encoding.UTF8.GetByteCount(found.Encoding.GetString(document));
    }

    /// <summary>In whatever encoding the document is read.</summary>
    private static long Characters(byte[] document)
    {
        Stream stream = new MemoryStream(document);
        var found = EncodingDetection.Of(ref stream, DeclarationSyntax.Comment);
        stream.Position = found.MarkLength;
        using var reader = new StreamReader(stream, found.Encoding, false);
        return reader.ReadToEnd().Length + (found.MarkLength > 0 ? 1 : 0);
    }
}
