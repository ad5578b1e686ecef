using System.Text;

namespace Redaction.Documents.Office;

/// <summary>Writes the media types of the parts that are left.</summary>
internal static class OfficeTypes
{
    /// <summary>The part; null where it stays as it is.</summary>
    public static string? Write(OfficePackage package)
    {
        var parts = package.Parts.Where(static p => p.Kind != OfficePartKind.Types).ToList();
        if (!package.HasOddTypes && parts.TrueForAll(static p => !p.IsGone && p.NewName == p.Name && p.NewMediaType is null)) return null;
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        text.Append("<Default Extension=\"rels\" ContentType=\"").Append(OfficeMediaTypes.Relationships).Append("\"/>");
        foreach (var part in parts)
        {
            if (part.IsGone || part.Kind == OfficePartKind.Relationships) continue;
            var type = part.NewMediaType ?? part.MediaType;
            if (type.Length == 0) continue;
            text.Append("<Override PartName=\"/").Append(EditableText.Escape(part.NewName)).Append("\" ContentType=\"")
                .Append(EditableText.Escape(type)).Append("\"/>");
        }
        return text.Append("</Types>").ToString();
    }
}
