using System.Numerics;

namespace Redaction.Image;

/// <summary>How a head is held, in steps so coarse that they tell a pose and no one's features.</summary>
/// <param name="Roll">Steps of 15 degrees by which it leans, clockwise as seen.</param>
/// <param name="Yaw">-2 to 2: turned to the left of the picture, not at all, or to its right.</param>
/// <param name="Pitch">-1 to 1: looks up, straight on, or down.</param>
internal readonly record struct FacePose(int Roll, int Yaw, int Pitch)
{
    public const float RollStep = MathF.PI / 12;
    private const float Turned = 0.1f, Profile = 0.3f; // of the distance from eyes to mouth: how far the nose is aside
    private const float Up = 0.42f, Down = 0.72f;      // of it: how far the nose is below the eyes

    /// <summary>Upright, looking at the camera.</summary>
    public static FacePose Frontal => default;

    /// <summary>The pose of a face with these marks.</summary>
    /// <param name="marks">The eyes, the nose and the corners of the mouth, left before right as seen.</param>
    public static FacePose Of(ReadOnlySpan<Vector2> marks)
    {
        Vector2 eyes = (marks[0] + marks[1]) / 2, nose = marks[2], mouth = (marks[3] + marks[4]) / 2;
        var down = mouth - eyes;
        var length = down.Length();
        if (!(length > 0)) return Frontal;
        down /= length;
        var along = new Vector2(down.Y, -down.X);
        var aside = Vector2.Dot(nose - (eyes + mouth) / 2, along) / length;
        var below = Vector2.Dot(nose - eyes, down) / length;
        var yaw = MathF.Abs(aside) switch { < Turned => 0, < Profile => 1, _ => 2 };
        var pitch = below < Up ? -1 : below > Down ? 1 : 0;
        return new((int)MathF.Round(MathF.Atan2(-down.X, down.Y) / RollStep), yaw * MathF.Sign(aside), pitch);
    }
}
