using System.Globalization;

namespace Redaction.Text.Names;

/// <summary>The normalised writing and the shape of a token (FORMAT.md, 3).</summary>
internal static class TokenKey
{
    public const int MaxBytes = 64;
    private const int MaxShape = 12, MaxRun = 3;

    /// <summary>Writes the key and returns its length.</summary>
    public static int Write(ReadOnlySpan<char> token, Gazetteer gazetteer, Span<byte> key)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = 0;
        for (var i = 0; i < token.Length;)
        {
            var c = CodePoints.At(token, i, out var size);
            i += size;
            int count;
            if (c < 128)
            {
                bytes[0] = (byte)(c is >= '0' and <= '9' ? '0' : CodePoints.ToLower(c));
                count = 1;
            }
            else
            {
                var category = CodePoints.Category(c);
                if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark) continue;
                count = category == UnicodeCategory.DecimalDigitNumber ? CodePoints.Encode('0', bytes)
                    : gazetteer.Fold(CodePoints.ToLower(c), bytes);
            }
            if (length + count > MaxBytes) break;
            bytes[..count].CopyTo(key[length..]);
            length += count;
        }
        return length;
    }

    /// <summary>Hash of the shape.</summary>
    public static ulong Shape(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = stackalloc byte[4];
        var hash = Fnv.Basis;
        int last = -1, run = 0, count = 0;
        for (var i = 0; i < token.Length && count < MaxShape;)
        {
            var c = CodePoints.At(token, i, out var size);
            i += size;
            var k = ShapeOf(c);
            if (k < 0) continue;
            run = k == last ? run + 1 : 1;
            last = k;
            if (run > MaxRun) continue;
            hash = Fnv.Add(hash, bytes[..CodePoints.Encode(k, bytes)]);
            count++;
        }
        return hash;
    }

    private static int ShapeOf(int c) => CodePoints.Category(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 'X',
        UnicodeCategory.LowercaseLetter => 'x',
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => 'a',
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => 'd',
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format =>
            -1,
        _ => c == '\u2019' ? '\'' : c,
    };
}
