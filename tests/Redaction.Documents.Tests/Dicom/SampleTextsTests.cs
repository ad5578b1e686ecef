using Redaction.Documents.Dicom;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class SampleTextsTests
{
    private const uint InstitutionAddress = 0x00080081, Manufacturer = 0x00080070;
    private const string Text = "12 Plover Row, Town";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Redact_WithATextOfTheHeaderAmongTheSamples_IsRefused(bool cleanPixels)
    {
        foreach (var syntax in ScanRun.Syntaxes)
        {
            var file = Scan(InstitutionAddress, Text, Text).File(syntax);

            var failure = Assert.Throws<RedactionException>(
                () => ScanRun.Redact(file, new DicomSettings { CleanPixels = cleanPixels }, static _ => []));

            Assert.Equal(ErrorCodes.Malformed, failure.Code);
        }
    }

    [Theory]
    [InlineData(InstitutionAddress, Text, "another text as long")]
    [InlineData(InstitutionAddress, "000000000000", "000000000000")] // a grey such as others
    [InlineData(Manufacturer, "Example Medical", "Example Medical")] // stays in the header, so it may stand here
    public void Redact_WithOtherSamples_IsNot(uint tag, string text, string samples) =>
        Assert.NotEmpty(ScanRun.Redact(Scan(tag, text, samples).File(DicomSyntax.ExplicitLittle),
            new DicomSettings { RetainDevice = true }, static _ => []));

    [Theory]
    [InlineData(0x00080031u)] // a time
    [InlineData(0x00180081u)] // a number
    [InlineData(0x00080064u)] // a code
    [InlineData(0x00280081u)] // a number in bytes
    public void Redact_OfATextInPlaceOfACode_EmptiesIt(uint tag)
    {
        var file = new ScanBuilder().Add(tag, Vr.ST, Text + " ").File(DicomSyntax.ExplicitLittle);

        Assert.Equal("", ScanRun.Text(ScanRun.Redact(file), tag));
    }

    private static ScanBuilder Scan(uint tag, string text, string samples)
    {
        var pixels = new byte[64];
        System.Text.Encoding.ASCII.GetBytes(samples).CopyTo(pixels, 7);
        return new ScanBuilder().Add(tag, Vr.LO, text.PadRight(text.Length + text.Length % 2)).AddPixels(8, 8, 1, 8, "MONOCHROME2", pixels);
    }
}
