using System.Numerics;

namespace Redaction.Image;

/// <summary>Where in a view of an image text may stand.</summary>
/// <param name="Parts">Of the image, in which lines are to be searched.</param>
/// <param name="View">What was looked at, in pixels of the image.</param>
/// <param name="Likely">How likely each cell of the view is to hold text, row after row.</param>
/// <param name="Columns">Cells in a row.</param>
/// <param name="Cell">Width and height of one in pixels of the image.</param>
/// <param name="Least">From which a cell counts.</param>
internal sealed record TextPlaces(IReadOnlyList<PixelBox> Parts, PixelBox View, float[] Likely, int Columns, float Cell, float Least)
{
    private const float Large = 4;      // cells of height from which lines are judged
    private const float Share = 0.35f;  // of the cells of a large line that count
    private const int Along = 16, Down = 6; // places of a line that are asked

    /// <summary>False for a large line of which most is no text: a finder that sees but a part of a picture takes shapes for letters.
    /// </summary>
    public bool MayHold(in TextLine line)
    {
        if (2 * line.HalfHeight < Large * Cell) return true;
        var counted = 0;
        for (var i = 0; i < Along * Down; i++)
        {
            float along = (i % Along + 0.5f) / Along * 2 - 1, down = (i / Along + 0.5f) / Down * 2 - 1;
            var at = line.Centre + line.Along * (along * line.HalfLength) + line.Down * (down * line.HalfHeight)
                - new Vector2(View.X, View.Y);
            int x = (int)MathF.Floor(at.X / Cell), y = (int)MathF.Floor(at.Y / Cell);
            if ((uint)x < (uint)Columns && (uint)y < (uint)(Likely.Length / Columns) && Likely[y * Columns + x] >= Least) counted++;
        }
        return counted >= Share * Along * Down;
    }
}
