using Redaction.Documents.Dicom;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class ProfileTests
{
    private static ScanBuilder Scan(string patient = "PAT-1", string date = "20240229") => new ScanBuilder()
        .Add(0x00080018, Vr.UI, "1.2.826.0.1.99.1").Add(0x0020000D, Vr.UI, "1.2.826.0.1.99.2").Add(0x00100020, Vr.LO, patient)
        .Add(0x00080020, Vr.DA, date).Add(0x00080030, Vr.TM, "101112");

    private static string? Of(ScanBuilder scan, uint tag, DicomSettings? settings = null) =>
        ScanRun.Text(ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), settings), tag);

    [Fact]
    public void Dates_OfAPatient_KeepTheirIntervals()
    {
        var first = Day(Of(Scan(), 0x00080020)!);
        var later = Day(Of(Scan(date: "20240310"), 0x00080020)!);
        var other = Day(Of(Scan(patient: "PAT-2"), 0x00080020)!);

        Assert.Equal(10, later.DayNumber - first.DayNumber);
        Assert.NotEqual(new DateOnly(2024, 2, 29), first);
        Assert.NotEqual(first, other);
        Assert.Equal("101112", Of(Scan(), 0x00080030));
        Assert.Equal("MODIFIED", Of(Scan(), 0x00280303));
        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyyMMdd");
    }

    [Theory]
    [InlineData(0x00280106u, "US")] // least value of a pixel
    [InlineData(0x00189073u, "FD")]
    [InlineData(0x00081140u, "UN")] // a sequence that cannot be read as one
    [InlineData(0x00281201u, "OW")] // table of a palette
    [InlineData(0x00281201u, "OB")]
    public void Text_InAnElementOfNumbers_Goes(uint tag, string vr)
    {
        var value = "\u0001\u0002write to a.lark@example.org \u0003\u0004"u8.ToArray();

        Assert.Equal("", Of(Scan().Add(tag, Enum.Parse<Vr>(vr), value), tag));
    }

    [Fact]
    public void Numbers_InAnElementOfNumbers_Stay()
    {
        var table = Enumerable.Range(0, 4096).SelectMany(static i => BitConverter.GetBytes((ushort)(0x4000 + i))).ToArray();

        Assert.Equal(table, ScanRun.Bytes(ScanRun.Redact(Scan().Add(0x00281201, Vr.OW, table).File(DicomSyntax.ExplicitLittle)), 0x00281201));
    }

    [Fact]
    public void MetaInformation_ThatHoldsSomethingElse_LosesIt()
    {
        var file = Scan().File(DicomSyntax.ExplicitLittle);
        byte[] odd = [2, 0, 1, 0, (byte)'O', (byte)'B', 0, 0, 28, 0, 0, 0, .. "write to a.lark@example.org "u8];
        byte[] changed = [.. file.AsSpan(0, 132), .. odd, .. file.AsSpan(132 + 12)];

        Assert.DoesNotContain("lark", System.Text.Encoding.Latin1.GetString(ScanRun.Redact(changed)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keep", "20240229", "UNMODIFIED")]
    [InlineData("Remove", "", "REMOVED")]
    public void Dates_OtherwiseThanMoved_AreSaidToBeSo(string dates, string expected, string mark)
    {
        var settings = DicomSettings.Default with { Dates = Enum.Parse<DicomDates>(dates) };

        Assert.Equal(expected, Of(Scan(), 0x00080020, settings));
        Assert.Equal(mark, Of(Scan(), 0x00280303, settings));
    }

    [Theory]
    [InlineData("20240229101112.5+0100", "101112.5+0100")]
    [InlineData("2024.02.29", "")]
    public void Shift_OfADateInAnotherForm_KeepsItsTime(string text, string rest)
    {
        var moved = DicomPatient.Shift(text, 1);

        Assert.Equal("20240301" + rest, moved);
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("20240230")]
    [InlineData("20240229-LARK")]
    [InlineData("LARK")]
    public void Shift_OfWhatIsNoDate_IsNone(string text) => Assert.Null(DicomPatient.Shift(text, 1));

    [Theory]
    [InlineData(0x04000500u, 0x04000520u)] // encrypted attributes
    [InlineData(0x00540016u, 0x00686300u)] // a drawing
    public void Bytes_ThatNobodyUnderstands_Go(uint sequence, uint tag)
    {
        var scan = Named().Add(sequence, new ScanBuilder().Add(tag, Vr.OB, "LARK^ANNA of old"));

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle));

        Assert.Equal(-1, written.AsSpan().IndexOf("LARK"u8));
    }

    [Theory]
    [InlineData("copyright of nobody", true)]
    [InlineData("made for Anna Lark ", false)]
    public void Profiles_OfColours_StayUnlessTheyTellWhatTheHeaderSays(string text, bool stays)
    {
        var scan = Named().Add(0x00282000, Vr.OB, text);

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle));

        Assert.Equal(stays, ScanRun.Text(written, 0x00282000) == text.Trim());
    }

    private static ScanBuilder Named() =>
        new ScanBuilder().Add(0x00080005, Vr.CS, "ISO_IR 100").Add(0x00100010, Vr.PN, "Lark^Anna").Add(0x00100020, Vr.LO, "PAT-1");

    [Fact]
    public void Uids_AreTheSameInAllFiles_AndThoseOfTheStandardStay()
    {
        var keys = new DicomKeys(ScanRun.Key, "test");
        var scan = Scan().Add(0x00080016, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
            .Add(0x00081140, new ScanBuilder().Add(0x00081150, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .Add(0x00081155, Vr.UI, "1.2.826.0.1.99.1"));

        var file = DicomFileReader.Read(ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle)));

        var mapped = keys.Uid("1.2.826.0.1.99.1");
        Assert.Equal(mapped, DicomValues.Ascii(file.Dataset.Find(0x00080018)!.In(file.Source)));
        var item = file.Dataset.Find(0x00081140)!.Items![0];
        Assert.Equal(mapped, DicomValues.Ascii(item.Find(0x00081155)!.In(file.Source)));
        Assert.Equal("1.2.840.10008.5.1.4.1.1.2", DicomValues.Ascii(item.Find(0x00081150)!.In(file.Source)));
        Assert.Equal(keys.Uid("1.2.826.0.1.99.7"), DicomValues.Ascii(file.Meta!.Find(0x00020003)!.In(file.Bytes)));
        Assert.True(mapped.Length <= 64 && !mapped.StartsWith("2.25.0", StringComparison.Ordinal));
        Assert.NotEqual(mapped, new DicomKeys(ScanRun.Key, "other").Uid("1.2.826.0.1.99.1"));
    }

    [Fact]
    public void Private_UnlessKnownToBeSafe_Goes()
    {
        var scan = Scan().Add(0x70530010, Vr.LO, "Philips PET Private Group").Add(0x70531000, Vr.DS, "1.5").Add(0x70531001, Vr.LO, "Lark")
            .Add(0x00290011, Vr.LO, "ACME").Add(0x00291100, Vr.LO, "Lark").Add(0x00291210, Vr.LO, "without a creator");

        var file = DicomFileReader.Read(ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle)));

        Assert.Equal([0x70530010u, 0x70531000u],
            file.Dataset.Elements.Where(static e => e.Tag.IsPrivate).Select(static e => e.Tag.Number));
        Assert.Null(Of(scan, 0x70531000, DicomSettings.Default with { RetainSafePrivate = false }));
    }

    [Fact]
    public void Names_OfTheHeader_AreFoundInTexts()
    {
        var scan = Scan(patient: "Z9-44871").Add(0x00100010, Vr.PN, "PLOVER^SANDRA^M").Add(0x00080080, Vr.LO, "Lakeview Ward House")
            .Add(0x00104000, Vr.LT, "Mrs. Plover (z9 44871) came from LAKEVIEW WARD HOUSE; knee 3 mm");

        var text = Of(scan, 0x00104000)!;

        foreach (var value in (string[])["lover", "44871", "LAKEVIEW"]) Assert.DoesNotContain(value, text, StringComparison.Ordinal);
        Assert.EndsWith("knee 3 mm", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_StaysStructuredContent_WithoutNames()
    {
        var text = new ScanBuilder().Add(0x0040A040, Vr.CS, "TEXT").Add(0x0040A160, Vr.UT, "Seen: Sandra Plover. No fracture.");
        var person = new ScanBuilder().Add(0x0040A040, Vr.CS, "PNAME").Add(0x0040A123, Vr.PN, "Plover^Sandra");
        var scan = Scan().Add(0x00100010, Vr.PN, "Plover^Sandra").Add(0x0040A730, text, person);

        var file = DicomFileReader.Read(ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle)));

        var items = file.Dataset.Find(0x0040A730)!.Items!;
        Assert.EndsWith("No fracture.", DicomValues.Ascii(items[0].Find(0x0040A160)!.In(file.Source)), StringComparison.Ordinal);
        Assert.Equal("ANONYMIZED", DicomValues.Ascii(items[1].Find(0x0040A123)!.In(file.Source)));
    }

    [Fact]
    public void Marks_SayWhatWasDone()
    {
        var file = DicomFileReader.Read(ScanRun.Redact(
            Scan().Add(0x00080060, Vr.CS, "CT").Add(0x00180015, Vr.CS, "HEAD").AddPixels(2, 2, 1, 8, "MONOCHROME2", [1, 2, 3, 4])
                .File(DicomSyntax.ExplicitLittle), DicomSettings.Default with { RetainDevice = true }, reader: static _ => []));

        string Text(uint tag) => DicomValues.Ascii(file.Dataset.Find(tag)!.In(file.Source));
        Assert.Equal(("YES", "NO", "YES"), (Text(0x00120062), Text(0x00280301), Text(0x00280302)));
        var codes = file.Dataset.Find(0x00120064)!.Items!.Select(i => DicomValues.Ascii(i.Find(0x00080100)!.In(file.Source)));
        Assert.Equal(["113100", "113101", "113103", "113104", "113105", "113107", "113109", "113111"], codes);
    }

    [Fact]
    public void Age_ThatIsRetained_IsNinetyAtMost() => Assert.Equal("090Y",
        Of(Scan().Add(0x00101010, Vr.AS, "097Y"), 0x00101010, DicomSettings.Default with { RetainCharacteristics = true }));

    [Fact]
    public void Attributes_ThatTheStandardDoesNotKnow_AreErasedAndTold()
    {
        var seen = new LedgerObserver();
        var scan = Scan().Add(0x00091000, Vr.LO, "x").Add(0x00080003, Vr.LO, "Lark");

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), observer: seen);

        Assert.Null(ScanRun.Text(written, 0x00080003));
        Assert.Equal("unknown-attribute", Assert.Single(seen.Ledger.Places).Kind);
    }

    [Fact]
    public void Text_UnderAnotherRepresentation_IsCleanedAllTheSame()
    {
        var scan = Scan().Add(0x00104000, Vr.OB, "mail lark@example.org").Add(0x00080104, Vr.UN, "to lark@example.org")
            .Add(0x0008010C, Vr.UI, "1.2.Lark").Add(0x00080201, Vr.SH, "+0100").Add(0x00143077, Vr.TM, "Lark");

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle));

        Assert.True(written.AsSpan().IndexOf("lark"u8) < 0);
        Assert.True(written.AsSpan().IndexOf("Lark"u8) < 0);
    }

    [Fact]
    public void Directory_StaysLinked()
    {
        byte[] Link(uint to) => BitConverter.GetBytes(to);
        ScanBuilder Record(uint next, uint lower, string type, string name) => new ScanBuilder().Add(0x00041400, Vr.UL, Link(next))
            .Add(0x00041420, Vr.UL, Link(lower)).Add(0x00041430, Vr.CS, type).Add(0x00100010, Vr.PN, name);
        ScanBuilder Directory(uint first, uint second) => new ScanBuilder().Add(0x00041200, Vr.UL, Link(first))
            .Add(0x00041202, Vr.UL, Link(first))
            .Add(0x00041220, Record(second, 0, "PATIENT", "Plover^Sandra Maria Eleonora"), Record(0, 0, "PATIENT", "Lark"));
        var drawn = DicomFileReader.Read(Directory(0, 0).File(DicomSyntax.ExplicitLittle)).Dataset.Find(0x00041220)!.Items!;

        var written = DicomFileReader.Read(ScanRun.Redact(
            Directory((uint)drawn[0].Start, (uint)drawn[1].Start).File(DicomSyntax.ExplicitLittle)));

        var records = written.Dataset.Find(0x00041220)!.Items!;
        Assert.NotEqual(drawn[1].Start, records[1].Start);
        Assert.Equal((uint)records[0].Start, BitConverter.ToUInt32(written.Dataset.Find(0x00041200)!.In(written.Source)));
        Assert.Equal((uint)records[1].Start, BitConverter.ToUInt32(records[0].Find(0x00041400)!.In(written.Source)));
        Assert.Equal(0u, BitConverter.ToUInt32(records[1].Find(0x00041400)!.In(written.Source)));
        Assert.Null(written.Dataset.Find(0x00120062));
    }
}
