using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Redaction.Batch;
using Redaction.Evaluation;
using Redaction.Image;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

/// <summary>Annotators' files of what was found, read back: by the readers that there are, else as the formats' own pages say.</summary>
public sealed class AnnotationReaderTests : IDisposable
{
    private const int Width = 317, Height = 211; // shares of these are no round numbers
    private static readonly PixelBox[][] s_findings =
        [[new(10, 20, 33, 41)], [new(0, 0, 101, 9), new(7, 60, 40, 151)], [new(316, 210, 1, 1)]];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Coco_ReadBack_HasTheBoxAroundEachFinding()
    {
        var image = Assert.Single(BoxDatasets.Read(Written(AnnotationFiles.Coco), "coco"));

        Assert.Equal("photo.jpg", Path.GetFileName(image.Path));
        var around = s_findings.Select(static f => new ImageAnnotation("face", 1, [.. f]).Around);
        Assert.Equal(around, image.Boxes.Select(static b => Pixels(b, 1, 1)));
    }

    [Fact]
    public void Yolo_ReadBack_HasEveryBox()
    {
        Written(AnnotationFiles.Yolo);

        var image = Assert.Single(BoxDatasets.Read(_folder.PathOf("labels"), "yolo"));

        Assert.True(image.IsRelative);
        Assert.Equal(All, image.Boxes.Select(static b => Pixels(b, Width, Height)));
    }

    [Fact]
    public void Cvat_ReadBack_HasEveryBox()
    {
        var image = Assert.Single(XDocument.Load(Written(AnnotationFiles.Cvat)).Root!.Elements("image"));

        Assert.Equal(("photo.jpg", "317", "211"),
            (image.Attribute("name")!.Value, image.Attribute("width")!.Value, image.Attribute("height")!.Value));
        Assert.Equal(All, image.Elements("box")
            .Select(static b => PixelBox.FromBounds(At(b, "xtl"), At(b, "ytl"), At(b, "xbr"), At(b, "ybr"))));

        static int At(XElement box, string name) => int.Parse(box.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void LabelStudio_ReadBack_HasEveryBox()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Written(AnnotationFiles.LabelStudio)));

        var task = Assert.Single(json.RootElement.EnumerateArray());

        var results = task.GetProperty("predictions")[0].GetProperty("result").EnumerateArray();
        Assert.Equal("photo.jpg", task.GetProperty("data").GetProperty("image").GetString());
        Assert.Equal(All, results.Select(static result =>
        {
            var value = result.GetProperty("value");
            double At(string name) => value.GetProperty(name).GetDouble() / 100;
            return Pixels(new(At("x"), At("y"), At("width"), At("height")), Width, Height);
        }));
    }

    private static IEnumerable<PixelBox> All => s_findings.SelectMany(static f => f);

    private static PixelBox Pixels(Box box, int width, int height) =>
        new(Whole(box.X * width), Whole(box.Y * height), Whole(box.Width * width), Whole(box.Height * height));

    private static int Whole(double value)
    {
        Assert.Equal(Math.Round(value), value, 1e-3);
        return (int)Math.Round(value);
    }

    private string Written(string format)
    {
        var image = new AnnotatedImage("photo.jpg", 0, Width, Height);
        foreach (var boxes in s_findings) image.Annotations.Add(new(boxes.Length > 1 ? "address" : "face", 0.5f, [.. boxes]));
        var path = _folder.PathOf("annotations");
        using var output = File.Create(path);
        AnnotationFiles.Write(format, [image], output, _folder.PathOf("labels"));
        return path;
    }
}
