using System.Buffers.Binary;
using System.Numerics;

namespace Redaction.Text;

/// <summary>Keccak-256 as Ethereum uses it: SHA-3's permutation with the original padding byte 01.</summary>
internal static class Keccak256
{
    private const int Rate = 136;
    private static readonly ulong[] s_round =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000, 0x000000000000808b, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
        0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];
    private static readonly int[] s_rotation = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
    private static readonly int[] s_lane = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>Writes the 32-byte hash of a message shorter than one block (136 bytes).</summary>
    /// <exception cref="ArgumentException">The message does not fit one block, or the destination is not 32 bytes long.</exception>
    public static void HashBlock(ReadOnlySpan<byte> message, Span<byte> hash)
    {
        if (message.Length >= Rate) throw new ArgumentException("The message must be shorter than 136 bytes.", nameof(message));
        if (hash.Length != 32) throw new ArgumentException("The hash takes 32 bytes.", nameof(hash));
        Span<byte> block = stackalloc byte[Rate];
        block.Clear();
        message.CopyTo(block);
        block[message.Length] = 1;
        block[Rate - 1] |= 0x80;
        Span<ulong> state = stackalloc ulong[25];
        state.Clear();
        for (var i = 0; i < Rate / 8; i++) state[i] = BinaryPrimitives.ReadUInt64LittleEndian(block[(i * 8)..]);
        Permute(state);
        for (var i = 0; i < 4; i++) BinaryPrimitives.WriteUInt64LittleEndian(hash[(i * 8)..], state[i]);
    }

    private static void Permute(Span<ulong> state)
    {
        Span<ulong> column = stackalloc ulong[5];
        foreach (var constant in s_round)
        {
            for (var x = 0; x < 5; x++) column[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
            for (var x = 0; x < 5; x++)
            {
                var mix = column[(x + 4) % 5] ^ BitOperations.RotateLeft(column[(x + 1) % 5], 1);
                for (var y = 0; y < 25; y += 5) state[y + x] ^= mix;
            }
            var moved = state[1];
            for (var i = 0; i < 24; i++)
                (moved, state[s_lane[i]]) = (state[s_lane[i]], BitOperations.RotateLeft(moved, s_rotation[i]));
            for (var y = 0; y < 25; y += 5)
            {
                state.Slice(y, 5).CopyTo(column);
                for (var x = 0; x < 5; x++) state[y + x] = column[x] ^ (~column[(x + 1) % 5] & column[(x + 2) % 5]);
            }
            state[0] ^= constant;
        }
    }
}
