using System.Buffers;
using System.Text;

namespace Redaction.Text.Names;

/// <summary>A vocabulary of word pieces with one row of numbers for each (pieces.bin; FORMAT.md, 9).
/// What stands for a token is the sum of the rows of its best segmentation, over the square root of their number.</summary>
internal sealed class PieceTable
{
    /// <summary>Numbers a row.</summary>
    public const int Width = 256;

    /// <summary>Pieces that a token has at most: a space and its first 32 code points.</summary>
    public const int Most = MostCharacters + 1;

    private const int MostCharacters = 32, Unknown = 0, Start = 0;
    private const float UnknownCost = -20, Unreached = -1e9f;

    private readonly float[] _scores;
    private readonly float[] _scales;
    private readonly sbyte[] _rows;

    // The vocabulary as a tree: a node and a code point give the next node; a node may end a piece.
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _pieceAt = [Unknown];

    public PieceTable(string model, ReadOnlySpan<byte> content)
    {
        var reader = new AssetReader(model, content, "RNP1"u8);
        var count = reader.Number();
        if (reader.Number() != Width) throw reader.Broken();
        _scores = reader.Values<float>(count).ToArray();
        _scales = reader.Values<float>(count).ToArray();
        _rows = reader.Values<sbyte>(checked(count * Width)).ToArray();
        for (var piece = 0; piece < count; piece++)
        {
            var utf8 = reader.Values<byte>(reader.Values<byte>(1)[0]);
            if (piece != Unknown) Add(utf8, piece, reader);
        }
        reader.End();
    }

    /// <summary>Writes the <see cref="Width"/> numbers of a token.</summary>
    /// <param name="token">The token as it stands in the text.</param>
    /// <param name="spaced">White space or the start of the text stands before it.</param>
    /// <param name="target">Takes the numbers.</param>
    public void Write(ReadOnlySpan<char> token, bool spaced, Span<float> target)
    {
        target = target[..Width];
        target.Clear();
        Span<int> pieces = stackalloc int[Most];
        pieces = pieces[..Segment(token, spaced, pieces)];
        foreach (var piece in pieces)
        {
            var row = _rows.AsSpan(piece * Width, Width);
            var scale = _scales[piece];
            for (var i = 0; i < row.Length; i++) target[i] += row[i] * scale;
        }
        if (pieces.Length < 2) return;
        var share = 1 / MathF.Sqrt(pieces.Length);
        foreach (ref var value in target) value *= share;
    }

    /// <summary>The pieces with the highest sum of scores, last to first; returns how many.</summary>
    /// <param name="token">The token as it stands in the text.</param>
    /// <param name="spaced">White space or the start of the text stands before it.</param>
    /// <param name="pieces">Room for <see cref="Most"/>.</param>
    public int Segment(ReadOnlySpan<char> token, bool spaced, Span<int> pieces)
    {
        Span<int> characters = stackalloc int[Most], back = stackalloc int[Most + 1], by = stackalloc int[Most + 1];
        Span<float> best = stackalloc float[Most + 1];
        var length = Read(token, spaced, characters);
        best[..(length + 1)].Fill(Unreached);
        best[0] = 0;
        for (var i = 0; i < length; i++)
        {
            var node = Start;
            for (var j = i; j < length && _next.TryGetValue(Edge(node, characters[j]), out node); j++)
                if (_pieceAt[node] is var piece and not Unknown && best[i] + _scores[piece] > best[j + 1])
                    (best[j + 1], back[j + 1], by[j + 1]) = (best[i] + _scores[piece], i, piece);
            if (best[i] + UnknownCost > best[i + 1]) (best[i + 1], back[i + 1], by[i + 1]) = (best[i] + UnknownCost, i, Unknown);
        }
        var count = 0;
        for (var end = length; end > 0; end = back[end]) pieces[count++] = by[end];
        return count;
    }

    private static int Read(ReadOnlySpan<char> token, bool spaced, Span<int> characters)
    {
        var length = 0;
        if (spaced) characters[length++] = ' ';
        var most = length + MostCharacters;
        for (var i = 0; i < token.Length && length < most;)
        {
            var c = CodePoints.At(token, i, out var size);
            i += size;
            if (c >= 128 && CodePoints.RoleOf(c) == CodePoints.Role.Format) continue;
            characters[length++] = c == '\u2019' ? '\'' : c;
        }
        return length;
    }

    private void Add(ReadOnlySpan<byte> utf8, int piece, in AssetReader reader)
    {
        var node = Start;
        while (!utf8.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var size) != OperationStatus.Done) throw reader.Broken();
            utf8 = utf8[size..];
            if (!_next.TryGetValue(Edge(node, rune.Value), out var next))
            {
                _next[Edge(node, rune.Value)] = next = _pieceAt.Count;
                _pieceAt.Add(Unknown);
            }
            node = next;
        }
        if (node == Start) throw reader.Broken();
        _pieceAt[node] = piece; // the vocabulary has some pieces twice: the last one counts
    }

    private static long Edge(int node, int character) => ((long)node << 21) | (uint)character;
}
