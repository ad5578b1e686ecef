using Redaction.Documents.Dicom;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class ScanMarksTests
{
    [Theory]
    [InlineData("L")]
    [InlineData("R LAT")]
    [InlineData("120 kV")]
    [InlineData("120kVp 200mAs")]
    [InlineData("W 400 L 40")]
    [InlineData("WW: 350 WL: 50")]
    [InlineData("Im: 23/64")]
    [InlineData("Se: 4")]
    [InlineData("5 cm")]
    [InlineData("MI 1.2 TIS 0.8")]
    [InlineData("12 Hz")]
    [InlineData("Gain 54%")]
    [InlineData("TR 2450 TE 15")]
    [InlineData("C5-2")]
    [InlineData("x1.0")]
    [InlineData("SUPINE")]
    [InlineData("2.5")]
    public void IsMark_OfWhatAnApparatusWrites(string text) => Assert.True(ScanMarks.IsMark(text));

    [Theory]
    [InlineData("")]
    [InlineData("Mara Lindqvist")]            // a name
    [InlineData("SUPINE Lindqvist")]          // a name beside a mark
    [InlineData("R 4711987")]                 // a number too long for a setting
    [InlineData("4711987")]
    [InlineData("12345")]
    [InlineData("L 12.03.1961")]              // dates
    [InlineData("A 1961-03-12")]
    [InlineData("Im 3/12/61")]
    [InlineData("10:15:00")]                  // a time of day
    [InlineData("555-0143")]
    [InlineData("MRN 12")]                    // a label of a number that identifies
    [InlineData("ID 12")]
    [InlineData("Dr. R")]
    [InlineData("R@L")]
    public void IsMark_OfWhatMayIdentify_IsFalse(string text) => Assert.False(ScanMarks.IsMark(text));

    [Fact]
    public void IsMark_OfWhatTheHeaderSays_IsFalse()
    {
        var file = DicomFileReader.Read(new ScanBuilder().Add(0x00080005, Vr.CS, "ISO_IR 100").Add(0x00100010, Vr.PN, "Prone^Max")
            .Add(0x00100020, Vr.LO, "W 400 L 40").File(DicomSyntax.ExplicitLittle));
        var known = KnownValues.Of(file, DicomSettings.Default);

        Assert.True(known.IsMark("SUPINE"));
        Assert.False(known.IsMark("Prone"));
        Assert.False(known.IsMark("W 400 L 40"));
    }
}
