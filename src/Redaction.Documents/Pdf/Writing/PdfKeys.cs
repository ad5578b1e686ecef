using System.Collections.Frozen;

namespace Redaction.Documents.Pdf;

/// <summary>What keys of dictionaries mean for what stands behind them (ISO 32000-2).</summary>
internal static class PdfKeys
{
    private static readonly FrozenDictionary<string, PdfRole> s_roles = new Dictionary<string, PdfRole>
    {
        ["AP"] = PdfRole.Content,
        ["CharProcs"] = PdfRole.Content,
        ["FontFile"] = PdfRole.Structure,
        ["FontFile2"] = PdfRole.Structure,
        ["FontFile3"] = PdfRole.Structure,
        ["ToUnicode"] = PdfRole.Structure,
        ["CIDToGIDMap"] = PdfRole.Structure,
        ["CIDSet"] = PdfRole.Structure,
        ["UseCMap"] = PdfRole.Structure,
        ["Encoding"] = PdfRole.Structure,
        ["Function"] = PdfRole.Structure,
        ["Functions"] = PdfRole.Structure,
        ["TR"] = PdfRole.Structure,
        ["TR2"] = PdfRole.Structure,
        ["BG"] = PdfRole.Structure,
        ["BG2"] = PdfRole.Structure,
        ["UCR"] = PdfRole.Structure,
        ["UCR2"] = PdfRole.Structure,
        ["HT"] = PdfRole.Structure,
        ["DestOutputProfile"] = PdfRole.Structure,
        ["JBIG2Globals"] = PdfRole.Structure,
        ["ColorSpace"] = PdfRole.Structure,
        ["CS"] = PdfRole.Structure,
        ["Shading"] = PdfRole.Structure,
        ["TintTransform"] = PdfRole.Structure,
        ["Metadata"] = PdfRole.Metadata,
        ["JS"] = PdfRole.Script,
        ["RV"] = PdfRole.Script,
        ["RC"] = PdfRole.Script,
        ["EF"] = PdfRole.Attachment,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What goes as a whole, and what the account calls it; nothing of it is needed to show the document.</summary>
    private static readonly FrozenDictionary<string, string> s_dropped = new Dictionary<string, string>
    {
        ["Thumb"] = "thumbnail",
        ["PieceInfo"] = "private-data",
        ["XFA"] = "xfa-form",
        ["Perms"] = "signature",
        ["DSS"] = "signature",
        ["CheckSum"] = "",
        ["SigFlags"] = "",
        ["ByteRange"] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_technical = FrozenSet.ToFrozenSet(
    [
        "CharSet", "FontFamily", "Registry", "Ordering", "Panose", "DA", "DS", "Lang", "RegistryName", "OutputConditionIdentifier", "ID",
        "N", "Style",
    ], StringComparer.Ordinal);

    public static PdfRole RoleOf(string key, PdfRole above) => s_roles.TryGetValue(key, out var role) ? role : above;

    /// <summary>Null for what stays.</summary>
    public static string? Dropped(string key) => s_dropped.GetValueOrDefault(key);

    /// <summary>True for strings that name parts of the format; only what tells by itself what it is counts there.</summary>
    public static bool IsTechnical(string key) => s_technical.Contains(key);
}
