using System.Text;
using Redaction.Documents.Dicom;
using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

public sealed class PlantedCorpusTests
{
    private const int Files = 240, Sample = 12;
    private const double LeastRight = 0.999;

    [Fact]
    public void Corpus_KeepsNoPlantedValue_AndIsTreatedRight()
    {
        var keys = new DicomKeys(ScanRun.Key, "test");
        var (right, all) = (0, 0);
        for (var number = 0; number < Files; number++)
        {
            var scan = PlantedCorpus.Create(number);
            var ledger = new LedgerObserver();
            var written = ScanRun.Redact(scan.File, reader: Bright, observer: ledger);
            var file = DicomFileReader.Read(written);
            var text = Encoding.Latin1.GetString(file.Bytes) + Encoding.Latin1.GetString(file.Source);
            foreach (var value in scan.Planted)
                Assert.True(!text.Contains(value, StringComparison.OrdinalIgnoreCase), $"file {number} holds a planted value");
            Assert.Equal(scan.File.Length, ledger.Ledger.Total);
            CheckFrames(file, number);
            Count(scan.Kept.Select(k => ScanRun.Text(written, k.Tag) == k.Value));
            var days = keys.Days(scan.Patient);
            Count([ScanRun.Text(written, 0x00080020) == DicomPatient.Shift("20310417", days), ScanRun.Text(written, 0x00100030) is "",
                ScanRun.Text(written, 0x00120062) == "YES", ScanRun.Text(written, 0x00100020) == keys.Patient(scan.Patient)]);
        }
        Assert.True(right >= LeastRight * all, $"{right} of {all} actions are right");
        void Count(IEnumerable<bool> results)
        {
            foreach (var result in results)
            {
                all++;
                if (result) right++;
            }
        }
    }

    [DcmdumpFact]
    public void Corpus_Redacted_IsOpenedByDcmdump()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Sample; i++)
        {
            var written = ScanRun.Redact(PlantedCorpus.Create(i * Files / Sample + i).File, reader: Bright);
            Dcmdump.Open(folder.Write($"{i}.dcm", written));
        }
    }

    /// <summary>Where a picture is at its brightest.</summary>
    private static IEnumerable<PixelBox> Bright(FramePicture picture)
    {
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                if (picture.Pixels[(y * picture.Width + x) * picture.Channels] == 255) yield return new(x, y, 1, 1);
    }

    private static void CheckFrames(DicomFile file, int number)
    {
        if (file.Dataset.Find(0x7FE00010) is not { } pixels) return;
        var module = PixelModule.Of(file, pixels)!;
        var frames = pixels.Fragments is null ? [pixels.In(file.Source).ToArray()]
            : FrameSplit.Split(pixels, module.Frames)!.Select(f => RleCodec.Decode(f.Span, module)!).ToArray();
        for (var frame = 0; frame < module.Frames; frame++)
        {
            var samples = pixels.Fragments is null ? new FrameSamples(frames[0], module, frame * module.FrameBits)
                : new FrameSamples(frames[frame], module.Decoded(), 0);
            for (var y = 0; y < module.Rows; y++)
                for (var x = 0; x < module.Columns; x++)
                    Assert.True(samples[x, y, 0] < 100, $"file {number}, frame {frame} shows a planted value");
        }
    }
}
