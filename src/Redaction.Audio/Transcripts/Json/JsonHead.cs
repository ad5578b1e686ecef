using System.Text;

namespace Redaction.Audio;

/// <summary>Looks at the beginning of a file.</summary>
internal static class JsonHead
{
    private const int ShortestText = 60 * 1024;

    public static bool IsObject(ReadOnlySpan<byte> head) => Trimmed(head).StartsWith("{"u8);

    /// <summary>An object, or an array of objects.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> head)
    {
        head = Trimmed(head);
        return head.StartsWith("{"u8) || (head.StartsWith("["u8) && Trimmed(head[1..]).StartsWith("{"u8));
    }

    /// <summary>An array of arrays.</summary>
    public static bool IsList(ReadOnlySpan<byte> head)
    {
        head = Trimmed(head);
        return head.StartsWith("["u8) && Trimmed(head[1..]).StartsWith("["u8);
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

    /// <summary>True for an object whose first member is a text that does not end within the head: a long transcript,
    /// whose words come after it.</summary>
    public static bool IsLongText(ReadOnlySpan<byte> head)
    {
        head = Trimmed(head);
        if (!head.StartsWith("{"u8) || !Trimmed(head[1..]).StartsWith("\"text\""u8)) return false;
        head = Trimmed(Trimmed(head[1..])[6..]);
        if (!head.StartsWith(":"u8) || !Trimmed(head[1..]).StartsWith("\""u8)) return false;
        head = Trimmed(head[1..])[1..];
        for (var at = 0; at < head.Length; at++)
        {
            if (head[at] == '"') return false;
            if (head[at] == '\\') at++;
        }
        return head.Length > ShortestText;
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> head) =>
        (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
}
