using System.Text;
using Redaction.Documents.Dicom;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class EncodingsTests
{
    private static ScanBuilder Scan(bool undefined) => new ScanBuilder { Undefined = undefined }
        .Add(0x00080005, Vr.CS, "ISO_IR 192").Add(0x00080018, Vr.UI, "1.2.826.0.1.99.7").Add(0x00080060, Vr.CS, "OT")
        .Add(0x00081030, Vr.LO, "Knie links").Add(0x00100010, Vr.PN, "Plover^Ärmel").Add(0x00100020, Vr.LO, "PAT-77123")
        .Add(0x00400275, new ScanBuilder { Undefined = undefined }.Add(0x00400007, Vr.LO, "for Ärmel Plover").Add(0x00400009, Vr.SH, "S1"))
        .Add(0x00180050, Vr.DS, "1.25").Add(0x00291010, Vr.UN, "secret").Add(0x00290010, Vr.LO, "ACME 1.0");

    public static TheoryData<int, bool> Encodings
    {
        get
        {
            var all = new TheoryData<int, bool>();
            for (var i = 0; i < ScanRun.Syntaxes.Length; i++)
                foreach (var undefined in (bool[])[false, true]) all.Add(i, undefined);
            return all;
        }
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Redact_OfAnyEncoding_DoesTheSame(int syntax, bool undefined)
    {
        var file = Scan(undefined).File(ScanRun.Syntaxes[syntax]);
        var ledger = new LedgerObserver();

        var written = ScanRun.Redact(file, observer: ledger);

        var read = DicomFileReader.Read(written);
        var all = Encoding.UTF8.GetString(read.Bytes) + Encoding.UTF8.GetString(read.Source);
        foreach (var value in (string[])["Plover", "Ärmel", "PAT-77123", "secret", "ACME", "SENDER", "1.2.826.0.1.99.7"])
            Assert.DoesNotContain(value, all, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("1.25", ScanRun.Text(written, 0x00180050));
        Assert.Equal("Knie links", ScanRun.Text(written, 0x00081030));
        Assert.Equal(ScanRun.Syntaxes[syntax], read.Syntax);
        Assert.Equal(file.Length, ledger.Ledger.Total);
        Assert.StartsWith("2.25.", ScanRun.Text(written, 0x00080018), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Encodings))]
    public void Read_AndWritten_IsTheSameFile(int syntax, bool undefined)
    {
        var file = Scan(undefined).File(ScanRun.Syntaxes[syntax]);
        using var output = new MemoryStream();

        new DicomWriter(DicomFileReader.Read(file)).Write(output);

        if (ScanRun.Syntaxes[syntax].IsDeflated) // the compression may differ
            Assert.Equal(DicomFileReader.Read(file).Source, DicomFileReader.Read(output.ToArray()).Source);
        else Assert.Equal(file, output.ToArray());
    }

    [Fact]
    public void Redact_OfABareDataSet_ReadsItWhateverItsEncoding()
    {
        foreach (var syntax in ScanRun.Syntaxes.Where(static s => !s.IsDeflated))
        {
            var bare = Scan(undefined: false).Dataset(syntax);

            var written = ScanRun.Redact(bare);

            Assert.True(new DicomFormat().Recognises(bare, "a.dcm"));
            Assert.Equal("1.25", ScanRun.Text(written, 0x00180050));
            Assert.DoesNotContain("PAT-77123", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ISO_IR 100", 28591)]
    [InlineData("ISO_IR 144", 28595)]
    [InlineData("ISO_IR 126", 28597)]
    [InlineData("GB18030", 54936)]
    [InlineData("ISO_IR 192", 65001)]
    public void Redact_InACharacterSet_FindsNamesInIt(string term, int page)
    {
        var name = page switch { 28595 => "Иволга", 28597 => "Γερανός", 54936 => "百灵鸟", _ => "Kürbis" };
        var encoding = page switch { 28591 => Encoding.Latin1, 65001 => Encoding.UTF8, _ => Redaction.Text.CodePages.Of(page)! };
        var scan = new ScanBuilder().Add(0x00080005, Vr.CS, term).Add(0x00100010, Vr.PN, encoding.GetBytes($"{name}^Ann"))
            .Add(0x00104000, Vr.LT, encoding.GetBytes($"Ann {name} was here")).Add(0x00081030, Vr.LO, encoding.GetBytes("Knie"));

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle));

        Assert.True(written.AsSpan().IndexOf(encoding.GetBytes(name)) < 0);
        Assert.EndsWith("was here", ScanRun.Text(written, 0x00104000), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_WithCodeExtensions_ReadsThem()
    {
        // PS3.5 annex H.3.1 shows the escape sequences.
        byte[] value = [.. "Yamada^Tarou="u8, 0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42, .. "^"u8];

        var text = CharacterSet.Of("\\ISO 2022 IR 87").Decode(value);

        Assert.Equal("Yamada^Tarou=山田^", text);
    }

    [Fact]
    public void Redact_OfATextInAnUnknownSet_EmptiesIt()
    {
        var scan = new ScanBuilder().Add(0x00080005, Vr.CS, "ISO_IR 999").Add(0x00104000, Vr.LT, [0xE4, 0xF6, (byte)'a', (byte)'b'])
            .Add(0x00081030, Vr.LO, "plain");

        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle));

        Assert.Equal("", ScanRun.Text(written, 0x00104000));
        Assert.Equal("plain", ScanRun.Text(written, 0x00081030));
    }
}
