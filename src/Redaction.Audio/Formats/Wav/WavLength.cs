using System.Buffers.Binary;

namespace Redaction.Audio;

/// <summary>How many bytes of samples there are. A program that writes into a pipe cannot know, and writes nothing, or as much as
/// there could be.</summary>
internal static class WavLength
{
    /// <summary>What programs write that do not know is a little below 2 or 4 GiB.</summary>
    private const long Slack = 64 * 1024;

    /// <summary>The bytes of samples behind the head of the <c>data</c> chunk, at whose first sample the stream is.</summary>
    /// <param name="input">The file.</param>
    /// <param name="told">What the chunk says.</param>
    /// <exception cref="RedactionException">The chunk does not say, and the stream has no end that can be asked for.</exception>
    public static long Of(Stream input, long told)
    {
        if (told < 0) throw new RedactionException(ErrorCodes.Malformed, WavReader.Id);
        if (!input.CanSeek)
            return told != uint.MaxValue ? told : throw new RedactionException(ErrorCodes.Malformed, WavReader.Id,
                "The file does not say how long it is; write it anew to a seekable file.");
        var left = input.Length - input.Position;
        if (told == 0) return left > 0 && !IsChunks(input, left) ? left : 0;
        return told > left && IsUnknown(told) ? left : told;
    }

    /// <summary>Writes the sizes into a file that does not say them, for programs that go by what it says.</summary>
    public static void Repair(Stream wav)
    {
        Span<byte> head = stackalloc byte[12], format = stackalloc byte[16];
        wav.Position = 0;
        if (wav.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.StartsWith("RIFF"u8)) return;
        var frame = 1;
        while (wav.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) == 8)
        {
            long told = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var (start, left) = (wav.Position, wav.Length - wav.Position);
            if (head.StartsWith("data"u8))
            {
                if (left > int.MaxValue || Of(wav, told) is var size && size == told) return;
                WriteSize(wav, start - 4, size - size % frame);
                WriteSize(wav, 4, start + size - 8);
                return;
            }
            if (told > left) return;
            if (head.StartsWith("fmt "u8) && told >= 16)
            {
                wav.ReadExactly(format);
                frame = Math.Max(1, (int)BinaryPrimitives.ReadUInt16LittleEndian(format[12..]));
            }
            wav.Position = start + told + (told & 1);
        }
    }

    private static void WriteSize(Stream wav, long at, long size)
    {
        Span<byte> written = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(written, (uint)size);
        wav.Position = at;
        wav.Write(written);
    }

    /// <summary>True for four letters, as the names of chunks are.</summary>
    public static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)' ' or (byte)'_' or (byte)'-')) return false;
        return true;
    }

    private static bool IsUnknown(long told) =>
        told is > int.MaxValue - Slack and <= int.MaxValue + 1L or > uint.MaxValue - Slack and <= uint.MaxValue;

    /// <summary>True when what is left is other chunks: there are no samples.</summary>
    private static bool IsChunks(Stream input, long left)
    {
        Span<byte> head = stackalloc byte[8];
        var position = input.Position;
        var length = input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        input.Position = position;
        return length < head.Length || (IsName(head[..4]) && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) <= left - 8);
    }
}
