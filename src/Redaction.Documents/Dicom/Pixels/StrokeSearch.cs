namespace Redaction.Documents.Dicom;

/// <summary>
/// Says whether a slice can hold writing at all, in a few milliseconds: only then it is read. Letters are strokes, brighter or darker than
/// what is on both sides of them, many of them in a small place.
/// </summary>
/// <remarks>Meant for slices of more than eight bits, most of which hold none; it rather says yes once too often.</remarks>
internal static class StrokeSearch
{
    /// <summary>Steps of brightness by which a stroke differs from both sides.</summary>
    private const int Contrast = 28;

    /// <summary>Strokes of a cell from which on it may be part of a line of letters.</summary>
    private const int Fewest = 14;

    private const int CellSide = 16;

    /// <summary>A smaller picture is read anyway.</summary>
    private const int SmallSide = 64;

    /// <summary>True where there may be writing.</summary>
    public static bool Shows(FramePicture picture)
    {
        if (picture.Channels != 1 || picture.Width < SmallSide || picture.Height < SmallSide) return true;
        foreach (var reach in (int[])[2, 4, 8])
            if (Shows(picture, reach)) return true;
        return false;
    }

    /// <summary>Looks for strokes of up to twice the reach, in cells that grow with it.</summary>
    private static bool Shows(FramePicture picture, int reach)
    {
        var (width, height, side) = (picture.Width, picture.Height, CellSide * reach / 2);
        var (columns, step) = (width / side + 1, reach / 2);
        var cells = new int[columns * (height / side + 1)];
        for (var y = 0; y < height; y += step)
        {
            var row = y / side * columns;
            for (var x = 0; x < width; x += step)
                if (IsStroke(picture, x, y, reach)) cells[row + x / side]++;
        }
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] < Fewest) continue;
            var isBeside = i % columns + 1 < columns && cells[i + 1] >= Fewest;
            if (isBeside || (i + columns < cells.Length && cells[i + columns] >= Fewest)) return true;
        }
        return false;
    }

    private static bool IsStroke(FramePicture picture, int x, int y, int reach)
    {
        var (pixels, width) = (picture.Pixels, picture.Width);
        var at = y * width + x;
        var value = pixels[at];
        return (x >= reach && x + reach < width && Differs(value, pixels[at - reach], pixels[at + reach]))
            || (y >= reach && y + reach < picture.Height && Differs(value, pixels[at - reach * width], pixels[at + reach * width]));
    }

    private static bool Differs(byte value, byte before, byte after) =>
        value >= Math.Max(before, after) + Contrast || value + Contrast <= Math.Min(before, after);
}
