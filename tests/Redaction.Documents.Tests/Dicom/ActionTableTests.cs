using System.Text;
using Redaction.Documents.Dicom;
using Xunit;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>Each row of PS3.15 table E.1-1 under the Basic Profile and under each option that speaks of it.</summary>
public sealed class ActionTableTests
{
    private const string Word = "PLOVERSQUARE";
    private const string OriginalUid = "1.2.826.0.1.99.4711";

    private static readonly DicomSettings s_basic = new()
    {
        RetainSafePrivate = false,
        Dates = DicomDates.Remove,
        CleanDescriptors = false,
        CleanStructuredContent = false,
        CleanGraphics = false,
    };

    private static uint[] Rows { get; } = [.. ProfileTable.Rows.Keys.Where(static t => t >> 24 != 0x50 && t >> 16 is not (0 or 2)).Order()];

    [Fact]
    public void Table_HasTheRowsOfTheEdition()
    {
        Assert.Equal(620, ProfileTable.Rows.Count);
        Assert.Equal(new ProfileRow("Z", ["-", "-", "-", "-", "-", "-", "-", "-", "-", "-"]).Basic, ProfileTable.Rows[0x00100010].Basic);
        Assert.Equal('K', ProfileTable.Rows[0x0020000D].Code("rtnUIDsOpt"));
        Assert.Equal('C', ProfileTable.Rows[0x00081030].Code("cleanDescOpt"));
    }

    [Fact]
    public void EveryRow_UnderTheBasicProfile_IsTreatedAsItsCodeSays()
    {
        foreach (var tag in Rows) Check(tag, ProfileTable.Rows[tag].BasicAction, s_basic);
    }

    [Theory]
    [InlineData("rtnUIDsOpt")]
    [InlineData("rtnDevIdOpt")]
    [InlineData("rtnInstIdOpt")]
    [InlineData("rtnPatCharsOpt")]
    [InlineData("rtnLongFullDatesOpt")]
    [InlineData("rtnLongModifDatesOpt")]
    [InlineData("cleanDescOpt")]
    [InlineData("cleanStructContOpt")]
    [InlineData("cleanGraphOpt")]
    public void EveryRow_OfAnOption_IsTreatedAsItsCodeSays(string option)
    {
        var settings = With(option);
        Assert.True(settings.Has(option));
        foreach (var tag in Rows)
        {
            if (tag >> 24 == 0x60) continue; // an overlay is searched as a picture, or goes as a whole
            var code = ProfileTable.Rows[tag].Code(option);
            if (code != '-') Check(tag, code == 'K' ? ProfileAction.Keep : ProfileAction.Clean, settings);
        }
    }

    private static DicomSettings With(string option) => option switch
    {
        "rtnUIDsOpt" => s_basic with { RetainUids = true },
        "rtnDevIdOpt" => s_basic with { RetainDevice = true },
        "rtnInstIdOpt" => s_basic with { RetainInstitution = true },
        "rtnPatCharsOpt" => s_basic with { RetainCharacteristics = true },
        "rtnLongFullDatesOpt" => s_basic with { Dates = DicomDates.Keep },
        "rtnLongModifDatesOpt" => s_basic with { Dates = DicomDates.Shift },
        "cleanDescOpt" => s_basic with { CleanDescriptors = true },
        "cleanStructContOpt" => s_basic with { CleanStructuredContent = true },
        _ => s_basic with { CleanGraphics = true },
    };

