using System.Text;
using System.Text.Json;
using Xunit;

namespace Redaction.Documents.Tests;

public sealed class FhirTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Hipaa_PlantedBundle_HoldsNoPlantedValue(int seed)
    {
        var records = new PlantedRecords(seed);
        var written = FhirTestBed.Redact(records.Bundle(), FhirTestBed.Hipaa);

        Assert.True(records.Planted.Distinct().Count() >= 30);
        Assert.All(records.Planted, p => Assert.False(written.Contains(p, StringComparison.OrdinalIgnoreCase), $"seed {seed}"));
        JsonDocument.Parse(written);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Hipaa_PlantedLines_HoldNoPlantedValue(int seed)
    {
        var records = new PlantedRecords(seed);
        var written = FhirTestBed.Redact(records.Lines(5), FhirTestBed.Hipaa, "a.ndjson");

        Assert.All(records.Planted, p => Assert.False(written.Contains(p, StringComparison.OrdinalIgnoreCase), $"seed {seed}"));
        Assert.All(written.Split('\n', StringSplitOptions.RemoveEmptyEntries), static l => JsonDocument.Parse(l));
    }

    [Fact]
    public void Default_PlantedBundle_KeepsStructureAndIds()
    {
        var records = new PlantedRecords(7);
        var bundle = records.Bundle();
        var written = FhirTestBed.Redact(bundle, FhirTestBed.Default);

        Assert.Equal(Shape(bundle), Shape(written));
        Assert.All(PlantedRecords.Kept, k => Assert.Contains(k, written, StringComparison.Ordinal));
        // ids stay where no policy asks for them, and so do the parts of an address that detectors do not know
        var ids = records.Planted.Where(static p => Guid.TryParse(p, out _)).ToArray();
        Assert.All(records.Planted.Except(ids),
            p => Assert.False(written.Contains(p, StringComparison.OrdinalIgnoreCase), "a value is left"));
        Assert.All(ids, i => Assert.Contains(i, written, StringComparison.Ordinal));
    }

    [Fact]
    public void None_AnyRecord_IsTheSameBytes()
    {
        var records = new PlantedRecords(8);
        var (bundle, lines) = (records.Bundle(), records.Lines(3));

        Assert.Equal(bundle, FhirTestBed.Redact(bundle, FhirTestBed.None));
        Assert.Equal(lines, FhirTestBed.Redact(lines, FhirTestBed.None, "a.ndjson"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Redact_HoweverTheStreamIsCut_IsTheSame(int size)
    {
        var bundle = Encoding.UTF8.GetBytes(new PlantedRecords(9).Bundle());

        var whole = FhirTestBed.Redact(bundle, FhirTestBed.Hipaa, "a.json");

        Assert.Equal(whole, FhirTestBed.Redact(bundle, FhirTestBed.Hipaa, "a.json", null, size));
    }

    /// <summary>Names of properties, kinds of values, and the values that are words of the standard.</summary>
    private static string Shape(string json)
    {
        var shape = new StringBuilder();
        using var document = JsonDocument.Parse(json);
        Write(document.RootElement, "", shape);
        return shape.ToString();
    }

    private static void Write(JsonElement element, string name, StringBuilder shape)
    {
        shape.Append(name).Append(':').Append(element.ValueKind).Append(' ');
        if (name is "status" or "system" or "code" or "url" or "use" or "gender" or "resourceType" or "type" or "unit")
            shape.Append(element.GetRawText().Length < 200 ? element.GetRawText() : "").Append(' ');
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var property in element.EnumerateObject()) Write(property.Value, property.Name, shape);
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Write(item, "", shape);
    }
}
