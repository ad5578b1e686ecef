namespace Redaction.Text.Names;

/// <summary>Where a long text is cut for the network (FORMAT.md, 7).</summary>
internal static class Blocks
{
    public const int Most = 256;
    private const int Fewest = 128;

    /// <summary>Number of tokens of the block that begins with the first of <paramref name="tokens"/>; all, when they fit.</summary>
    public static int Length(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens)
    {
        if (tokens.Length <= Most) return tokens.Length;
        for (var newlines = 2; newlines > 0; newlines--)
            for (var p = Most; p >= Fewest; p--)
                if (tokens[p].Newlines >= newlines) return p;
        for (var p = Most; p >= Fewest; p--)
            if (text[tokens[p - 1].Start] is '.' or '?' or '!') return p;
        return Most;
    }
}
