using System.Text;
using System.Xml;

namespace Redaction.Documents.Office;

/// <summary>Reads what of a workbook has to be known before its sheets are read: their names, the texts that they share, and which cell
/// formats are dates.</summary>
internal static class SheetTables
{
    /// <summary>Reads the tables; nothing where there are none.</summary>
    public static void Read(OfficePackage package, OfficeWork work)
    {
        foreach (var part in package.Parts.Where(static p => !p.IsGone))
        {
            if (part.Kind == OfficePartKind.Sheet) part.IsPlannedOnce = true;
            if (part.Kind == OfficePartKind.Strings) ReadStrings(part, work);
            else if (IsWorkbook(part.MediaType)) ReadWorkbook(part, work);
            else if (part.MediaType.EndsWith("spreadsheetml.styles+xml", StringComparison.Ordinal)) ReadStyles(part, work);
        }
    }

    private static bool IsWorkbook(string type) => type.EndsWith("main+xml", StringComparison.Ordinal)
        && (type.Contains("spreadsheetml", StringComparison.Ordinal) || type.Contains("ms-excel", StringComparison.Ordinal));

    /// <summary>The encoding of a part in XML.</summary>
    public static Encoding EncodingOf(OfficePart part)
    {
        using var input = OfficePackage.Content(part.Entry);
        return XmlPump.EncodingOf(input.Peek(160));
    }

    private static void ReadStrings(OfficePart part, OfficeWork work)
    {
        if (work.Strings is not null) throw new RedactionException(ErrorCodes.Malformed, "xlsx", "There are two parts with shared texts.");
        work.Strings = new();
        using var input = OfficePackage.Content(part.Entry);
        XmlPump.Run(input, XmlPump.EncodingOf(input.Peek(160)), work.Strings, work.Job.Cancellation);
    }

    private static void ReadWorkbook(OfficePart part, OfficeWork work)
    {
        var names = new List<string>();
        OfficePackage.Walk(OfficePackage.Read(part), null, xml =>
        {
            if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name) names.Add(name);
            if (xml.LocalName == "workbookPr") work.CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
        });
        work.Sheets.Read(names, work.Plans, work.Job.Context);
    }

    private static void ReadStyles(OfficePart part, OfficeWork work)
    {
        var formats = new HashSet<string>(StringComparer.Ordinal);
        var (isCell, index) = (false, 0);
        OfficePackage.Walk(OfficePackage.Read(part), null, xml =>
        {
            switch (xml.LocalName)
            {
                case "numFmt" when xml.GetAttribute("formatCode") is { } code && IsDate(code):
                    formats.Add(xml.GetAttribute("numFmtId") ?? "");
                    break;
                case "cellXfs": isCell = true; break;
                case "cellStyles": isCell = false; break;
                case "xf" when isCell && xml.Depth == 2:
                    if (IsDate(xml, formats)) work.DateStyles.Add(index);
                    index++;
                    break;
                default: break;
            }
        });
    }

    /// <summary>The formats of ISO/IEC 29500-1 section 18.8.30 that show a day, of all languages.</summary>
    private static bool IsDate(XmlReader xml, HashSet<string> formats) => xml.GetAttribute("numFmtId") is { } format
        && (formats.Contains(format)
            || (int.TryParse(format, out var id) && id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58)));

    private static bool IsDate(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var c in code)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (c is '[' or ']') isBracketed = c == '[';
            else if (!isQuoted && !isBracketed && c is 'y' or 'Y' or 'd' or 'D') return true;
        }
        return false;
    }
}
