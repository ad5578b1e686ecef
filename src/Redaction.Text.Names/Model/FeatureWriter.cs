namespace Redaction.Text.Names;

/// <summary>Turns the tokens of a block into the numbers that the network takes (FORMAT.md, 6).</summary>
internal sealed class FeatureWriter(WordRows words, FeatureTables tables, Gazetteer gazetteer)
{
    public const int Width = 292;
    private const int NGrams = 100, Shape = 132, Prefix = 156, Suffix = 180, Word = 204, Bits = 252;
    private const int PhraseBits = 15, RankBits = 18, CaseBits = 24, LayoutBits = 34, BlockBits = 38;
    private const int MaskBits = 15, NGramBytes = 16, LongestPhrase = 6, UnknownRank = 5, Ranks = 6, Seen = 256;

    /// <summary>Writes one row of <see cref="Width"/> numbers for each token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens of one block.</param>
    /// <param name="keys">Room for <see cref="TokenKey.MaxBytes"/> bytes a token.</param>
    /// <param name="lengths">Room for one number a token.</param>
    /// <param name="masks">Takes the gazetteer's bits of each token.</param>
    /// <param name="features">Takes the rows.</param>
    public void Write(ReadOnlySpan<char> text, ReadOnlySpan<WordToken> tokens, Span<byte> keys, Span<int> lengths, Span<ushort> masks,
        Span<float> features)
    {
        features[..(tokens.Length * Width)].Clear();
        int withLetters = 0, capitalised = 0, capitals = 0;
        Span<short> seen = stackalloc short[Seen];
        seen.Clear();
        for (var t = 0; t < tokens.Length; t++)
        {
            var token = text[tokens[t].Start..tokens[t].End];
            var room = keys.Slice(t * TokenKey.MaxBytes, TokenKey.MaxBytes);
            lengths[t] = TokenKey.Write(token, gazetteer, room);
            var row = features.Slice(t * Width, Width);
            WriteKey(keys, lengths, masks, features, seen, t);
            tables.Shape.Row(TokenKey.Shape(token)).CopyTo(row[Shape..]);
            var written = TokenCase.Of(token);
            written.Write(row[(Bits + CaseBits)..]);
            WriteLayout(tokens[t], row[(Bits + LayoutBits)..]);
            if (written.Letters == 0) continue;
            withLetters++;
            if (written.FirstUpper) capitalised++;
            if (written.AllUpper) capitals++;
        }
        WritePhrases(keys, lengths[..tokens.Length], masks, features);
        if (withLetters == 0) return;
        for (var t = 0; t < tokens.Length; t++)
        {
            features[t * Width + Bits + BlockBits] = (float)capitalised / withLetters;
            features[t * Width + Bits + BlockBits + 1] = (float)capitals / withLetters;
        }
    }

    /// <summary>True for a token whose word the model has never seen.</summary>
    public static bool IsUnknown(ReadOnlySpan<float> features, int token) => features[token * Width + Bits + RankBits + UnknownRank] == 1;

    /// <summary>Writes what the key of a token says; words that stand in the block already are copied, as half of them do.</summary>
    private void WriteKey(ReadOnlySpan<byte> keys, ReadOnlySpan<int> lengths, Span<ushort> masks, Span<float> features, Span<short> seen,
        int token)
    {
        var key = keys.Slice(token * TokenKey.MaxBytes, lengths[token]);
        var hash = Fnv.Add(Fnv.Basis, key);
        ref var last = ref seen[(int)(hash % Seen)];
        var earlier = last - 1;
        var row = features.Slice(token * Width, Width);
        if (earlier < 0 || !keys.Slice(earlier * TokenKey.MaxBytes, lengths[earlier]).SequenceEqual(key))
        {
            masks[token] = WriteKey(key, hash, row);
            last = (short)(token + 1);
            return;
        }
        var known = features.Slice(earlier * Width, Width);
        known[..Shape].CopyTo(row);
        known[Prefix..(Bits + MaskBits)].CopyTo(row[Prefix..]);
        known.Slice(Bits + RankBits, Ranks).CopyTo(row[(Bits + RankBits)..]);
        masks[token] = masks[earlier];
    }

