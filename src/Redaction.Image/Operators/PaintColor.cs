using System.Globalization;

namespace Redaction.Image;

/// <summary>A colour of an operator's options.</summary>
internal readonly record struct PaintColor(byte Red, byte Green, byte Blue)
{
    /// <exception cref="ArgumentException">The value is not written as #rrggbb.</exception>
    public static PaintColor From(OperatorOptions options, string name, string fallback)
    {
        var text = options.Text(name, fallback);
        if (text.Length == 7 && text[0] == '#'
            && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        throw new ArgumentException($"Option '{name}' must be a colour written as #rrggbb.");
    }

    /// <summary>Writes it over a row of pixels, opaque.</summary>
    public void Fill(Span<byte> row, int channels)
    {
        for (var i = 0; i < row.Length; i += channels)
        {
            (row[i], row[i + 1], row[i + 2]) = (Red, Green, Blue);
            if (channels == 4) row[i + 3] = byte.MaxValue;
        }
    }
}
