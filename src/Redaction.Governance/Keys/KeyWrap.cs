using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Redaction.Governance;

/// <summary>AES key wrap with padding (RFC 5649) with one cipher for all steps; the framework's own sets one up for each of the 24 that a
/// key takes.</summary>
internal static class KeyWrap
{
    private const uint Constant = 0xA65959A6;
    private const int Half = 8;

    /// <summary>Wraps a key.</summary>
    public static byte[] Seal(byte[] under, ReadOnlySpan<byte> key)
    {
        var blocks = new byte[Half + (key.Length + Half - 1) / Half * Half];
        BinaryPrimitives.WriteUInt32BigEndian(blocks, Constant);
        BinaryPrimitives.WriteInt32BigEndian(blocks.AsSpan(4), key.Length);
        key.CopyTo(blocks.AsSpan(Half));
        using var aes = Cipher(under);
        using var cipher = aes.CreateEncryptor();
        if (blocks.Length == 2 * Half) cipher.TransformBlock(blocks, 0, blocks.Length, blocks, 0);
        else Do(cipher, blocks);
        return blocks;
    }

    /// <summary>Unwraps a key.</summary>
    /// <exception cref="CryptographicException">It was wrapped under another key, or changed.</exception>
    public static byte[] Open(byte[] under, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < 2 * Half || wrapped.Length % Half != 0) throw new CryptographicException();
        var blocks = wrapped.ToArray();
        using var aes = Cipher(under);
        using var cipher = aes.CreateDecryptor();
        try
        {
            if (blocks.Length == 2 * Half) cipher.TransformBlock(blocks, 0, blocks.Length, blocks, 0);
            else Undo(cipher, blocks);
            return Checked(blocks);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(blocks);
        }
    }

    private static Aes Cipher(byte[] under)
    {
        var aes = Aes.Create();
        (aes.Mode, aes.Padding) = (CipherMode.ECB, PaddingMode.None);
        aes.SetKey(under);
        return aes;
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

    /// <summary>The steps of RFC 3394, 2.2.2, by indices.</summary>
    private static void Undo(ICryptoTransform cipher, byte[] blocks)
    {
        var count = blocks.Length / Half - 1;
        var pair = new byte[2 * Half];
        blocks.AsSpan(0, Half).CopyTo(pair);
        for (var step = 6 * count; step > 0; step--)
        {
            var block = blocks.AsSpan(((step - 1) % count + 1) * Half, Half);
            BinaryPrimitives.WriteUInt64BigEndian(pair, BinaryPrimitives.ReadUInt64BigEndian(pair) ^ (ulong)step);
            block.CopyTo(pair.AsSpan(Half));
            cipher.TransformBlock(pair, 0, pair.Length, pair, 0);
            pair.AsSpan(Half).CopyTo(block);
        }
        pair.AsSpan(0, Half).CopyTo(blocks);
        CryptographicOperations.ZeroMemory(pair);
    }

    /// <summary>The key behind the constant and the length; its padding must be zeros (RFC 5649, 3).</summary>
    private static byte[] Checked(ReadOnlySpan<byte> blocks)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(blocks[4..]);
        var room = (uint)(blocks.Length - Half);
        var isRight = BinaryPrimitives.ReadUInt32BigEndian(blocks) == Constant & length <= room & length > room - Half;
        if (!isRight || blocks[(Half + (int)length)..].ContainsAnyExcept((byte)0)) throw new CryptographicException();
        return blocks.Slice(Half, (int)length).ToArray();
    }
}
