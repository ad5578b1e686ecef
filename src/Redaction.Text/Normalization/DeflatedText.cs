using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Redaction.Text;

/// <summary>Base64 of text that was deflated first: raw as draw.io does it, with the head of zlib (RFC 1950) or gzip (RFC 1952).</summary>
internal static class DeflatedText
{
    private const int Shortest = 40, Longest = 1 << 20, Probe = 32;
    private static readonly SearchValues<char> s_alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");
    private static readonly SearchValues<char> s_upper = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> s_lower = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>The next such word at or after a place.</summary>
    /// <remarks>Looks at every thirty-second character only: a shorter word holds less than an address.</remarks>
    /// <param name="source">The text.</param>
    /// <param name="from">The place.</param>
    /// <param name="text">What it holds; null when there is no such word.</param>
    public static TextSpan Next(ReadOnlySpan<char> source, int from, out string? text)
    {
        text = null;
        for (var probe = from + Probe - 1; probe < source.Length; probe += Probe)
        {
            if (!s_alphabet.Contains(source[probe])) continue;
            var start = probe;
            while (start > from && s_alphabet.Contains(source[start - 1])) start--;
            var length = source[start..].IndexOfAnyExcept(s_alphabet);
            if (length < 0) length = source.Length - start;
            var word = source.Slice(start, length);
            probe = start + length;
            if (length is < Shortest or > Longest || !word.ContainsAny(s_upper) || !word.ContainsAny(s_lower)
                || !word.ContainsAnyInRange('0', '9')) continue;
            text = Read(word);
            if (text is null) continue;
            while (probe < source.Length && source[probe] == '=' && probe - start - length < 2) probe++;
            return TextSpan.FromBounds(start, probe);
        }
        return default;
    }

    private static string? Read(ReadOnlySpan<char> word)
    {
        var padded = (word.Length + 3) / 4 * 4;
        var characters = ArrayPool<char>.Shared.Rent(padded);
        var bytes = new byte[padded / 4 * 3];
        try
        {
            characters.AsSpan(0, padded).Fill('=');
            word.CopyTo(characters);
            characters.AsSpan(0, word.Length).Replace('-', '+');
            characters.AsSpan(0, word.Length).Replace('_', '/');
            if (!Convert.TryFromBase64Chars(characters.AsSpan(0, padded), bytes, out var count)) return null;
            return Inflate(bytes, count);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters, clearArray: true);
            bytes.AsSpan().Clear();
        }
    }

    private static string? Inflate(byte[] bytes, int count)
    {
        using var data = new MemoryStream(bytes, 0, count, writable: false);
        using Stream inflated = bytes switch
        {
            [0x1F, 0x8B, ..] => new GZipStream(data, CompressionMode.Decompress),
            [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] => new ZLibStream(data, CompressionMode.Decompress),
            _ => new DeflateStream(data, CompressionMode.Decompress),
        };
        if ((bytes[0] & 6) == 6 && inflated is DeflateStream) return null; // a kind of block that there is none of
        var text = ArrayPool<byte>.Shared.Rent(Longest);
        try
        {
            var length = inflated.ReadAtLeast(text.AsSpan(0, Longest), Longest, throwOnEndOfStream: false);
            return length >= Shortest / 4 * 3 / 2 && IsText(text.AsSpan(0, length)) ? Encoding.UTF8.GetString(text, 0, length) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text, clearArray: true);
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) != OperationStatus.Done) return bytes.Length < 4;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) return false;
            bytes = bytes[used..];
        }
        return true;
    }
}
