using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>Ties the lines of a journal to each other: each carries an HMAC-SHA-256 over its bytes and the code of the line before, under a key of the project.</summary>
/// <remarks>A line that was changed, left out, added or moved does not fit any more. That lines were cut off at the end does not show. Not thread-safe.</remarks>
internal sealed class LineChain : IDisposable
{
    /// <summary>Bytes of the member that a line ends with: <c>,"mac":"…"}</c>.</summary>
    private const int TailLength = 8 + CodeLength + 2;
    private const int CodeLength = 44; // 32 bytes in Base64

    private readonly ImmutableArray<byte[]> _keys;

    /// <summary>Makes the chain of one file; lines that earlier versions of the key wrote are taken too.</summary>
    public LineChain(RedactionKey root, string project, string file) => _keys = [.. root.Versions.Select(k => k.Derive("store-lines/" + file, project))];

    private static ReadOnlySpan<byte> TailStart => ",\"mac\":\""u8;

    /// <summary>The code before the first line.</summary>
    public static byte[] Beginning { get; } = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>The code of the last line. It is set back when lines could not be written, or are written anew.</summary>
    public byte[] Last { get; set; } = Beginning;

    /// <summary>A JSON object with its code as the last member.</summary>
    public byte[] Sign(ReadOnlySpan<byte> line)
    {
        var code = Code(_keys[0], line);
        Last = code;
        var signed = new byte[line.Length - 1 + TailLength];
        line[..^1].CopyTo(signed);
        var tail = signed.AsSpan(line.Length - 1);
        TailStart.CopyTo(tail);
        System.Buffers.Text.Base64.EncodeToUtf8(code, tail[TailStart.Length..], out _, out _);
        "\"}"u8.CopyTo(tail[(TailStart.Length + CodeLength)..]);
        return signed;
    }

    /// <summary>True when the line is the next one of the chain.</summary>
    public bool Follows(ReadOnlySpan<byte> signed)
    {
        if (signed.Length <= TailLength || !signed[^TailLength..].StartsWith(TailStart)) return false;
        Span<byte> code = stackalloc byte[HMACSHA256.HashSizeInBytes + 1];
        if (System.Buffers.Text.Base64.DecodeFromUtf8(signed[^(CodeLength + 2)..^2], code, out _, out var written) != System.Buffers.OperationStatus.Done || written != HMACSHA256.HashSizeInBytes) return false;
        byte[] line = [.. signed[..^TailLength], (byte)'}'];
        foreach (var key in _keys)
        {
            var expected = Code(key, line);
            if (!CryptographicOperations.FixedTimeEquals(expected, code[..written])) continue;
            Last = expected;
            return true;
        }
        return false;
    }

    public void Dispose()
    {
        foreach (var key in _keys) CryptographicOperations.ZeroMemory(key);
    }

    private byte[] Code(byte[] key, ReadOnlySpan<byte> line) => HMACSHA256.HashData(key, (byte[])[.. Last, .. line]);
}
