namespace Redaction.Audio;

/// <summary>A line of a subtitle file, without its line end.</summary>
internal readonly record struct CueLine(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Splits at LF, CR LF and CR.</summary>
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
            if (at < content.Length) at += content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n' ? 2 : 1;
        }
        return lines;
    }
}
