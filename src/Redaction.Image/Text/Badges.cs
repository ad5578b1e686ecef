namespace Redaction.Image;

/// <summary>Small print on the chest below a face: name badges, name tags, lanyards.
/// It names the person even where it is too small to be read for sure.</summary>
internal static class Badges
{
    public const float Score = 0.6f;
    private const float SureFace = 0.5f;
    private const float Aside = 1.6f;  // widths of the face, to both sides of its middle
    private const float Below = 3f;    // heights of the face, from its chin down
    // of a line, in heights and widths of the face: larger print is that of a shirt or a sign
    private const float Tallest = 0.35f, Widest = 1.3f;

    private const float CloseFace = 150; // pixels of the model that a face is high when its chest is looked at closely
    private const int LeastFace = 32, MostFaces = 8; // pixels of height of a face whose badge may be read, and how many are looked at

    /// <summary>The faces among findings that are sure enough for a badge.</summary>
    public static List<PixelBox> Faces(ReadOnlySpan<Finding<PixelBox>> findings)
    {
        var faces = new List<PixelBox>();
        foreach (ref readonly var finding in findings)
            if (finding.Type == EntityTypes.Face && finding.Score >= SureFace) faces.Add(finding.Region);
        return faces;
    }

    /// <summary>Adds the lines on the chests of the largest faces that an ordinary look at the image is too coarse for.</summary>
    public static void LookCloser(ILineFinder finder, ImageSource image, List<PixelBox> faces, ICollection<PixelBox> lines)
    {
        var usual = finder.FinestStep(image.Width, image.Height);
        foreach (var face in faces.OrderByDescending(static f => f.Height).Take(MostFaces))
        {
            var step = face.Height / CloseFace;
            if (face.Height < LeastFace || step >= usual) continue;
            var (aside, middle) = (Aside * face.Width, face.X + face.Width / 2f);
            var chest = PixelBox
                .FromBounds((int)(middle - aside), face.Bottom, (int)(middle + aside), (int)(face.Bottom + Below * face.Height))
                .ClampTo(image.Width, image.Height);
            if (!chest.IsEmpty) finder.FindLines(image, chest, step, lines);
        }
    }

    /// <summary>True when a line lies on the chest below a face and is as small as a badge's.</summary>
    public static bool IsBadge(PixelBox line, PixelBox face)
    {
        float across = line.X + line.Width / 2f, down = line.Y + line.Height / 2f;
        return MathF.Abs(across - (face.X + face.Width / 2f)) <= Aside * face.Width
            && down >= face.Bottom && down <= face.Bottom + Below * face.Height
            && line.Height <= Tallest * face.Height && line.Width <= Widest * face.Width;
    }
}
