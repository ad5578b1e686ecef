namespace Redaction.Text.Names;

/// <summary>Rows of n-grams in eight bits, with one scale for each number of a row (rows.bin of names-many; FORMAT.md, 2).</summary>
internal sealed class ManyRows
{
    /// <summary>Numbers of a row.</summary>
    public const int Width = 32;

    private const int Count = 1 << 17, LongestWord = 24, FirstGram = 3, LastGram = 5;
    private const byte WholeWord = 1, Sign = 2, Before = 3, After = 4, Around = 5, TwoBefore = 6, TwoAfter = 7, Number = 8;

    private readonly sbyte[] _rows;
    private readonly float[] _scale;

    public ManyRows(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNMR"u8);
        if (reader.Number() != Count || reader.Number() != Width) throw reader.Broken();
        _scale = reader.Values<float>(Width).ToArray();
        _rows = reader.Values<sbyte>(Count * Width).ToArray();
        reader.End();
    }

    /// <summary>Writes the mean of the rows of a token.</summary>
    /// <param name="low">Small letters around the token; what is outside is white space.</param>
    /// <param name="start">Where the token begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="target">Takes <see cref="Width"/> numbers.</param>
    public void Write(ReadOnlySpan<char> low, int start, int end, Span<float> target)
    {
        Span<int> sums = stackalloc int[Width];
        sums.Clear();
        var c = low[start];
        int rows;
        if (ManyTokens.IsWord(c) && !ManyTokens.IsSingle(c)) rows = AddWord(low[start..end], sums);
        else if (char.IsDigit(c)) rows = Add(Number, "00000".AsSpan(0, Math.Min(end - start, 5)), sums);
        else rows = ManyTokens.IsSingle(c) ? AddSingle(low, start, end, sums) : Add(Sign, low[start..end], sums);
        for (var k = 0; k < Width; k++) target[k] = sums[k] * (_scale[k] / rows);
    }

    private int AddSingle(ReadOnlySpan<char> low, int start, int end, Span<int> sums)
    {
        Span<char> near = [At(low, start - 2), At(low, start - 1), low[start], At(low, end), At(low, end + 1)];
        return Add(Sign, near[2..3], sums) + Add(Before, near[1..3], sums) + Add(After, near[2..4], sums)
            + Add(Around, near[1..4], sums) + Add(TwoBefore, near[..3], sums) + Add(TwoAfter, near[2..], sums);
    }

    private static char At(ReadOnlySpan<char> low, int at) =>
        at >= 0 && at < low.Length && !ManyTokens.IsSpace(low[at]) && !char.IsSurrogate(low[at]) ? low[at] : '_';

    /// <summary>The word between marks for its ends, and its parts of three to five letters.</summary>
    private int AddWord(ReadOnlySpan<char> word, Span<int> sums)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        Span<byte> bytes = stackalloc byte[LongestWord * 3 + 2];
        Span<int> starts = stackalloc int[LongestWord + 3];
        var (count, length) = (0, 0);
        Put((byte)'<', bytes, starts, ref count, ref length);
        foreach (var c in word)
        {
            starts[count++] = length;
            length += Utf8(c, bytes[length..]);
        }
        Put((byte)'>', bytes, starts, ref count, ref length);
        starts[count] = length;
        AddRow(Fnv.Add(Fnv.Add(Fnv.Basis, WholeWord), bytes[..length]), sums);
        var rows = 1;
        for (var size = FirstGram; size <= LastGram; size++)
            for (var i = 0; i + size <= count; i++, rows++)
                AddRow(Fnv.Add(Fnv.Basis, bytes[starts[i]..starts[i + size]]), sums);
        return rows;
    }

    private static void Put(byte value, Span<byte> bytes, Span<int> starts, ref int count, ref int length)
    {
        starts[count++] = length;
        bytes[length++] = value;
    }

    private int Add(byte salt, ReadOnlySpan<char> text, Span<int> sums)
    {
        AddRow(ManyGazetteer.Add(Fnv.Add(Fnv.Basis, salt), text), sums);
        return 1;
    }

    private void AddRow(ulong hash, Span<int> sums)
    {
        var row = _rows.AsSpan(Fnv.Bucket(hash, Count) * Width, Width);
        for (var k = 0; k < row.Length; k++) sums[k] += row[k];
    }

    private static int Utf8(char c, Span<byte> target)
    {
        if (c < 0x80)
        {
            target[0] = (byte)c;
            return 1;
        }
        if (c < 0x800)
        {
            (target[0], target[1]) = ((byte)(0xC0 | (c >> 6)), (byte)(0x80 | (c & 0x3F)));
            return 2;
        }
        (target[0], target[1], target[2]) = ((byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F)));
        return 3;
    }
}
