using System.Buffers;

namespace Redaction.Audio;

/// <summary>Recognisers in Python and C++ write numbers that are none: JSON has no word for them.</summary>
internal static class JsonNumbers
{
    private static readonly SearchValues<byte> s_begin = SearchValues.Create("\"NIni"u8);

    /// <summary>The document with a zero, as long as they are, in the place of <c>NaN</c> and <c>Infinity</c>;
    /// the same array when there are none.</summary>
    public static byte[] Readable(byte[] content)
    {
        byte[]? readable = null;
        for (var at = 0; at < content.Length;)
        {
            var next = content.AsSpan(at).IndexOfAny(s_begin);
            if (next < 0) break;
            at += next;
            if (content[at] == '"')
            {
                at = AfterString(content, at + 1);
                continue;
            }
            var length = Length(content.AsSpan(at));
            if (length > 0)
            {
                readable ??= [.. content];
                "0.00000"u8[..(length - 1)].CopyTo(readable.AsSpan(at));
                readable[at + length - 1] = (byte)'0';
            }
            at += Math.Max(1, length);
        }
        return readable ?? content;
    }

    private static int Length(ReadOnlySpan<byte> text) =>
        text.StartsWith("NaN"u8) || text.StartsWith("nan"u8) ? 3 : text.StartsWith("Infinity"u8) ? 8
        : (text.StartsWith("inf"u8) || text.StartsWith("Inf"u8)) && (text.Length == 3 || !char.IsAsciiLetter((char)text[3])) ? 3 : 0;

    private static int AfterString(ReadOnlySpan<byte> content, int at)
    {
        while (at < content.Length)
        {
            var next = content[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0) return content.Length;
            at += next;
            if (content[at] == '"') return at + 1;
            at += 2; // with what the backslash escapes
        }
        return content.Length;
    }
}
