using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Redaction.Evaluation;

/// <summary>Boxes as files beside or below the images: PASCAL VOC, YOLO and WIDER FACE.</summary>
internal static class BoxFolders
{
    private static readonly ImmutableArray<string> s_images = [".jpg", ".jpeg", ".png", ".webp", ".bmp"];

    /// <summary>PASCAL VOC: an XML file an image, with the corners of each object.</summary>
    public static ImmutableArray<LabelledImage> ReadVoc(string folder)
    {
        return [.. Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

        LabelledImage Read(string file)
        {
            try
            {
                var root = XDocument.Load(file).Root!;
                var name = root.Element("filename")!.Value;
                return new(ImageFor(folder, file, name), [.. root.Elements("object").Select(static o => Corners(o.Element("bndbox")!))]);
            }
            catch (Exception e) when (e is XmlException or NullReferenceException or FormatException)
            {
                throw Malformed("voc", "An annotation is not PASCAL VOC.", e);
            }
        }
    }

    /// <summary>True where the first line of a text is a class and four shares of an image.</summary>
    public static bool IsYolo(string file)
    {
        var line = File.ReadLines(file).FirstOrDefault(static l => l.Length > 0);
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 5 } parts
            && parts.Take(5).All(static p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>YOLO: a text file an image, with <c>class x y width height</c> as shares of the image, measured from the centre.</summary>
    public static ImmutableArray<LabelledImage> ReadYolo(string folder)
    {
        return [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(static f => Path.GetFileName(f) is not ("classes.txt" or "train.txt" or "val.txt"))
            .Order(StringComparer.Ordinal).Select(Read)];

        LabelledImage Read(string file)
        {
            var boxes = File.ReadLines(file).Where(static l => l.Length > 0).Select(static line =>
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (parts.Length < 5) throw Malformed("yolo", "A line is not 'class x y width height'.", null);
                var numbers = parts.Skip(1).Take(4).Select(Number).ToArray();
                return new Box(numbers[0] - numbers[2] / 2, numbers[1] - numbers[3] / 2, numbers[2], numbers[3]);
            });
            return new(ImageFor(folder, file, Path.GetFileNameWithoutExtension(file)), [.. boxes]) { IsRelative = true };
        }
    }

    /// <summary>WIDER FACE: an image's path, the number of boxes, then a line for each with
    /// <c>x y width height</c> and attributes.</summary>
    public static ImmutableArray<LabelledImage> ReadWider(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var images = ImmutableArray.CreateBuilder<LabelledImage>();
        using var lines = File.ReadLines(file).GetEnumerator();
        while (lines.MoveNext())
        {
            var path = lines.Current;
            if (!lines.MoveNext() || !int.TryParse(lines.Current, CultureInfo.InvariantCulture, out var count))
                throw Malformed("wider", "Expected a path, a count and boxes.", null);
            var boxes = ImmutableArray.CreateBuilder<Box>();
            for (var i = 0; i < Math.Max(1, count); i++) // an image without faces has one line of zeros
            {
                if (!lines.MoveNext()) throw Malformed("wider", "A box is missing.", null);
                var n = lines.Current.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(Number).ToArray();
                if (n.Length < 4) throw Malformed("wider", "A box is not 'x y width height'.", null);
                if (count > 0 && n[2] > 0 && n[3] > 0) boxes.Add(new(n[0], n[1], n[2], n[3]));
            }
            images.Add(new(ImageFor(folder, file, path), boxes.ToImmutable()));
        }
        return images.ToImmutable();
    }

    private static Box Corners(XElement box)
    {
        double At(string name) => Number(box.Element(name)!.Value);
        return new(At("xmin"), At("ymin"), At("xmax") - At("xmin"), At("ymax") - At("ymin"));
    }

    /// <summary>The image that a label file names: beside it, in the folder, or in a folder <c>images</c> or <c>JPEGImages</c>.</summary>
    private static string ImageFor(string root, string label, string name)
    {
        var beside = Path.GetDirectoryName(label)!;
        string[] folders = [beside, root, Path.Combine(root, "images"), Path.Combine(root, "JPEGImages"),
            beside.Replace("labels", "images", StringComparison.Ordinal)];
        foreach (var folder in folders)
            foreach (var candidate in s_images.Select(e => Path.Combine(folder, name + e)).Prepend(Path.Combine(folder, name)))
                if (File.Exists(candidate)) return candidate;
        return Path.Combine(beside, name);
    }

    private static double Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
            : throw Malformed("boxes", "A number cannot be read.", null);

    private static RedactionException Malformed(string format, string advice, Exception? cause) =>
        new(ErrorCodes.Malformed, format, advice, cause?.GetType());
}
