using System.Text;
using System.Text.Json;
using Redaction.Documents.Pdf;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyPdfTests
{
    [Fact]
    public void Parse_EveryKey_IsReadAndWrittenBack()
    {
        var loaded = PolicyFile.Parse("id: strict\nextends: default\npdf: { rasterise: unreadable, resolution: 300 }\n");
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json)) PolicyJson.Write(writer, loaded);

        var again = PolicyFile.Parse(Encoding.UTF8.GetString(json.ToArray()));

        Assert.Equal(new PdfSettings { Rasterise = PdfRasterise.Unreadable, Resolution = 300 }, again.Pdf.Options);
    }

    [Fact]
    public void Parse_OfNothing_MeansTheDefaults() =>
        Assert.Equal(PdfSettings.Default, PolicyFile.Parse("id: a\nextends: default\n").Pdf.Options);

    [Theory]
    [InlineData("pdf: { rasterize: always }", "did you mean 'rasterise'")]
    [InlineData("pdf: { rasterise: often }", "valid: always, never, unreadable")]
    [InlineData("pdf: { resolution: 20 }", "72")]
    public void Parse_Mistake_IsToldWithTheRightChoice(string pdf, string problem)
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: a\nextends: default\n" + pdf));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }
}
