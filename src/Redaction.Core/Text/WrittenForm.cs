using System.Buffers;

namespace Redaction;

/// <summary>The form in which most operators write: a type in brackets, with a number or a code (<c>[email]</c>, <c>[person 2]</c>,
/// <c>[iban:k3v…]</c>).</summary>
internal static class WrittenForm
{
    private const int LongestType = 64;
    private static readonly SearchValues<char> s_type = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> s_code =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.~");

    /// <summary>Length of what stands at a place in that form; 0 where nothing does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start) => LengthAt(text, start, out _);

    /// <summary>Length of what stands at a place in that form, and the length of its type; 0 where nothing does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start, out int type)
    {
        type = 0;
        var rest = text[start..];
        if (rest.Length < 3 || rest[0] != '[' || !char.IsAsciiLetterLower(rest[1])) return 0;
        var end = 1 + rest[1..].IndexOfAnyExcept(s_type);
        if (end is 0 or > LongestType) return 0;
        type = end - 1;
        if (rest[end] == ']') return end + 1;
        if (rest[end] is not (' ' or ':')) return 0;
        var tail = rest[(end + 1)..];
        var length = rest[end] == ' ' ? tail.IndexOfAnyExceptInRange('0', '9') : tail.IndexOfAnyExcept(s_code);
        return length > 0 && tail[length] == ']' ? end + length + 2 : 0;
    }
}
