using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>AES key wrap with padding (RFC 5649) with one cipher for all steps; <see cref="KeyUnwrap"/> undoes it.</summary>
internal static class KeyWrap
{
    private const uint Constant = 0xA65959A6;
    private const int Half = 8;

    public static byte[] Seal(byte[] under, ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) throw new ArgumentException("There is no key to wrap.");
        var blocks = new byte[Half + (key.Length + Half - 1) / Half * Half];
        BinaryPrimitives.WriteUInt32BigEndian(blocks, Constant);
        BinaryPrimitives.WriteUInt32BigEndian(blocks.AsSpan(4), (uint)key.Length);
        key.CopyTo(blocks.AsSpan(Half));
        using var aes = Aes.Create();
        (aes.Mode, aes.Padding) = (CipherMode.ECB, PaddingMode.None);
        aes.SetKey(under);
        using var cipher = aes.CreateEncryptor();
        if (blocks.Length == 2 * Half) cipher.TransformBlock(blocks, 0, blocks.Length, blocks, 0);
        else Do(cipher, blocks);
        return blocks;
    }

    /// <summary>The steps of RFC 3394, 2.2.1, by indices.</summary>
    private static void Do(ICryptoTransform cipher, byte[] blocks)
    {
        var count = blocks.Length / Half - 1;
        var pair = new byte[2 * Half];
        blocks.AsSpan(0, Half).CopyTo(pair);
        for (var step = 1; step <= 6 * count; step++)
        {
            var block = blocks.AsSpan(((step - 1) % count + 1) * Half, Half);
            block.CopyTo(pair.AsSpan(Half));
            cipher.TransformBlock(pair, 0, pair.Length, pair, 0);
            pair.AsSpan(Half).CopyTo(block);
            BinaryPrimitives.WriteUInt64BigEndian(pair, BinaryPrimitives.ReadUInt64BigEndian(pair) ^ (ulong)step);
        }
        pair.AsSpan(0, Half).CopyTo(blocks);
        CryptographicOperations.ZeroMemory(pair);
    }
}
