namespace Redaction.Audio;

/// <summary>A line of a subtitle file, without its line end.</summary>
internal readonly record struct CueLine(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Splits at LF, CR LF, CR, and CR CR LF: what is left where a program ended lines that were ended already.</summary>
    public static List<CueLine> Split(ReadOnlySpan<byte> content)
    {
        var lines = new List<CueLine>();
        var at = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < content.Length)
        {
            var length = content[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (length < 0) length = content.Length - at;
            lines.Add(new(at, length));
            at += length;
            if (at < content.Length) at += EndLength(content[at..]);
        }
        return lines;
    }

    private static int EndLength(ReadOnlySpan<byte> content) =>
        content.StartsWith("\r\n"u8) ? 2 : content.StartsWith("\r\r\n"u8) ? 3 : 1;
}
