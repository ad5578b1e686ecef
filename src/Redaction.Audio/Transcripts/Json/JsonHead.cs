using System.Text;

namespace Redaction.Audio;

/// <summary>Looks at the beginning of a file.</summary>
internal static class JsonHead
{
    public static bool IsObject(ReadOnlySpan<byte> head) => Trimmed(head).StartsWith("{"u8);

    /// <summary>An object, or an array of objects.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> head)
    {
        head = Trimmed(head);
        return head.StartsWith("{"u8) || (head.StartsWith("["u8) && Trimmed(head[1..]).StartsWith("{"u8));
    }

    /// <summary>True when a member has that name.</summary>
    public static bool HasMember(ReadOnlySpan<byte> head, string name)
    {
        Span<byte> quoted = stackalloc byte[name.Length + 2];
        quoted[0] = quoted[^1] = (byte)'"';
        Encoding.ASCII.GetBytes(name, quoted[1..]);
        for (var at = head.IndexOf(quoted); at >= 0;)
        {
            if (head[(at + quoted.Length)..].TrimStart(" \t\r\n"u8).StartsWith(":"u8)) return true;
            var next = head[(at + 1)..].IndexOf(quoted);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> head) =>
        (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
}
