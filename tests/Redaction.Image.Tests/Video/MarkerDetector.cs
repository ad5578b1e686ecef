namespace Redaction.Image.Tests;

/// <summary>Finds what is red.</summary>
internal sealed class MarkerDetector : IImageDetector
{
    public DetectorInfo Info { get; } = new("face", EntityTypes.Face);

    public void Detect(ImageSource source, FindingSink<PixelBox> findings)
    {
        var (count, box) = Count(source);
        if (count > 0) findings.Add(new(EntityTypes.Face, box, 0.9f, "face"));
    }

    /// <summary>Number of red pixels, and the box around them.</summary>
    public static (int Count, PixelBox Box) Count(ImageSource source)
    {
        int count = 0, left = source.Width, top = source.Height, right = 0, bottom = 0;
        for (var y = 0; y < source.Height; y++)
        {
            var row = source.Row(y);
            for (var x = 0; x < source.Width; x++)
            {
                if (row[x * 3] < 150 || row[x * 3 + 1] > 90 || row[x * 3 + 2] > 90) continue;
                count++;
                (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x + 1), Math.Min(top, y), Math.Max(bottom, y + 1));
            }
        }
        return (count, PixelBox.FromBounds(left, top, right, bottom));
    }
}
