namespace Redaction.Image;

/// <summary>A Huffman table of JPEG (ITU-T T.81, annexes C and F), for reading and for writing.</summary>
internal sealed class JpegHuffman
{
    private const int FastBits = 9, MaxBits = 16;
    // length in the high byte, symbol in the low one; 0 where the code is longer
    private readonly ushort[] _fast = new ushort[1 << FastBits];
    private readonly int[] _limit = new int[MaxBits + 2]; // codes of a length, left-justified to 16 bits, end here
    private readonly int[] _offset = new int[MaxBits + 1];
    private readonly byte[] _symbols;
    private readonly ushort[] _code = new ushort[256];
    private readonly byte[] _length = new byte[256];

    private JpegHuffman(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        _symbols = symbols.ToArray();
        Counts = counts.ToArray();
        int code = 0, index = 0;
        for (var length = 1; length <= MaxBits; length++, code <<= 1)
        {
            _offset[length] = index - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                var symbol = symbols[index];
                (_code[symbol], _length[symbol]) = ((ushort)code, (byte)length);
                if (length <= FastBits)
                    _fast.AsSpan(code << (FastBits - length), 1 << (FastBits - length)).Fill((ushort)(length << 8 | symbol));
            }
            _limit[length] = code << (MaxBits - length);
        }
        _limit[MaxBits + 1] = int.MaxValue;
    }

    /// <summary>Number of codes of each length, 1 to 16.</summary>
    public byte[] Counts { get; }

    /// <summary>The symbols in the order of their codes.</summary>
    public ReadOnlySpan<byte> Symbols => _symbols;

    /// <summary>Null when the counts promise more codes than their lengths allow.</summary>
    public static JpegHuffman? From(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        var room = 1 << MaxBits;
        for (var length = 1; length <= MaxBits; length++) room -= counts[length - 1] << (MaxBits - length);
        return room >= 0 ? new(counts, symbols) : null;
    }

    /// <summary>The symbol whose code the 16 bits begin with, or -1; <paramref name="length"/> is that of the code.</summary>
    public int Read(int bits, out int length)
    {
        var fast = _fast[bits >> (MaxBits - FastBits)];
        if (fast != 0)
        {
            length = fast >> 8;
            return fast & 0xFF;
        }
        length = FastBits + 1;
        while (bits >= _limit[length]) length++;
        return length <= MaxBits ? _symbols[(bits >> (MaxBits - length)) + _offset[length]] : -1;
    }

    /// <summary>The code of a symbol; its length is 0 where the table has none.</summary>
    public (int Code, int Length) Write(int symbol) => (_code[symbol], _length[symbol]);

    /// <summary>This table, or one with codes of about the same lengths that has more symbols.</summary>
    /// <param name="needed">For each symbol whether it needs a code.</param>
    public JpegHuffman With(ReadOnlySpan<bool> needed)
    {
        Span<int> occurrences = stackalloc int[256];
        var isWhole = true;
        for (var symbol = 0; symbol < needed.Length; symbol++)
        {
            var length = _length[symbol];
            occurrences[symbol] = length > 0 ? 1 << (MaxBits - length) : needed[symbol] ? 1 : 0;
            isWhole &= length > 0 || !needed[symbol];
        }
        return isWhole ? this : Best(occurrences);
    }

    /// <summary>The best table for symbols that occur so often, by T.81, K.2.</summary>
    private static JpegHuffman Best(ReadOnlySpan<int> occurrences)
    {
        Span<long> weight = stackalloc long[257];
        Span<int> size = stackalloc int[257], next = stackalloc int[257];
        for (var i = 0; i < occurrences.Length; i++) weight[i] = occurrences[i];
        weight[256] = 1; // takes the code of all ones, which is not allowed
        next.Fill(-1);
        while (Rarest(weight, -1) is var a and >= 0 && Rarest(weight, a) is var b and >= 0)
        {
            weight[a] += weight[b];
            weight[b] = 0;
            size[a]++;
            while (next[a] >= 0) size[a = next[a]]++;
            next[a] = b;
            size[b]++;
            while (next[b] >= 0) size[b = next[b]]++;
        }
        return Limited(size);
    }

    private static JpegHuffman Limited(ReadOnlySpan<int> size)
    {
        Span<int> counts = stackalloc int[258];
        counts.Clear();
        foreach (var length in size) counts[length]++;
        for (var length = 257; length > MaxBits; length--)
            while (counts[length] > 0)
            {
                var shorter = length - 2;
                while (counts[shorter] == 0) shorter--;
                counts[length] -= 2;
                counts[length - 1]++;
                counts[shorter + 1] += 2;
                counts[shorter]--;
            }
        var last = MaxBits;
        while (counts[last] == 0) last--;
        counts[last]--; // the reserved code
        var symbols = Enumerable.Range(0, 256).ToArray();
        var lengths = size.ToArray();
        var ordered =
            symbols.Where(s => lengths[s] > 0).OrderBy(s => lengths[s]).ThenBy(static s => s).Select(static s => (byte)s).ToArray();
        Span<byte> bytes = stackalloc byte[MaxBits];
        for (var length = 1; length <= MaxBits; length++) bytes[length - 1] = (byte)counts[length];
        return new(bytes, ordered);
    }

    /// <summary>The symbol with the least weight above 0, the last of equals; -1 when there is none besides
    /// <paramref name="but"/>.</summary>
    private static int Rarest(ReadOnlySpan<long> weight, int but)
    {
        var found = -1;
        for (var i = 0; i < weight.Length; i++)
            if (i != but && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) found = i;
        return found;
    }
}
