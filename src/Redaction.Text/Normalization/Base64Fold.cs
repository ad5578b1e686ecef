using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Base64 (RFC 4648, both alphabets) and hexadecimal that hold readable text are replaced by that text,
/// every character of which stands for the whole encoded word.</summary>
internal static class Base64Fold
{
    /// <summary>Fewest characters of an encoded word.</summary>
    public const int Shortest = 16;
    private const int Longest = 1 << 20;
    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
    private static readonly SearchValues<char> s_upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> s_lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");

    public static void Apply(TextView view)
    {
        view.BeginPass();
        var source = view.Text;
        for (var i = 0; i < source.Length;)
        {
            var word = NextWord(source, i);
            if (word.Length == 0) break;
            i = word.End;
            if (Decode(source.Slice(word.Start, word.Length)) is { } text) view.Replace(word, text);
        }
        view.EndPass();
    }

    /// <summary>The next word at or after <paramref name="from"/> that may be encoded; empty when there is none.
    /// Looks at every sixteenth character only.</summary>
    public static TextSpan NextWord(ReadOnlySpan<char> text, int from)
    {
        for (var probe = from + Shortest - 1; probe < text.Length; probe += Shortest)
        {
            if (!s_alphabet.Contains(text[probe])) continue;
            var start = probe;
            while (start > from && s_alphabet.Contains(text[start - 1])) start--;
            var length = text[start..].IndexOfAnyExcept(s_alphabet);
            var end = length < 0 ? text.Length : start + length;
            if (end - start >= Shortest && IsEncoded(text[start..end]))
            {
                while (end < text.Length && text[end] == '=' && end - start < Longest) end++;
                return TextSpan.FromBounds(start, end);
            }
            from = end;
            probe = end - 1; // nothing else can begin inside this word
        }
        return default;
    }

    /// <summary>Looks at the first bytes: text shows at once.</summary>
    private static bool IsEncoded(ReadOnlySpan<char> word)
    {
        if (IsHex(word, out var digits))
            return IsReadable(Convert.FromHexString(digits[..Math.Min(digits.Length, 2 * Shortest)]), isPart: true);
        if (word.Length % 4 == 1 || word.Length > Longest || !word.ContainsAny(s_upper) || !word.ContainsAny(s_lower)) return false;
        Span<byte> head = stackalloc byte[Shortest / 4 * 3];
        Span<char> standard = stackalloc char[Shortest];
        Standard(word[..Shortest], standard);
        return Convert.TryFromBase64Chars(standard, head, out var count) && IsReadable(head[..count], isPart: true);
    }

    private static string? Decode(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('=');
        if (IsHex(word, out var digits))
            return Convert.FromHexString(digits) is var read && IsReadable(read, isPart: false) ? Encoding.UTF8.GetString(read) : null;
        var padded = (word.Length + 3) / 4 * 4;
        var characters = ArrayPool<char>.Shared.Rent(padded);
        var bytes = ArrayPool<byte>.Shared.Rent(padded / 4 * 3);
        try
        {
            characters.AsSpan(0, padded).Fill('=');
            Standard(word, characters);
            if (!Convert.TryFromBase64Chars(characters.AsSpan(0, padded), bytes, out var count)) return null;
            return IsReadable(bytes.AsSpan(0, count), isPart: false) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    /// <summary>Bytes in figures, as databases write them: letters of one case among the digits.</summary>
    private static bool IsHex(ReadOnlySpan<char> word, out ReadOnlySpan<char> digits)
    {
        digits = word.StartsWith("0x") ? word[2..] : word;
        return digits.Length % 2 == 0 && digits.Length >= Shortest && !digits.ContainsAnyExcept(s_hex)
            && digits.ContainsAny(s_lower) != digits.ContainsAny(s_upper);
    }

    private static void Standard(ReadOnlySpan<char> word, Span<char> standard)
    {
        word.CopyTo(standard);
        standard[..word.Length].Replace('-', '+');
        standard[..word.Length].Replace('_', '/');
    }

    private static bool IsReadable(ReadOnlySpan<byte> bytes, bool isPart)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status == OperationStatus.NeedMoreData && isPart) return true;
            if (status != OperationStatus.Done) return false;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) return false;
            bytes = bytes[used..];
        }
        return true;
    }
}
