using System.Numerics;

namespace Redaction.Image;

/// <summary>The lines that a look at a whole page of print saw well: a closer look need not search where they stand.</summary>
internal sealed class SeenLines
{
    /// <summary>Lines from which on an image counts as a page of print.</summary>
    public const int Page = 12;

    private const float Readable = 16; // height in pixels of the model: smaller lines are searched again
    private const float Usual = 1.5f;  // heights of the middle line: what is higher may be two lines that ran together
    private const float Around = 14;   // pixels of the model around a line that the gate takes for text

    private readonly List<TextLine> _well = [], _badly = [];
    private readonly float _around;

    private SeenLines(List<TextLine> lines, float step)
    {
        var heights = lines.ConvertAll(static l => l.HalfHeight);
        heights.Sort();
        var most = Usual * heights[heights.Count / 2];
        foreach (var line in lines)
            (2 * line.HalfHeight >= Readable * step && line.HalfHeight <= most ? _well : _badly).Add(line);
        _around = Around * step;
    }

    /// <summary>Null where the lines are no page of print.</summary>
    /// <param name="lines">That were seen.</param>
    /// <param name="step">Pixels of the image for one of the model.</param>
    public static SeenLines? Of(List<TextLine> lines, float step) => lines.Count < Page ? null : new(lines, step);

    /// <summary>True where a line that was seen well stands, and none that was not.</summary>
    public bool Cover(Vector2 at) => _well.Exists(l => Holds(in l, at)) && !_badly.Exists(l => Holds(in l, at));

    private bool Holds(in TextLine line, Vector2 at)
    {
        var away = at - line.Centre;
        return Math.Abs(Vector2.Dot(away, line.Along)) <= line.HalfLength + _around
            && Math.Abs(Vector2.Dot(away, line.Down)) <= line.HalfHeight + _around;
    }
}
