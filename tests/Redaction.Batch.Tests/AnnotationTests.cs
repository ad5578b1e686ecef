using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Batch.Tests;

/// <summary>Findings in images as annotators' files.</summary>
public sealed class AnnotationTests : IDisposable
{
    private const string Lines = """
        {"source":"a/one.png","entity":"face","score":0.9,"detector":"face","box":[10,20,30,40]}
        {"source":"a/one.png","page":1,"entity":"address","score":0.8,"detector":"names","box":[0,0,100,50],"boxes":[[0,0,40,10],[60,40,40,10]]}
        {"source":"a/one.png","entity":"email","score":0.8,"detector":"email","start":3,"end":9}

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Coco_HasBoxesInPixelsAndAPolygonForEach()
    {
        using var json = JsonDocument.Parse(Written("coco"));

        var root = json.RootElement;
        Assert.Equal(["a/one.png", "a/one.png#page=2"],
            root.GetProperty("images").EnumerateArray().Select(static i => i.GetProperty("file_name").GetString()));
        Assert.Equal(["address", "face"], root.GetProperty("categories").EnumerateArray().Select(static c => c.GetProperty("name").GetString()));
        var annotations = root.GetProperty("annotations").EnumerateArray().ToArray();
        Assert.Equal([(1, 2), (2, 1)], annotations.Select(static a => (a.GetProperty("image_id").GetInt32(), a.GetProperty("category_id").GetInt32())));
        Assert.Equal([10, 20, 30, 40], annotations[0].GetProperty("bbox").EnumerateArray().Select(static n => n.GetInt32()));
        Assert.Equal((2, 800), (annotations[1].GetProperty("segmentation").GetArrayLength(), annotations[1].GetProperty("area").GetInt32()));
    }

    [Fact]
    public void Yolo_HasSharesOfTheImageFromTheMiddle()
    {
        Written("yolo");

        Assert.Equal(["address", "face"], File.ReadAllLines(_folder.PathOf("labels/classes.txt")));
        Assert.Equal(["1 0.125 0.4 0.15 0.4"], File.ReadAllLines(_folder.PathOf("labels/a/one.txt")));
        Assert.Equal(2, File.ReadAllLines(_folder.PathOf("labels/a/one-page2.txt")).Length);
    }

    [Fact]
    public void Cvat_HasCornersAndGroups()
    {
        var root = XDocument.Parse(Written("cvat")).Root!;

        Assert.Equal("1.1", root.Element("version")!.Value);
        var box = root.Elements("image").First().Element("box")!;
        Assert.Equal(("face", "40", "60", "0.9"),
            (box.Attribute("label")!.Value, box.Attribute("xbr")!.Value, box.Attribute("ybr")!.Value, box.Element("attribute")!.Value));
        Assert.Equal(["1", "1"], root.Elements("image").Last().Elements("box").Select(static b => b.Attribute("group_id")!.Value));
    }

    [Fact]
    public void LabelStudio_HasPercentOfTheImage()
    {
        using var json = JsonDocument.Parse(Written("label-studio"));

        var result = json.RootElement[0].GetProperty("predictions")[0].GetProperty("result")[0];
        var value = result.GetProperty("value");
        Assert.Equal("5 20 15 40", string.Join(' ', new[] { "x", "y", "width", "height" }
            .Select(n => value.GetProperty(n).GetDouble().ToString(CultureInfo.InvariantCulture))));
        Assert.Equal((200, "face"), (result.GetProperty("original_width").GetInt32(), value.GetProperty("rectanglelabels")[0].GetString()));
    }

    [Fact]
    public void Scan_OfTextsAndAnUnknownFormat_WritesNoImageAndIsRefused()
    {
        _folder.Write("in/a.txt", "to canary.person@example.com");
        using var output = new MemoryStream();
        var runner = new ScanRunner(new RedactionEngineBuilder().ForScanning().Build());
        var inputs = new BatchOptions { Inputs = [_folder.PathOf("in")] };

        runner.Run(inputs, output, new() { Format = "coco" });

        Assert.Equal("""{"images":[],"annotations":[],"categories":[]}""", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Throws<UnknownChoiceException>(() => runner.Run(inputs, output, new() { Format = "cocoa" }));
        Assert.Throws<ArgumentException>(() => runner.Run(inputs, output, new() { Format = "yolo" }));
    }

    private string Written(string format)
    {
        var images = AnnotatedImage.Of("a/one.png", new("png", 200, 100, 2, []), Encoding.UTF8.GetBytes(Lines));
        using var output = new MemoryStream();
        AnnotationFiles.Write(format, images, output, _folder.PathOf("labels"));
        return Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF');
    }
}
