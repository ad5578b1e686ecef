namespace Redaction.Documents.Dicom;

/// <summary>How a data set is encoded: a transfer syntax (PS3.5 section 10, PS3.6 annex A).</summary>
/// <param name="Uid">Its unique identifier.</param>
/// <param name="IsExplicit">Whether elements name their value representation.</param>
/// <param name="IsBigEndian">Whether the more significant byte comes first.</param>
internal sealed record DicomSyntax(string Uid, bool IsExplicit, bool IsBigEndian)
{
    public const string Rle = "1.2.840.10008.1.2.5", JpegBaseline = "1.2.840.10008.1.2.4.50", JpegExtended = "1.2.840.10008.1.2.4.51";

    public static DicomSyntax ImplicitLittle { get; } = new("1.2.840.10008.1.2", false, false);

    public static DicomSyntax ExplicitLittle { get; } = new("1.2.840.10008.1.2.1", true, false);

    public static DicomSyntax ExplicitBig { get; } = new("1.2.840.10008.1.2.2", true, true);

    /// <summary>Little endian without value representations, as no transfer syntax names it: big endian files of old.</summary>
    public static DicomSyntax ImplicitBig { get; } = new("", false, true);

    public static DicomSyntax Deflated { get; } = new("1.2.840.10008.1.2.1.99", true, false);

    public bool IsDeflated => Uid == Deflated.Uid;

    /// <summary>True where pixels are compressed, each frame in fragments of its own (PS3.5 annex A.4).</summary>
    public bool IsEncapsulated => Uid.StartsWith("1.2.840.10008.1.2.4.", StringComparison.Ordinal) || Uid == Rle;

    /// <summary>The transfer syntax of an identifier; null when its encoding is not known.</summary>
    public static DicomSyntax? Of(string uid)
    {
        foreach (var known in (DicomSyntax[])[ImplicitLittle, ExplicitLittle, ExplicitBig, Deflated])
            if (known.Uid == uid) return known;
        var syntax = new DicomSyntax(uid, true, false);
        return syntax.IsEncapsulated ? syntax : null;
    }
}