    private ushort WriteKey(ReadOnlySpan<byte> key, ulong hash, Span<float> row)
    {
        var found = words.Find(key.Contains((byte)'\'') ? WithoutApostrophes(key) : hash);
        if (found < 0) tables.Missing.CopyTo(row);
        else words.Write(found, row);
        WriteNGrams(key, row.Slice(NGrams, tables.NGram.Width));
        tables.Prefix.Row(Fnv.Add(Fnv.Add(Fnv.Basis, (byte)'p'), key[..Math.Min(3, key.Length)])).CopyTo(row[Prefix..]);
        tables.Suffix.Row(Fnv.Add(Fnv.Add(Fnv.Basis, (byte)'x'), key[Math.Max(0, key.Length - 3)..])).CopyTo(row[Suffix..]);
        tables.Word.Row(hash).CopyTo(row[Word..]);
        var mask = gazetteer.Mask(hash);
        for (var i = 0; i < MaskBits; i++) row[Bits + i] = (mask >> i) & 1;
        row[Bits + RankBits + (found < 0 ? UnknownRank : words.Rank(found))] = 1;
        return mask;
    }

    private static ulong WithoutApostrophes(ReadOnlySpan<byte> key)
    {
        var hash = Fnv.Basis;
        foreach (var b in key)
            if (b != '\'') hash = Fnv.Add(hash, b);
        return hash;
    }

    private void WriteNGrams(ReadOnlySpan<byte> key, Span<float> sums)
    {
        Span<byte> framed = stackalloc byte[NGramBytes + 2];
        var length = Math.Min(key.Length, NGramBytes);
        framed[0] = (byte)'<';
        key[..length].CopyTo(framed[1..]);
        framed[length + 1] = (byte)'>';
        framed = framed[..(length + 2)];
        var count = 0;
        for (var i = 0; i + 2 < framed.Length; i++)
        {
            var hash = Fnv.Add(Fnv.Basis, framed.Slice(i, 3));
            tables.NGram.AddTo(hash, sums);
            count++;
            if (i + 3 >= framed.Length) continue;
            tables.NGram.AddTo(Fnv.Add(hash, framed[i + 3]), sums);
            count++;
        }
        if (count == 0) return;
        var scale = 1 / MathF.Sqrt(count);
        foreach (ref var sum in sums) sum *= scale;
    }

    private static void WriteLayout(in WordToken token, Span<float> bits)
    {
        bits[0] = token.IsSpaced ? 1 : 0;
        bits[1] = token.Newlines >= 1 ? 1 : 0;
        bits[2] = token.Newlines >= 2 ? 1 : 0;
        bits[3] = token.Newlines == 0 && token.Gap >= 3 ? 1 : 0;
    }

    /// <summary>Names of places and jobs of several words.</summary>
    private void WritePhrases(ReadOnlySpan<byte> keys, ReadOnlySpan<int> lengths, ReadOnlySpan<ushort> masks, Span<float> features)
    {
        for (var t = 0; t < lengths.Length; t++)
        {
            if ((masks[t] & Gazetteer.PhraseStart) == 0) continue;
            var hash = Fnv.Add(Fnv.Basis, keys.Slice(t * TokenKey.MaxBytes, lengths[t]));
            int last = 0, mask = 0;
            for (var j = t + 1; j < Math.Min(lengths.Length, t + LongestPhrase); j++)
            {
                hash = Fnv.Add(Fnv.Add(hash, (byte)' '), keys.Slice(j * TokenKey.MaxBytes, lengths[j]));
                var found = gazetteer.Mask(hash) & (Gazetteer.City | Gazetteer.Region | Gazetteer.Job);
                if (found != 0) (last, mask) = (j, found);
            }
            for (; mask != 0 && t <= last; t++) MarkPhrase(mask, features.Slice(t * Width + Bits + PhraseBits, 3));
            if (mask != 0) t--;
        }
    }

    private static void MarkPhrase(int mask, Span<float> bits)
    {
        bits[0] = (mask & Gazetteer.City) != 0 ? 1 : 0;
        bits[1] = (mask & Gazetteer.Region) != 0 ? 1 : 0;
        bits[2] = (mask & Gazetteer.Job) != 0 ? 1 : 0;
    }
}
