using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Documents.Dicom;

/// <summary>The data dictionary of PS3.6, as far as it is needed to read files.</summary>
internal static class DicomDictionary
{
    private static readonly Lazy<FrozenDictionary<uint, (Vr Vr, string Keyword)>> s_all = new(Read);

    /// <summary>The value representation; null for a tag that the standard does not define.</summary>
    public static Vr? VrOf(DicomTag tag)
    {
        if (tag.IsGroupLength) return Vr.UL;
        if (tag.IsPrivate) return tag.IsPrivateCreator ? Vr.LO : null;
        return s_all.Value.TryGetValue(Canonical(tag), out var entry) ? entry.Vr : null;
    }

    /// <summary>The keyword, such as <c>PatientName</c>; the number in hexadecimal where there is none.</summary>
    public static string KeywordOf(DicomTag tag) => !tag.IsPrivate && s_all.Value.TryGetValue(Canonical(tag), out var entry)
        ? entry.Keyword : tag.Number.ToString("X8", CultureInfo.InvariantCulture);

    /// <summary>Curves and overlays use a group for each, with the same elements.</summary>
    public static uint Canonical(DicomTag tag) => tag.Group >> 8 is 0x50 or 0x60 ? tag.Number & 0xFF00FFFF : tag.Number;

    private static FrozenDictionary<uint, (Vr, string)> Read()
    {
        var all = new Dictionary<uint, (Vr, string)>();
        foreach (var line in DicomTables.Lines("attributes"))
        {
            var parts = line.Split(' ');
            if (VrRules.Of(parts[1]) is not { } vr) continue;
            if (uint.TryParse(parts[0].Replace('x', '0'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
                all[number] = (vr, parts[2]);
        }
        return all.ToFrozenDictionary();
    }
}
