using System.Text;

namespace Redaction;

/// <summary>Counts text in the units that other programs count in.</summary>
internal static class TextUnits
{
    /// <summary>Length of the text: UTF-16 code units, code points, or bytes of UTF-8.
    /// A surrogate without its other half counts as U+FFFD.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static int Count(ReadOnlySpan<char> text, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf16 => text.Length,
        OffsetUnit.CodePoint => CodePoints(text),
        OffsetUnit.Utf8 => Encoding.UTF8.GetByteCount(text),
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i + 1 < text.Length;)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1])) { count--; i++; }
            var next = text[(i + 1)..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0) break;
            i += 1 + next;
        }
        return count;
    }
}
