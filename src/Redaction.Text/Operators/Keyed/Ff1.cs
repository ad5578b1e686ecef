using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Redaction.Text;

/// <summary>Format-preserving encryption FF1 (NIST SP 800-38G): a string of numerals becomes another one of the
/// same length and radix.</summary>
/// <remarks>Whoever has the key can undo it. FF3 and FF3-1 are not offered: the first is broken and revision 1
/// drops both. Thread-safe.</remarks>
internal sealed class Ff1 : IDisposable
{
    /// <summary>Strings with fewer possible values could be tried out, so they are refused (SP 800-38G revision 1).</summary>
    public const int MinimumDomain = 1_000_000;

    private const int Rounds = 10;
    private const int MaximumLength = 4096;
    private readonly byte[] _key;
    private readonly int _radix;

    /// <summary>Takes a key of 16, 24 or 32 bytes and a radix from 2 to 65536.</summary>
    /// <exception cref="ArgumentException">The key has another length, or the radix is outside its range.</exception>
    public Ff1(ReadOnlySpan<byte> key, int radix)
    {
        if (key.Length is not (16 or 24 or 32)) throw new ArgumentException("An AES key has 16, 24 or 32 bytes.", nameof(key));
        if (radix is < 2 or > 65536) throw new ArgumentException("A radix lies within 2 and 65536.", nameof(radix));
        _key = key.ToArray();
        _radix = radix;
    }

    /// <summary>True when strings of this length have enough possible values.</summary>
    public bool IsLongEnough(int length) =>
        length is >= 2 and <= MaximumLength && length * Math.Log(_radix) >= Math.Log(MinimumDomain) - 1e-9;

    /// <summary>Encrypts the numerals in place.</summary>
    /// <exception cref="ArgumentException">There are too few or too many numerals, or one is not below the radix.</exception>
    public void Encrypt(Span<ushort> numerals, ReadOnlySpan<byte> tweak) => Run(numerals, tweak, encrypt: true);

    /// <summary>Decrypts the numerals in place.</summary>
    /// <exception cref="ArgumentException">There are too few or too many numerals, or one is not below the radix.</exception>
    public void Decrypt(Span<ushort> numerals, ReadOnlySpan<byte> tweak) => Run(numerals, tweak, encrypt: false);

    /// <summary>Clears the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private void Run(Span<ushort> numerals, ReadOnlySpan<byte> tweak, bool encrypt)
    {
        if (!IsLongEnough(numerals.Length))
            throw new ArgumentException($"A string has from {MinimumDomain} possible values up to {MaximumLength} numerals.",
                nameof(numerals));
        foreach (var numeral in numerals)
            if (numeral >= _radix) throw new ArgumentException("A numeral is not below the radix.", nameof(numerals));
        using var aes = Aes.Create();
        aes.SetKey(_key);
        int n = numerals.Length, u = n / 2, v = n - u;
        var b = (BigInteger.Pow(_radix, v) - 1).GetByteCount(isUnsigned: true);
        var block = NewBlock(tweak, n, u, b);
        var (left, right) = (Number(numerals[..u]), Number(numerals[u..]));
        for (var round = 0; round < Rounds; round++)
        {
            var i = encrypt ? round : Rounds - 1 - round;
            var m = i % 2 == 0 ? u : v;
            var y = RoundValue(aes, block, tweak.Length, b, i, encrypt ? right : left);
            var modulus = BigInteger.Pow(_radix, m);
            var c = encrypt ? (left + y) % modulus : ((right - y) % modulus + modulus) % modulus;
            (left, right) = encrypt ? (right, c) : (c, left);
        }
        Write(left, numerals[..u]);
        Write(right, numerals[u..]);
    }

    /// <summary>P and Q of the specification in one buffer; Q's last b + 1 bytes are filled in each round.</summary>
    private byte[] NewBlock(ReadOnlySpan<byte> tweak, int n, int u, int b)
    {
        var padding = ((-tweak.Length - b - 1) % 16 + 16) % 16;
        var block = new byte[16 + tweak.Length + padding + b + 1];
        (block[0], block[1], block[2]) = (1, 2, 1);
        (block[3], block[4], block[5]) = ((byte)(_radix >> 16), (byte)(_radix >> 8), (byte)_radix);
        (block[6], block[7]) = (10, (byte)u);
        BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(8), n);
        BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(12), tweak.Length);
        tweak.CopyTo(block.AsSpan(16));
        return block;
    }

    private static BigInteger RoundValue(Aes aes, byte[] block, int tweakLength, int b, int round, BigInteger half)
    {
        var value = block.AsSpan(block.Length - b);
        block[^(b + 1)] = (byte)round;
        value.Clear();
        half.TryWriteBytes(value[(b - half.GetByteCount(isUnsigned: true))..], out _, isUnsigned: true, isBigEndian: true);
        var chained = aes.EncryptCbc(block, stackalloc byte[16], PaddingMode.None);
        var wanted = 4 * ((b + 3) / 4) + 4;
        Span<byte> s = stackalloc byte[(wanted + 15) / 16 * 16];
        var r = chained.AsSpan(chained.Length - 16);
        r.CopyTo(s);
        for (var j = 1; j * 16 < wanted; j++)
        {
            r.CopyTo(s[(j * 16)..]);
            var counter = s.Slice(j * 16 + 12, 4);
            BinaryPrimitives.WriteInt32BigEndian(counter, BinaryPrimitives.ReadInt32BigEndian(counter) ^ j);
            aes.EncryptEcb(s.Slice(j * 16, 16), s.Slice(j * 16, 16), PaddingMode.None);
        }
        return new BigInteger(s[..wanted], isUnsigned: true, isBigEndian: true);
    }

    private BigInteger Number(ReadOnlySpan<ushort> numerals)
    {
        var value = BigInteger.Zero;
        foreach (var numeral in numerals) value = value * _radix + numeral;
        return value;
    }

    private void Write(BigInteger value, Span<ushort> numerals)
    {
        for (var i = numerals.Length - 1; i >= 0; i--)
        {
            value = BigInteger.DivRem(value, _radix, out var numeral);
            numerals[i] = (ushort)numeral;
        }
    }
}
