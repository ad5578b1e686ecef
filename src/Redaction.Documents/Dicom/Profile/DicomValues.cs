using System.Collections.Frozen;
using System.Text;

namespace Redaction.Documents.Dicom;

/// <summary>Values as texts and texts as values.</summary>
internal static class DicomValues
{
    /// <summary>What takes the place of texts that must not be empty.</summary>
    public const string DummyText = "ANONYMIZED";

    private static readonly FrozenSet<string> s_placeholders = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "anonymous", "anonymized", "anonymised", "unknown", "none", "null", "test", "phantom", "patient", "empty", "removed", "default",
        "hospital", "clinic", "radiology", "male", "female", "other", "head", "chest", "abdomen", "series", "study", "image", "protocol");

    /// <summary>True for what stands in place of a value and names nobody.</summary>
    public static bool IsPlaceholder(string value) => s_placeholders.Contains(value);

    /// <summary>The character set of a data set; that of the one around it where it names none.</summary>
    public static CharacterSet SetOf(DicomDataset dataset, ReadOnlySpan<byte> source, CharacterSet outer) =>
        dataset.Find(0x00080005) is { Items: null } named ? CharacterSet.Of(Ascii(named.In(source))) : outer;

    /// <summary>A value of the default repertoire, without padding.</summary>
    public static string Ascii(ReadOnlySpan<byte> value) => Encoding.Latin1.GetString(value).Trim(' ', '\0');

    /// <summary>A text as a value: of even length, and no longer than its representation allows.</summary>
    public static byte[] Of(string text, Vr vr, CharacterSet? set = null)
    {
        var most = VrRules.Longest(vr);
        if (most > 0 && !text.Contains('\\', StringComparison.Ordinal) && text.Length > most) text = text[..most];
        return Even((set ?? CharacterSet.Default).Encode(text), vr);
    }

    /// <summary>A value that means nothing (action D).</summary>
    public static byte[] Dummy(Vr vr, int length) => vr switch
    {
        Vr.DA => Of("19000101", vr),
        Vr.DT => Of("19000101000000", vr),
        Vr.TM => Of("000000", vr),
        Vr.AS => Of("000Y", vr),
        Vr.DS or Vr.IS => Of("0", vr),
        Vr.UI => Of("2.25.0", vr),
        Vr.UR => Of("urn:uuid:00000000-0000-0000-0000-000000000000", vr),
        Vr.AT or Vr.FD or Vr.FL or Vr.OD or Vr.OF or Vr.OL or Vr.OV or Vr.OW or Vr.SL or Vr.SS or Vr.SV or Vr.UL or Vr.US or Vr.UV
            => new byte[length],
        Vr.OB or Vr.UN => new byte[Math.Min(length + 1, 2) & ~1],
        _ => Of(DummyText, vr),
    };

    private static byte[] Even(byte[] bytes, Vr vr) => bytes.Length % 2 == 0 ? bytes : [.. bytes, VrRules.Padding(vr)];
}
