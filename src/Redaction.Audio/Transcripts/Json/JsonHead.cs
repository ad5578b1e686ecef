namespace Redaction.Audio;

/// <summary>Looks at the beginning of a file.</summary>
internal static class JsonHead
{
    public static bool IsObject(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head.TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }
}
