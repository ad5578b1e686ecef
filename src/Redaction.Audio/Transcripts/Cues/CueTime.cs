namespace Redaction.Audio;

/// <summary>Times of subtitle files: <c>00:01:02,345</c> (SRT), <c>01:02.345</c> and <c>00:01:02.345</c> (WebVTT), and what is written
/// instead.</summary>
internal static class CueTime
{
    private const int Shortest = 7;
    private const int MostBetween = 12;

    /// <summary>Reads <c>from --&gt; to</c>, with any sign for the arrow; false when the line is none.</summary>
    /// <remarks>An arrow tells such a line. Without one there must be two full times and nothing else than settings.</remarks>
    public static bool TryReadRange(ReadOnlySpan<byte> line, out CueRange range)
    {
        range = default;
        if (line.Length < Shortest || !MayBegin(line[0])) return false;
        var scanner = new CueScanner(line);
        scanner.SkipBlanks();
        if (scanner.Skip("[(")) scanner.SkipBlanks();
        if (!scanner.TryTime(out var from) || !scanner.TrySkipToDigit(MostBetween, out var isArrow) || !scanner.TryTime(out var to))
            return false;
        var afterTime = scanner.Position;
        scanner.SkipBlanks();
        if (!scanner.Skip("])")) scanner = scanner.At(afterTime);
        var length = scanner.Position;
        if (!isArrow && !(from.IsFull && to.IsFull && IsSettings(line[length..]))) return false;
        range = new(from.Earliest, to.Latest, length);
        return true;
    }

    /// <summary>Reads a time that stands alone.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        var scanner = new CueScanner(text);
        var isTime = scanner.TryTime(out var moment) && scanner.IsAtEnd && moment.IsFull;
        ticks = moment.Earliest;
        return isTime;
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

    /// <summary>True for the settings of a cue (WebVTT 3.5, and the coordinates of SRT), or for nothing.</summary>
    public static bool IsSettings(ReadOnlySpan<byte> rest)
    {
        foreach (var range in rest.SplitAny((byte)' ', (byte)'\t'))
        {
            var setting = rest[range];
            if (setting.IsEmpty) continue;
            var colon = setting.IndexOf((byte)':');
            if (colon < 1 || colon == setting.Length - 1 || !IsSetting(setting[..colon])) return false;
        }
        return true;
    }

    private static bool IsSetting(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("align"u8) || name.SequenceEqual("line"u8) || name.SequenceEqual("position"u8) || name.SequenceEqual("size"u8)
        || name.SequenceEqual("vertical"u8) || name.SequenceEqual("region"u8)
        || (name.Length == 2 && name[0] is (byte)'X' or (byte)'Y' or (byte)'x' or (byte)'y' && name[1] is (byte)'1' or (byte)'2');

    /// <summary>Most lines are text, and most text begins with a letter.</summary>
    private static bool MayBegin(byte first) => !char.IsAsciiLetter((char)first);
}
