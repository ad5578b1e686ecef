namespace Redaction.Evaluation;

/// <summary>A labelled or predicted box in pixels of the upright image.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Score">How sure the prediction is, 0 to 1; 1 for truth.</param>
internal readonly record struct Box(double X, double Y, double Width, double Height, double Score = 1)
{
    /// <summary>Intersection over union with another box, 0 to 1; 0 where both are empty.</summary>
    public double Iou(in Box other)
    {
        var width = Math.Min(X + Width, other.X + other.Width) - Math.Max(X, other.X);
        var height = Math.Min(Y + Height, other.Y + other.Height) - Math.Max(Y, other.Y);
        if (width <= 0 || height <= 0) return 0;
        var shared = width * height;
        return shared / (Width * Height + other.Width * other.Height - shared);
    }
}
