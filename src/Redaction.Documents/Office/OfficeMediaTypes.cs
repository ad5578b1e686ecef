namespace Redaction.Documents.Office;

/// <summary>What media types and relationships say of parts.</summary>
internal static class OfficeMediaTypes
{
    /// <summary>The media type of relationships.</summary>
    public const string Relationships = "application/vnd.openxmlformats-package.relationships+xml";

    /// <summary>The media type of shapes in VML.</summary>
    public const string Shapes = "application/vnd.openxmlformats-officedocument.vmldrawing";

    /// <summary>What is done with a part of a media type.</summary>
    public static OfficePartKind KindOf(string type)
    {
        if (LeftoverOf(type) is not null) return OfficePartKind.Dropped;
        if (type == Relationships) return OfficePartKind.Relationships;
        if (type.StartsWith("image/", StringComparison.Ordinal)) return OfficePartKind.Picture;
        if (type.EndsWith(".worksheet+xml", StringComparison.Ordinal)) return OfficePartKind.Sheet;
        if (type.EndsWith(".sharedstrings+xml", StringComparison.Ordinal)) return OfficePartKind.Strings;
        if (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal)
            || type.EndsWith(".vmldrawing", StringComparison.Ordinal)) return OfficePartKind.Text;
        return type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal)
            || type.EndsWith(".oleobject", StringComparison.Ordinal)
            || type.StartsWith("application/vnd.ms-office.activex", StringComparison.Ordinal)
            ? OfficePartKind.File : OfficePartKind.Unknown;
    }

    /// <summary>What the ledger calls a part that never leaves; null for all others.</summary>
    public static string? LeftoverOf(string type) =>
        type.Contains("vbaproject", StringComparison.Ordinal) || type.Contains("vbadata", StringComparison.Ordinal) ? "macros"
        : type.EndsWith(".printersettings", StringComparison.Ordinal) ? "printer-settings"
        : type.EndsWith("fontdata", StringComparison.Ordinal) || type.EndsWith("obfuscatedfont", StringComparison.Ordinal)
            || type.StartsWith("font/", StringComparison.Ordinal) || type.Contains("x-font", StringComparison.Ordinal) ? "font"
        : type.Contains("digital-signature", StringComparison.Ordinal) ? "signature"
        : type.EndsWith(".revisionheaders+xml", StringComparison.Ordinal) || type.EndsWith(".revisionlog+xml", StringComparison.Ordinal)
            || type.EndsWith(".usernames+xml", StringComparison.Ordinal) ? "revision-log"
        : type.EndsWith(".mailmergerecipientdata+xml", StringComparison.Ordinal) ? "mail-merge" : null;

    /// <summary>What the ledger calls a part that never leaves, by the relationship that leads to it; null for all others.</summary>
    public static string? LeftoverOfRelation(string type) => type[(type.LastIndexOf('/') + 1)..] switch
    {
        "thumbnail" => "thumbnail",
        "printerSettings" => "printer-settings",
        "vbaProject" or "wordVbaData" or "attachedToolbars" => "macros",
        "font" => "font",
        "origin" or "signature" or "certificate" => "signature",
        "revisionHeaders" or "revisionLog" or "usernames" => "revision-log",
        "recipientData" or "mailMergeRecipientData" or "mailMergeSource" or "mailMergeHeaderSource" => "mail-merge",
        _ => null,
    };

    /// <summary>What is done with a part that nobody knows by its media type, by the relationship that leads to it.</summary>
    public static OfficePartKind KindOfRelation(string type) => type[(type.LastIndexOf('/') + 1)..] switch
    {
        "image" or "hdphoto" => OfficePartKind.Picture,
        "package" or "oleObject" or "aFChunk" or "audio" or "video" or "media" or "control" or "activeXControlBinary" or "sound" =>
            OfficePartKind.File,
        _ => OfficePartKind.Unknown,
    };
}
