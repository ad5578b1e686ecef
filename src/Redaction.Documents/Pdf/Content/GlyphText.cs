using System.Text;

namespace Redaction.Documents.Pdf;

/// <summary>Makes of what a font says of a glyph the text that a person reads.</summary>
internal static class GlyphText
{
    /// <summary>Null for what is no character: private use, replacement and control characters.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var hasForm = false;
        foreach (var c in text)
        {
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (< ' ' and not ('\t' or '\n' or '\r')) or '\u007F') return null;
            hasForm |= c is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or (>= '\uFF01' and <= '\uFF9F');
        }
        if (text is "\t" or "\n" or "\r" or "\u00A0") return " ";
        return hasForm && IsWhole(text) ? text.Normalize(NormalizationForm.FormKC) : text;
    }

    /// <summary>True when no half of a character stands alone.</summary>
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
