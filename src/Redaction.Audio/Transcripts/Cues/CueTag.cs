using System.Text;

namespace Redaction.Audio;

/// <summary>The tags of subtitles that only say how a text looks (WebVTT 3.5, and those that players of SRT know).</summary>
internal static class CueTag
{
    private const int LongestOverride = 48;

    private static readonly HashSet<string> s_names =
        new(StringComparer.OrdinalIgnoreCase) { "b", "i", "u", "s", "c", "ruby", "rt", "lang", "font", "br", "em", "strong", "v" };

    /// <summary>True for a tag with its classes and attributes, where these hold nothing that could be a name.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> tag)
    {
        tag = tag.TrimStart((byte)'/').TrimEnd(" /"u8);
        var length = tag.IndexOfAny((byte)'.', (byte)' ', (byte)'\t');
        var name = length < 0 ? tag : tag[..length];
        if (!s_names.Contains(Encoding.Latin1.GetString(name))) return false;
        var rest = length < 0 ? [] : tag[length..];
        if (rest.IsEmpty) return true;
        return name.SequenceEqual("font"u8) || name.SequenceEqual("FONT"u8)
            ? rest.Trim(" \t"u8).StartsWith("color="u8) && rest.Count((byte)'=') == 1 && rest.Length <= 24
            : rest.Length <= 24 && (rest[0] == '.' || name.SequenceEqual("lang"u8)) && rest.IndexOfAnyInRange((byte)'0', (byte)'9') < 0
                && rest.IndexOf((byte)'@') < 0 && rest.Count((byte)' ') <= 1;
    }

    /// <summary>Length of what SubStation Alpha says of the looks of a text, which players of SRT know too (<c>{\an8}</c>,
    /// <c>{\pos(10,20)}</c>); 0 for anything else in braces.</summary>
    public static int OverrideLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4 || text[1] != '\\' || !(char.IsAsciiLetter((char)text[2]) || char.IsAsciiLetter((char)text[3]))) return 0;
        var end = text[..Math.Min(text.Length, LongestOverride)].IndexOf((byte)'}');
        if (end < 3) return 0;
        var (letters, digits) = (0, 0);
        foreach (var b in text[1..end])
        {
            if (b is (byte)'\\' or (byte)'(' or (byte)')' or (byte)',') (letters, digits) = (0, 0);
            else if (char.IsAsciiLetter((char)b) && ++letters <= 5 || b is (byte)'&' or (byte)'.' or (byte)'-') continue;
            else if (!char.IsAsciiDigit((char)b) || ++digits > 4) return 0;
        }
        return end + 1;
    }
}
