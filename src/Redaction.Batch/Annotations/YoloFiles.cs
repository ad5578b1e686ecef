using System.Collections.Immutable;
using System.Globalization;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>Labels of YOLO: <c>classes.txt</c> and a file an image, with <c>class x y width height</c> a box as shares of the image, from
/// its middle. An image on which nothing was found has an empty file.</summary>
internal static class YoloFiles
{
    public static void Write(IReadOnlyList<AnnotatedImage> images, ImmutableArray<string> labels, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "classes.txt"), labels);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var image in images)
        {
            var path = Path.ChangeExtension(image.Source, null)
                + (image.Page == 0 ? "" : FormattableString.Invariant($"-page{image.Page + 1}"));
            if (!written.Add(path)) path = image.Source; // two images that differ in their extensions only
            var file = Path.GetFullPath(Path.Combine(folder, path + ".txt"));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllLines(file, image.Annotations.SelectMany(a => a.Boxes.Select(b => Line(labels.IndexOf(a.Label), b, image))));
        }
    }

    private static string Line(int label, PixelBox box, AnnotatedImage image) => string.Create(CultureInfo.InvariantCulture,
        $"{label} {(box.X + box.Width / 2.0) / image.Width:0.######} {(box.Y + box.Height / 2.0) / image.Height:0.######} "
        + $"{(double)box.Width / image.Width:0.######} {(double)box.Height / image.Height:0.######}");
}
