using System.Text;
using Redaction.Documents.Dicom;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>Whatever a file looks like, it is read in full or refused with a code.</summary>
public sealed class MutationTests
{
    private const int Rounds = 400;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Redact_OfAChangedFile_IsReadOrRefused(int syntax, bool undefined)
    {
        var scan = new ScanBuilder { Undefined = undefined }.Add(0x00100010, Vr.PN, Canary.Text).Add(0x00081030, Vr.LO, "Knee")
            .Add(0x00400275, new ScanBuilder { Undefined = undefined }.Add(0x00400007, Vr.LO, "a"), new ScanBuilder())
            .AddPixels(4, 6, 1, 8, "MONOCHROME2", new byte[24]).File(ScanRun.Syntaxes[syntax]);
        var random = new Random(20 + syntax);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var changed = Changed(scan, random, round);
            var ledger = new LedgerObserver();
            try
            {
                var written = ScanRun.Redact(changed, reader: static _ => [], observer: ledger);
                DicomFileReader.Read(written);
                Assert.Equal(changed.Length, ledger.Ledger.Total);
                Assert.True(ledger.Ledger is { Structure: >= 0, Excluded: >= 0, Searched: >= 0 }, $"round {round}: {ledger.Ledger}");
                read++;
            }
            catch (RedactionException e)
            {
                Assert.DoesNotContain(Canary.Text, e.ToString(), StringComparison.Ordinal);
            }
        }
        Assert.True(read > 0);
    }

    [Fact]
    public void Redact_OfAFileThatEndsTooEarly_IsRefused()
    {
        var scan = new ScanBuilder().Add(0x00100010, Vr.PN, "Lark").Add(0x00104000, Vr.LT, new string('x', 50));
        var file = scan.File(DicomSyntax.ExplicitLittle);
        for (var length = file.Length - 55; length < file.Length - 1; length++)
        {
            if (length == file.Length - 58) continue;
            var failure = Assert.Throws<RedactionException>(() => ScanRun.Redact(file[..length]));
            Assert.Equal(ErrorCodes.Truncated, failure.Code);
        }
    }

    [Fact]
    public void Redact_OfDeeplyNestedSequences_IsRefused()
    {
        var scan = new ScanBuilder().Add(0x00081030, Vr.LO, "x");
        for (var i = 0; i < 60; i++) scan = new ScanBuilder().Add(0x00400275, scan);

        var failure = Assert.Throws<RedactionException>(() => ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle)));

        Assert.Equal(ErrorCodes.TooLarge, failure.Code);
    }

    private static byte[] Changed(byte[] file, Random random, int round)
    {
        List<byte> bytes = [.. file];
        var at = 128 + random.Next(bytes.Count - 128);
        var length = Math.Min(random.Next(1, 10), bytes.Count - at);
        switch (round % 5)
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(at, Encoding.ASCII.GetBytes("\0\0\0\uFFFD"[..random.Next(1, 4)])); break;
        }
        return [.. bytes];
    }
}
