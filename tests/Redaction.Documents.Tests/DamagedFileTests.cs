using System.Text;
using Parquet;
using Redaction.Documents.Columns;
using Redaction.Documents.Tests.Dicom;
using Redaction.Documents.Tests.Office;
using Redaction.Documents.Tests.Pdf;
using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Documents.Tests;

/// <summary>Documents and medical records that were damaged: either nothing of the planted values is released, or the file is refused
/// (<see cref="Mutations"/>).</summary>
public sealed class DamagedFileTests
{
    private const int Few = 60; // the usual number of files of a format

    private static readonly TextRedactor s_columns = new(PolicyFile.Load("default").Policy, TextDetectors.All, TextOperators.All)
    {
        Refiners = TextRefiners.All,
    };

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pptx")]
    public void Redact_DamagedPart_ReleasesNoPlantedValue(string id)
    {
        var planted = PlantedOffice.Of(id);
        var parts = OfficeFile.Unpack(planted.Pack());

        // the damage is done to one part, unpacked
        Mutations.Check(id, _ => new(planted.Pack(), planted.Planted), file => OfficeFile.All(OfficeTestBed.Redact(id, file)), Few,
            (planting, random) =>
            {
                var name = parts.Keys.ElementAt(random.Next(parts.Count));
                return Mutations.Damaged(new(parts[name], planting.Planted), random) is { } part
                    ? OfficeFile.Repack(parts, name, part) : null;
            }, OfficeFile.All);
    }

    [Theory]
    [InlineData(UnsearchedChoice.Refuse)]
    [InlineData(UnsearchedChoice.Erase)]
    public void Redact_DamagedPdf_ReleasesNoPlantedValue(UnsearchedChoice choice) => Mutations.Check("pdf", random =>
        {
            var places = PlantedPdfTests.PlaceNames;
            var value = Canaries.All[random.Next(10)];
            return new(PlantedPdfTests.Plant(places[random.Next(places.Length)], value), [value]);
        },
        file => Encoding.Latin1.GetBytes(PdfBed.Unpacked(PdfBed.Redact(file, choice))), Few, all: static file => PdfBed.Content(file));

    [Fact]
    public void Redact_DamagedScan_ReleasesNoPlantedValue() => Mutations.Check("dicom", static random =>
        {
            var scan = PlantedCorpus.Create(random.Next(4000));
            return new(scan.File, [.. scan.Planted.Where(static p => p.Contains('@', StringComparison.Ordinal) || p.StartsWith('('))]);
        },
        static file => ScanRun.Redact(file, reader: static _ => []), Few);

    [Theory]
    [InlineData(CompressionMethod.None)]
    [InlineData(CompressionMethod.Gzip)]
    public void Redact_DamagedTable_ReleasesNoPlantedValue(CompressionMethod compression) => Mutations.Check(
        $"parquet-{compression}", random =>
        {
            string[] values = [.. Enumerable.Range(0, 3).Select(_ => Canaries.All[random.Next(30)])];
            return new(PlantedTables.Make(values, compression), values);
        },
        static file =>
        {
            using var output = new MemoryStream();
            new ParquetFormat().Redact(new MemoryStream(file), output, new DocumentJob(s_columns));
            return PlantedTables.All(output.ToArray());
        }, Few, all: compression == CompressionMethod.None ? null : static _ => Encoding.UTF8.GetBytes(string.Join('\n', Canaries.All)));

    [Theory]
    [InlineData("fhir", "a.json")]
    [InlineData("fhir-ndjson", "a.ndjson")]
    [InlineData("hl7", "a.hl7")]
    public void Redact_DamagedRecord_ReleasesNoPlantedValue(string id, string name) => Mutations.Check(id, random =>
        {
            string[] values = [.. Enumerable.Range(0, 3).Select(_ => Canaries.All[random.Next(30)])];
            return new(Encoding.UTF8.GetBytes(Record(id, values)), values);
        },
        file => FhirTestBed.Redact(file, FhirTestBed.Default, name), Few);

    private static string Record(string id, string[] values) => id switch
    {
        "hl7" => "MSH|^~\\&|LAB|Saint^1.2.3^ISO|HIS|HOSP|20240311120000||ORU^R01|MSG00001|P|2.5\r"
            + $"PID|1||8861204^^^HOSP^MR||Doe^Jane||19620714|F|||17 Row^Apt 4^Town^MA^02139^USA||{values[0]}\r"
            + "NTE|1|L|the quick brown fox jumps over the lazy dog\r"
            + $"OBX|1|TX|NOTE||seen by the nurse, wrote to {values[1]} and nobody else||||||F\r"
            + $"ZPI|the quick brown fox^jumps over|{values[2]}^and more\r",
        "fhir" => $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Observation(values)}} },"""
            + $$"""{"resource":{{Patient(values)}} }]}""",
        _ => Observation(values) + "\n" + Patient(values) + "\n" + Observation(values) + "\n",
    };

    private static string Observation(string[] values) => $$"""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2345-7"}],"text":"Glucose"},
        """.ReplaceLineEndings("") + $$"""
        "valueString":"the nurse wrote to {{values[0]}} and left","note":[{"text":"quick brown fox; {{values[1]}} too"}],"x":"{{values[2]}}"}
        """.ReplaceLineEndings("");

    private static string Patient(string[] values) => $$"""
        {"resourceType":"Patient","active":true,"text":{"status":"generated","div":"<div>brown fox {{values[2]}} jumps</div>"},
        """.ReplaceLineEndings("") + $$"""
        "extension":[{"url":"http://example.org/own","valueString":"over the lazy dog {{values[1]}} and on"}],"gender":"female"}
        """.ReplaceLineEndings("");
}