    /// <summary>A file with the attribute, and its own name of a patient for cleaning to find.</summary>
    private static void Check(uint tag, ProfileAction action, DicomSettings settings)
    {
        var vr = DicomDictionary.VrOf(new(tag)) ?? Vr.UN;
        var value = ValueOf(vr);
        var scan = new ScanBuilder().Add(0x00100020, Vr.LO, Word);
        if (vr == Vr.SQ) scan.Add(tag, new ScanBuilder().Add(0x00080104, Vr.LO, $"of {Word}").Add(0x00081155, Vr.UI, OriginalUid));
        else scan.Add(tag, vr, value);
        var choice = tag == 0x00420011 ? UnsearchedChoice.Erase : UnsearchedChoice.Refuse;
        var written = ScanRun.Redact(scan.File(DicomSyntax.ExplicitLittle), settings, choice: choice);
        var read = DicomFileReader.Read(written);
        var element = read.Dataset.Find(tag);
        var name = $"{new DicomTag(tag)} {vr} {action}";
        if (action == ProfileAction.Remove && tag is not (0x00420011))
        {
            Assert.True(element is null, name);
            return;
        }
        Assert.True(element is not null, name);
        var after = element.In(read.Source).ToArray();
        if (vr == Vr.SQ) CheckSequence(element, read, action, settings, name);
        else CheckValue(tag, vr, value, after, action, name);
        if (action != ProfileAction.Keep) Assert.True(written.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Word)) < 0, name);
    }

    private static void CheckSequence(DicomElement element, DicomFile read, ProfileAction action, DicomSettings settings, string name)
    {
        if (action == ProfileAction.Empty)
        {
            Assert.True(element.Length == 0, name);
            return;
        }
        var item = Assert.Single(element.Items!);
        var uid = DicomValues.Ascii(item.Find(0x00081155)!.In(read.Source));
        Assert.True(settings.RetainUids == (uid == OriginalUid), name);
    }

    private static void CheckValue(uint tag, Vr vr, byte[] before, byte[] after, ProfileAction action, string name)
    {
        var text = Encoding.ASCII.GetString(after).Trim(' ', '\0');
        switch (action)
        {
            case ProfileAction.Keep: Assert.True(before.AsSpan().SequenceEqual(after), name); break;
            case ProfileAction.Empty when tag is 0x00100010 or 0x00100020: Assert.True(text.Length == 8, name); break;
            case ProfileAction.Empty: Assert.True(after.Length == 0, name); break;
            case ProfileAction.Map when vr == Vr.UI: Assert.True(text.StartsWith("2.25.", StringComparison.Ordinal), name); break;
            case ProfileAction.Clean when vr is Vr.DA or Vr.DT:
                Assert.True(text.Length >= 8 && !text.StartsWith("20240229", StringComparison.Ordinal), name);
                break;
            case ProfileAction.Clean when vr is Vr.OB or Vr.UN: Assert.True(!before.AsSpan().SequenceEqual(after), name); break;
            case ProfileAction.Clean when VrRules.IsFreeText(vr) && vr != Vr.PN:
                Assert.True(text.StartsWith("seen by ", StringComparison.Ordinal), name);
                break;
            case ProfileAction.Dummy when tag != 0x00420011:
                Assert.True(after.Length > 0 && !before.AsSpan().SequenceEqual(after), name);
                break;
        }
    }

    private static byte[] ValueOf(Vr vr) => vr switch
    {
        Vr.DA => "20240229"u8.ToArray(),
        Vr.DT => "20240229101112.123456 "u8.ToArray(),
        Vr.TM => "101112"u8.ToArray(),
        Vr.UI => Encoding.ASCII.GetBytes(OriginalUid + "\0"),
        Vr.AS => "044Y"u8.ToArray(),
        Vr.DS or Vr.IS => "12"u8.ToArray(),
        Vr.CS or Vr.AE => "OTHERS"u8.ToArray(),
        Vr.PN => Encoding.ASCII.GetBytes($"{Word}^LARK "),
        Vr.LO or Vr.SH or Vr.ST or Vr.LT or Vr.UT or Vr.UC or Vr.UR => Encoding.ASCII.GetBytes($"seen by {Word}"),
        Vr.OB or Vr.UN or Vr.OW => Encoding.ASCII.GetBytes(Word),
        _ => [1, 0, 2, 0, 3, 0, 4, 0],
    };
}
