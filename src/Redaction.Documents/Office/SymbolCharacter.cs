using System.Globalization;

namespace Redaction.Documents.Office;

/// <summary>What a <c>w:sym</c> shows (ISO/IEC 29500-1 section 17.3.3.30): a character of a font, whose codes stand in the private use area
/// where the font has its own.</summary>
internal static class SymbolCharacter
{
    private const int PrivateUse = 0xF000;

    /// <summary>The character; null where it shows a picture.</summary>
    public static char? Of(ReadOnlySpan<char> xml, in OfficeXmlToken tag, OfficeElement element)
    {
        char? shown = null;
        for (var at = tag.Name.End; OfficeXmlScanner.NextAttribute(xml, in tag, ref at, out var name, out var value);)
        {
            var local = element.LocalOf(xml.Slice(name.Start, name.Length));
            var written = xml.Slice(value.Start, value.Length);
            if (local == "font" && IsOfPictures(written)) return null;
            if (local != "char" || !int.TryParse(written, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                continue;
            if (code is > PrivateUse and <= PrivateUse + 0xFF) code -= PrivateUse;
            shown = code is > ' ' and < 0xD800 ? (char)code : null;
        }
        return shown;
    }

    private static bool IsOfPictures(ReadOnlySpan<char> font) =>
        font.Contains("dings", StringComparison.OrdinalIgnoreCase) || font.Contains("Marlett", StringComparison.OrdinalIgnoreCase);
}
