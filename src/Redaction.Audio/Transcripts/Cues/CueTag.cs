using System.Text;

namespace Redaction.Audio;

/// <summary>The tags of subtitles that only say how a text looks (WebVTT 3.5, and those that players of SRT know).</summary>
internal static class CueTag
{
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
}
