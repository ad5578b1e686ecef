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
