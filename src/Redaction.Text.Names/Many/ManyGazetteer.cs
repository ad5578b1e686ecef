namespace Redaction.Text.Names;

/// <summary>Hashes of names of persons and places, of organisations, titles and everyday words, in small letters (names.bin of names-many;
/// FORMAT.md, 3).</summary>
internal sealed class ManyGazetteer
{
    /// <summary>What a name may be, as bits of a mask.</summary>
    public const byte GivenName = 1, Surname = 2, Place = 4, Title = 16, EverydayWord = 32;

    private const int MostWords = 3, MostSingles = 6, ShortestStem = 3, ShortestInflected = 5, ShortestPrefixed = 4, MostEnding = 3;

    private readonly HashIndex _hashes;
    private readonly byte[] _masks;

    public ManyGazetteer(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNMG"u8);
        var count = reader.Number();
        _hashes = new(reader.Values<ulong>(count));
        _masks = reader.Values<byte>(count).ToArray();
        reader.End();
    }

    /// <summary>Finds what begins at each token, what goes on there, and what it may be inflected from.</summary>
    /// <param name="low">The text in small letters.</param>
    /// <param name="tokens">The tokens of a block.</param>
    /// <param name="begin">Takes a mask for each token.</param>
    /// <param name="inside">Takes a mask for each token.</param>
    /// <param name="stem">Takes a mask for each token.</param>
    public void Write(ReadOnlySpan<char> low, ReadOnlySpan<TextSpan> tokens, Span<byte> begin, Span<byte> inside, Span<byte> stem)
    {
        begin[..tokens.Length].Clear();
        inside[..tokens.Length].Clear();
        stem[..tokens.Length].Clear();
        for (var t = 0; t < tokens.Length; t++)
        {
            var c = low[tokens[t].Start];
            if (!ManyTokens.IsWord(c)) continue;
            var isSingle = ManyTokens.IsSingle(c);
            WritePhrases(low, tokens, t, isSingle, begin, inside);
            if (!isSingle && begin[t] == 0 && tokens[t].Length >= ShortestPrefixed)
                stem[t] = Stems(low[tokens[t].Start..tokens[t].End]);
        }
    }

    /// <summary>Adds text to a hash, as UTF-8.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes()) hash = Fnv.Add(hash, bytes[..rune.EncodeToUtf8(bytes)]);
        return hash;
    }

    private void WritePhrases(ReadOnlySpan<char> low, ReadOnlySpan<TextSpan> tokens, int first, bool isSingle, Span<byte> begin,
        Span<byte> inside)
    {
        var hash = Fnv.Basis;
        for (var t = first; t < tokens.Length && t - first < (isSingle ? MostSingles : MostWords); t++)
        {
            if (t > first)
            {
                var (end, start) = (tokens[t - 1].End, tokens[t].Start);
                if (!ManyTokens.IsWord(low[start]) || ManyTokens.IsSingle(low[start]) != isSingle) return;
                if (start == end ? !isSingle : isSingle || start - end > 1 || low[end] != ' ') return;
                if (start > end) hash = Fnv.Add(hash, (byte)' ');
            }
            hash = Add(hash, low[tokens[t].Start..tokens[t].End]);
            var mask = Mask(hash);
            if (mask == 0) continue;
            begin[first] |= mask;
            for (var i = first + 1; i <= t; i++) inside[i] |= mask;
        }
    }

    private byte Mask(ulong hash) => _hashes.Find(hash) is var at and >= 0 ? _masks[at] : (byte)0;

    /// <summary>Without an article or a preposition in front in Arabic and Hebrew, without an ending elsewhere.</summary>
    private byte Stems(ReadOnlySpan<char> word)
    {
        var script = ManyScripts.Of(word[0]);
        byte found = 0;
        if (script is ManyScripts.Arabic or ManyScripts.Hebrew)
        {
            for (var k = 1; k <= MostEnding && word.Length - k >= 2; k++) found |= Mask(Add(Fnv.Basis, word[k..]));
            return found;
        }
        if (word.Length < ShortestInflected && script != ManyScripts.Devanagari) return 0;
        var vowel = script switch { ManyScripts.Latin => "a", ManyScripts.Cyrillic => "а", ManyScripts.Greek => "α", _ => "" };
        for (var k = 1; k <= MostEnding && word.Length - k >= ShortestStem; k++)
        {
            var hash = Add(Fnv.Basis, word[..^k]);
            found |= Mask(hash);
            found |= Mask(Add(hash, vowel));
        }
        return found;
    }
}
