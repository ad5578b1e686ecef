namespace Redaction.Text.Names;

/// <summary>Lists of names, places, titles and words as bits, and the table of folded characters (gazetteer.bin).</summary>
internal sealed class Gazetteer
{
    public const ushort FirstName = 1 << 0, LastName = 1 << 1, City = 1 << 2, Region = 1 << 3, Job = 1 << 5, CommonWord = 1 << 11,
        PhraseStart = 1 << 15;

    /// <summary>Any list of names of persons or places.</summary>
    public const ushort Named = FirstName | LastName | City | Region;

    private readonly HashIndex _hashes;
    private readonly ushort[] _masks;
    private readonly Dictionary<int, uint> _folds = [];

    public Gazetteer(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNG1"u8);
        var count = reader.Number();
        var folds = reader.Number();
        _hashes = new(reader.Values<ulong>(count));
        _masks = reader.Values<ushort>(count).ToArray();
        for (var i = 0; i < folds; i++)
        {
            var codePoint = reader.Number();
            _folds[codePoint] = reader.Values<uint>(1)[0]; // length, then three letters
        }
        reader.End();
    }

    public ushort Mask(ulong hash) => _hashes.Find(hash) is var i and >= 0 ? _masks[i] : (ushort)0;

    /// <summary>Writes the folded form of a lower-case code point in UTF-8.</summary>
    public int Fold(int codePoint, Span<byte> utf8)
    {
        if (codePoint < 128 || !_folds.TryGetValue(codePoint, out var fold)) return CodePoints.Encode(codePoint, utf8);
        var length = (int)(fold & 0xFF);
        for (var i = 0; i < length; i++) utf8[i] = (byte)(fold >> (8 * (i + 1)));
        return length;
    }
}
