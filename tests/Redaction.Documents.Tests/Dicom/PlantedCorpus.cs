using Redaction.Documents.Dicom;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>Files with planted identifiers, in the manner of the MIDI-B challenge: synthetic, of many kinds and encodings.</summary>
internal static class PlantedCorpus
{
    private const int Side = 16;

    private static readonly string[] s_families =
        ["Plover", "Wagtail", "Goldcrest", "Dunnock", "Fieldfare", "Whinchat", "Siskin", "Redpoll"];

    private static readonly string[] s_given =
        ["Sandra", "Tomasz", "Ingeborg", "Rashida", "Leopold", "Ottilie", "Bartholomew", "Xiomara"];

    private static readonly string[] s_modalities = ["CT", "MR", "US", "CR", "OT", "SR", "PT", "MG"];
    private static readonly string[] s_parts = ["KNEE", "CHEST", "HEAD", "ABDOMEN", "SPINE"];

    /// <summary>A file and what must not be left of it.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Planted">Identifiers, in no place of the output.</param>
    /// <param name="Kept">Values that must stay, by tag.</param>
    /// <param name="Patient">What names the patient.</param>
    internal sealed record Scan(byte[] File, string[] Planted, (uint Tag, string Value)[] Kept, string Patient);

    /// <summary>Makes a file; the same for the same number.</summary>
    public static Scan Create(int number)
    {
        var random = new Random(number);
        string Pick(string[] all) => all[random.Next(all.Length)];
        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)random.Next('1', '9' + 1)));
        var (family, given, doctor) = (Pick(s_families), Pick(s_given), "Quillfeather");
        var (mrn, accession, serial) = ($"MR{Digits(7)}", $"AC{Digits(6)}", $"SN{Digits(8)}");
        var (phone, mail) = ($"(555) 555-0{Digits(3)}", $"{given}.{family}@example.org".ToLowerInvariant());
        var house = $"Lakeview {Pick(s_families)} Infirmary";
        var uid = $"1.2.826.0.1.3680043.9.{Digits(9)}.{number}";
        var modality = s_modalities[number % s_modalities.Length];
        var scan = new ScanBuilder { Undefined = number % 3 == 0 }
            .Add(0x00080005, Vr.CS, "ISO_IR 100").Add(0x00080016, Vr.UI, "1.2.840.10008.5.1.4.1.1.7").Add(0x00080018, Vr.UI, uid)
            .Add(0x00080020, Vr.DA, "20310417").Add(0x00080030, Vr.TM, "101500").Add(0x00080050, Vr.SH, accession)
            .Add(0x00080060, Vr.CS, modality).Add(0x00080080, Vr.LO, house).Add(0x00080081, Vr.ST, $"12 {family} Row, {phone}")
            .Add(0x00080090, Vr.PN, $"{doctor}^{given}").Add(0x00081030, Vr.LO, $"{modality} of {given} {family}")
            .Add(0x0008103E, Vr.LO, "Axial 3 mm").Add(0x00081140, new ScanBuilder().Add(0x00081150, Vr.UI, "1.2.840.10008.5.1.4.1.1.7")
                .Add(0x00081155, Vr.UI, uid + ".1")).Add(0x00100010, Vr.PN, $"{family}^{given}").Add(0x00100020, Vr.LO, mrn)
            .Add(0x00100030, Vr.DA, "19870514").Add(0x00101040, Vr.LO, $"7 {family} Lane").Add(0x00104000, Vr.LT, $"call {phone} or {mail}")
            .Add(0x00180015, Vr.CS, Pick(s_parts)).Add(0x00180050, Vr.DS, "3.0").Add(0x00181000, Vr.LO, serial)
            .Add(0x00204000, Vr.LT, $"{family.ToUpperInvariant()}, {given}: no change since MRN {mrn}")
            .Add(0x0020000D, Vr.UI, uid + ".2").Add(0x0020000E, Vr.UI, uid + ".3")
            .Add(0x00090010, Vr.LO, "ACME 2.0").Add(0x00091001, Vr.LO, $"{family}^{given}").Add(0x00091002, Vr.UN, mrn)
            .Add(0x00400275, new ScanBuilder { Undefined = number % 2 == 0 }.Add(0x00400007, Vr.LO, $"for {given} {family}")
                .Add(0x00401001, Vr.SH, accession).Add(0x00400100, new ScanBuilder().Add(0x00400006, Vr.PN, $"{doctor}^{given}")));
        if (modality == "SR") AddReport(scan, family, given, doctor, mail);
        else AddPixels(scan, number);
        (uint, string)[] kept = [(0x00080060, modality), (0x0008103E, "Axial 3 mm"), (0x00180050, "3.0"), (0x00080030, "101500")];
        string[] planted = [family, given, doctor, mrn, accession, serial, phone, mail, house, uid, "20310417", "19870514", "ACME"];
        return new(scan.File(Syntax(number, modality)), planted, kept, mrn);
    }

    private static DicomSyntax Syntax(int number, string modality) =>
        modality != "SR" && number % 5 == 4 ? new(DicomSyntax.Rle, true, false) : ScanRun.Syntaxes[number % ScanRun.Syntaxes.Length];

    private static void AddReport(ScanBuilder scan, string family, string given, string doctor, string mail)
    {
        ScanBuilder Text(string value) => new ScanBuilder().Add(0x0040A040, Vr.CS, "TEXT").Add(0x0040A160, Vr.UT, value);
        scan.Add(0x0040A730, Text($"{given} {family} came in after a fall."), Text($"Report to {mail}"),
            new ScanBuilder().Add(0x0040A040, Vr.CS, "PNAME").Add(0x0040A123, Vr.PN, $"{doctor}^{given}"),
            new ScanBuilder().Add(0x0040A040, Vr.CS, "CONTAINER")
                .Add(0x0040A730, Text($"Dr. {doctor}: {family.ToLowerInvariant()} is well")));
    }

    /// <summary>Burned-in text is a block at full brightness, which the reader of the test takes for it.</summary>
    private static void AddPixels(ScanBuilder scan, int number)
    {
        var (samples, allocated) = (number % 7 == 0 ? 3 : 1, number % 7 == 0 || number % 2 == 0 ? 8 : 16);
        var module = PixelModule.Bits(Side, Side, 2) with
        {
            Samples = samples,
            Allocated = allocated,
            Stored = allocated,
            HighBit = allocated - 1,
            IsBigEndian = number % 5 != 4 && ScanRun.Syntaxes[number % 4].IsBigEndian,
        };
        var size = Side * Side * samples * allocated / 8;
        var frames = new byte[2][];
        for (var frame = 0; frame < 2; frame++)
        {
            frames[frame] = new byte[size];
            var cells = new FrameSamples(frames[frame], module, 0);
            for (var y = 0; y < Side; y++)
                for (var x = 0; x < Side; x++)
                    for (var s = 0; s < samples; s++)
                        cells.Set(x, y, s, y is > 2 and < 6 && x > 3 ? (1 << allocated) - 1 : (x * 5 + y) % 100);
        }
        byte[] both = [.. frames[0], .. frames[1]];
        scan.AddPixels(Side, Side, samples, allocated, samples == 3 ? "RGB" : "MONOCHROME2", both, frames: 2);
        if (allocated == 8) scan.Add(0x7FE00010, Vr.OB, both);
        if (samples == 3) scan.Add(0x00280006, (ushort)0);
        if (number % 5 == 4) scan.AddFrames([.. frames.Select(f => RleCodec.Encode(f, module))]);
    }
}
