using System.Buffers;
using System.Text;

namespace Redaction.Documents.Dicom;

/// <summary>Says in a file what was done with it (PS3.15 section E.1.1, PS3.3 sections C.7.1.1 and C.12.1.1.7), and no more than
/// that.</summary>
internal sealed class FileMarks(DicomWork work)
{
    private const string Implementation = "2.25.263848151925541870287464817219274813917";

    private const int VersionLength = 2;
    private static readonly SearchValues<byte> s_identifier = SearchValues.Create("0123456789. \0"u8);

    private static readonly uint[] s_senders =
    [0x00020016, 0x00020017, 0x00020018, 0x00020026, 0x00020027, 0x00020028, 0x00020100, 0x00020102];

    /// <summary>Options by their codes of PS3.16 context group 7050.</summary>
    private IEnumerable<(string Code, string Meaning)> Methods(PixelOutcome pixels)
    {
        var settings = work.Settings;
        yield return ("113100", "Basic Application Confidentiality Profile");
        if (settings.CleanPixels && pixels == PixelOutcome.Searched) yield return ("113101", "Clean Pixel Data Option");
        if (settings.CleanGraphics) yield return ("113103", "Clean Graphics Option");
        if (settings.CleanStructuredContent) yield return ("113104", "Clean Structured Content Option");
        if (settings.CleanDescriptors) yield return ("113105", "Clean Descriptors Option");
        if (settings.Dates == DicomDates.Keep) yield return ("113106", "Retain Longitudinal Temporal Information Full Dates Option");
        if (settings.Dates == DicomDates.Shift)
            yield return ("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
        if (settings.RetainCharacteristics) yield return ("113108", "Retain Patient Characteristics Option");
        if (settings.RetainDevice) yield return ("113109", "Retain Device Identity Option");
        if (settings.RetainUids) yield return ("113110", "Retain UIDs Option");
        if (settings.RetainSafePrivate) yield return ("113111", "Retain Safe Private Option");
        if (settings.RetainInstitution) yield return ("113112", "Retain Institution Identity Option");
    }

    /// <summary>Sets the attributes of the data set.</summary>
    public void Set(PixelOutcome pixels)
    {
        var dataset = work.File.Dataset;
        if (work.File.IsDirectory) return; // a directory is no composite object
        dataset.Set(0x00120062, Vr.CS, DicomValues.Of("YES", Vr.CS));
        dataset.Set(0x00120063, Vr.LO, DicomValues.Of("PS3.15 Annex E, see codes", Vr.LO));
        dataset.Set(0x00120064, [.. Methods(pixels).Select(m => Code(m.Code, m.Meaning, dataset.Syntax))]);
        var times = work.Settings.Dates switch
        {
            DicomDates.Keep => "UNMODIFIED",
            DicomDates.Shift when work.HasMovedDates => "MODIFIED",
            _ => "REMOVED",
        };
        dataset.Set(0x00280303, Vr.CS, DicomValues.Of(times, Vr.CS));
        if (pixels == PixelOutcome.Searched) dataset.Set(0x00280301, Vr.CS, DicomValues.Of("NO", Vr.CS));
        if (pixels != PixelOutcome.None && ShowsHead(dataset)) dataset.Set(0x00280302, Vr.CS, DicomValues.Of("YES", Vr.CS));
    }

    /// <summary>Cleans the meta information, whose identifier of the object is that of the data set.</summary>
    public void CleanMeta()
    {
        if (work.File.Meta is not { } meta) return;
        if (meta.Elements.RemoveAll(e => s_senders.Contains(e.Tag.Number)) > 0) meta.IsChanged = true;
        if (meta.Find(0x00020003) is { } instance && !work.Settings.RetainUids)
        {
            var uid = DicomValues.Ascii(instance.In(work.File.Bytes));
            var mapped = new ValueCleaner(work).Map(uid);
            if (mapped != uid) meta.Set(0x00020003, Vr.UI, DicomValues.Of(mapped, Vr.UI));
        }
        if (meta.Find(0x00020012) is not null) meta.Set(0x00020012, Vr.UI, DicomValues.Of(Implementation, Vr.UI));
        if (meta.Find(0x00020013) is not null) meta.Set(0x00020013, Vr.SH, DicomValues.Of("REDACTION", Vr.SH));
        if (meta.Elements.RemoveAll(e => e.Tag.Number > 0x00020102 || !IsProper(e)) > 0) meta.IsChanged = true;
    }

    /// <summary>True for what the standard has in the meta information: numbers of four bytes, versions of two, identifiers of
    /// digits.</summary>
    private bool IsProper(DicomElement element) => element.IsChanged || element.Vr switch
    {
        Vr.UL => element.Length == VrRules.NumberSize(Vr.UL),
        Vr.OB => element.Length == VersionLength,
        Vr.UI => !element.In(work.File.Bytes).ContainsAnyExcept(s_identifier),
        _ => false,
    };

    /// <summary>Writes another transfer syntax, once the pixels are in it.</summary>
    public static void SetSyntax(DicomFile file, DicomSyntax syntax)
    {
        file.Syntax = syntax;
        file.Meta?.Set(0x00020010, Vr.UI, DicomValues.Of(syntax.Uid, Vr.UI));
    }

    private static DicomDataset Code(string code, string meaning, DicomSyntax syntax)
    {
        var item = new DicomDataset(syntax) { IsChanged = true };
        item.Set(0x00080100, Vr.SH, DicomValues.Of(code, Vr.SH));
        item.Set(0x00080102, Vr.SH, DicomValues.Of("DCM", Vr.SH));
        item.Set(0x00080104, Vr.LO, DicomValues.Of(meaning, Vr.LO));
        return item;
    }

    /// <summary>True for slices in which a face can be rebuilt.</summary>
    private bool ShowsHead(DicomDataset dataset)
    {
        if (Text(dataset, 0x00080060) is not ("CT" or "MR" or "PT" or "NM")) return false;
        var part = Text(dataset, 0x00180015).ToUpperInvariant();
        return part.Contains("HEAD", StringComparison.Ordinal) || part is "BRAIN" or "SKULL" or "FACE" or "NECK" or "ORBIT" or "SINUS";
    }

    private string Text(DicomDataset dataset, uint tag) => dataset.Find(tag) is { Items: null } element
        ? Encoding.Latin1.GetString(element.In(work.File.Source)).Trim(' ', '\0') : "";
}
