using System.Text;
using System.Text.Json;
using Redaction.Documents.Dicom;
using Xunit;

namespace Redaction.Tests;

public sealed class PolicyDicomTests
{
    [Fact]
    public void Parse_EveryKey_IsReadAndWrittenBack()
    {
        var loaded = PolicyFile.Parse("""
            id: scans
            extends: default
            dicom:
              dates: keep
              retainUids: true
              retainDevice: true
              retainInstitution: true
              retainCharacteristics: true
              retainSafePrivate: false
              cleanDescriptors: false
              cleanStructuredContent: false
              cleanGraphics: false
              cleanPixels: false
            """);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json)) PolicyJson.Write(writer, loaded);

        var again = PolicyFile.Parse(Encoding.UTF8.GetString(json.ToArray()));

        Assert.Equal(loaded.Dicom, again.Dicom);
        Assert.Equal(10, PolicySettingsJson.Read(again).Count());
        Assert.Equal(new DicomSettings
        {
            Dates = DicomDates.Keep,
            RetainUids = true,
            RetainDevice = true,
            RetainInstitution = true,
            RetainCharacteristics = true,
            RetainSafePrivate = false,
            CleanDescriptors = false,
            CleanStructuredContent = false,
            CleanGraphics = false,
            CleanPixels = false,
        }, again.Dicom.Options);
    }

    [Fact]
    public void Parse_OfNothing_MeansTheDefaults() =>
        Assert.Equal(DicomSettings.Default, PolicyFile.Parse("id: a\nextends: default\n").Dicom.Options);

    [Theory]
    [InlineData("dicom: { retainUid: true }", "did you mean 'retainUids'")]
    [InlineData("dicom: { dates: move }", "valid: keep, remove, shift")]
    [InlineData("dicom: { cleanPixels: often }", "true or false")]
    public void Parse_Mistake_IsToldWithTheRightChoice(string dicom, string problem)
    {
        var failure = Assert.Throws<PolicyException>(() => PolicyFile.Parse("id: a\nextends: default\n" + dicom));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }
}
