using System.Buffers.Text;

namespace Redaction.Audio;

/// <summary>Times of subtitle files: <c>00:01:02,345</c> (SRT), <c>01:02.345</c> and <c>00:01:02.345</c> (WebVTT).</summary>
internal static class CueTime
{
    /// <summary>Reads <c>from --&gt; to settings</c>; false when the line is none.</summary>
    public static bool TryReadRange(ReadOnlySpan<byte> line, out long from, out long to, out int settings)
    {
        (from, to, settings) = (0, 0, line.Length);
        var arrow = line.IndexOf("-->"u8);
        if (arrow < 0 || !TryRead(line[..arrow].Trim(" \t"u8), out from)) return false;
        var rest = line[(arrow + 3)..];
        var begin = rest.Length - rest.TrimStart(" \t"u8).Length;
        var length = rest[begin..].IndexOfAny((byte)' ', (byte)'\t');
        if (length < 0) length = rest.Length - begin;
        settings = arrow + 3 + begin + length;
        return TryRead(rest.Slice(begin, length), out to);
    }

    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var point = text.IndexOfAny((byte)'.', (byte)',');
        if (point < 0 || text.Length - point != 4 || !TryNumber(text[(point + 1)..], 999, out var milliseconds)) return false;
        long total = 0;
        var rest = text[..point];
        var parts = 0;
        while (true)
        {
            var colon = rest.IndexOf((byte)':');
            if (!TryNumber(colon < 0 ? rest : rest[..colon], parts == 0 ? 999_999 : 59, out var number) || ++parts > 3) return false;
            total = total * 60 + number;
            if (colon < 0) break;
            rest = rest[(colon + 1)..];
        }
        ticks = total * TimeSpan.TicksPerSecond + milliseconds * TimeSpan.TicksPerMillisecond;
        return parts >= 2;
    }

    /// <summary>
    /// True for a line that holds two clock times and nothing else but signs: an arrow that somebody has written in another way.
    /// </summary>
    public static bool IsLikeRange(ReadOnlySpan<byte> line)
    {
        var (colons, digits, signs) = (0, 0, 0);
        foreach (var b in line)
        {
            if (b == ':') colons++;
            else if (char.IsAsciiDigit((char)b)) digits++;
            else if (b is (byte)'>' or (byte)'-' or (byte)'=' or > 127) signs++;
            else if (b is not ((byte)' ' or (byte)'\t' or (byte)',' or (byte)'.' or (byte)'~')) return false;
        }
        return colons >= 2 && digits >= 6 && signs > 0;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, int maximum, out int value) =>
        Utf8Parser.TryParse(text, out value, out var used) && used == text.Length && text.Length > 0
            && text[0] is not ((byte)'-' or (byte)'+') && value <= maximum;
}
