using System.Numerics;

namespace Redaction.Image;

/// <summary>A face of nobody, drawn in three tones, held as another one is.</summary>
internal readonly struct DrawnFace
{
    private const float Room = 0.77f;    // of the region's sides, which are padded
    private const float YawStep = MathF.PI / 5.5f, PitchStep = MathF.PI / 9; // by which the marks move on the head
    private const float Eye = 0.13f, Line = 0.055f; // radius of an eye, half the width of a line, in heads
    private static readonly PaintColor s_skin = new(201, 187, 173), s_mark = new(72, 66, 62);
    // Across, down and towards the camera, from the middle of a head of radius 1.
    private static readonly Vector3[] s_marks =
        [new(-0.4f, -0.2f, 0.85f), new(0.4f, -0.2f, 0.85f), new(0, -0.1f, 0.98f), new(0, 0.22f, 1.2f), new(-0.3f, 0.55f, 0.75f),
            new(0.3f, 0.55f, 0.75f)];

    private readonly Vector2 _middle, _along, _radius;
    private readonly Vector3[] _marks;

    /// <param name="region">To be filled.</param>
    /// <param name="pose">How the head is held.</param>
    public DrawnFace(PixelBox region, FacePose pose)
    {
        var (sin, cos) = MathF.SinCos(pose.Roll * FacePose.RollStep);
        _middle = new(region.X + region.Width / 2f, region.Y + region.Height / 2f);
        _along = new(cos, sin);
        _radius = Room / 2 * new Vector2(region.Width * cos * cos + region.Height * sin * sin,
            region.Height * cos * cos + region.Width * sin * sin);
        var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitX, -pose.Pitch * PitchStep)
            * Quaternion.CreateFromAxisAngle(Vector3.UnitY, pose.Yaw * YawStep);
        _marks = [.. s_marks.Select(mark => Vector3.Transform(mark, turn))];
    }

    /// <summary>The colour of a pixel: the mean of four points in it.</summary>
    public PaintColor At(int x, int y, PaintColor behind)
    {
        var sum = Vector3.Zero;
        for (var i = 0; i < 4; i++) sum += Tone(new Vector2(x + 0.25f + i % 2 * 0.5f, y + 0.25f + i / 2 * 0.5f), behind);
        sum = sum / 4 + new Vector3(0.5f);
        return new((byte)sum.X, (byte)sum.Y, (byte)sum.Z);
    }

    private Vector3 Tone(Vector2 point, PaintColor behind)
    {
        var away = point - _middle;
        var at = new Vector2(Vector2.Dot(away, _along), Vector2.Dot(away, new(-_along.Y, _along.X))) / _radius;
        var color = at.LengthSquared() > 1 ? behind : IsMark(at) ? s_mark : s_skin;
        return new(color.Red, color.Green, color.Blue);
    }

    private bool IsMark(Vector2 at) =>
        IsEye(at, _marks[0]) || IsEye(at, _marks[1]) || IsLine(at, _marks[2], _marks[3]) || IsLine(at, _marks[4], _marks[5]);

    private static bool IsEye(Vector2 at, Vector3 eye) => eye.Z > 0 && Vector2.DistanceSquared(at, new(eye.X, eye.Y)) <= Eye * Eye;

    /// <summary>True within a line; on the far side of the head nothing is seen of it.</summary>
    private static bool IsLine(Vector2 at, Vector3 from, Vector3 to)
    {
        Vector2 start = new(from.X, from.Y), reach = new Vector2(to.X, to.Y) - start;
        var part = Math.Clamp(Vector2.Dot(at - start, reach) / Math.Max(reach.LengthSquared(), 1e-6f), 0, 1);
        return from.Z + part * (to.Z - from.Z) > 0 && Vector2.DistanceSquared(at, start + part * reach) <= Line * Line;
    }
}
