using Redaction.TestKit;
using Xunit;

namespace Redaction.Evaluation.Tests.Datasets;

public sealed class BoxDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BoxJson_PathsAreRelativeToTheFile()
    {
        var path = _folder.Write("data.json", """{"images":[{"image":"a/b.jpg","split":"valid","boxes":[[1,2,3,4]]}]}""");

        var image = Assert.Single(BoxDatasets.Read(path, "boxes"));

        Assert.Equal(Path.Combine(_folder.Root, "a/b.jpg"), image.Path);
        Assert.Equal(("valid", "b.jpg"), (image.Split, image.Id));
        Assert.Equal(new Box(1, 2, 3, 4), Assert.Single(image.Boxes));
    }

    [Fact]
    public void Coco_ImagesWithoutBoxes_AreThere()
    {
        var path = _folder.Write("data.json", """
            {"images":[{"id":7,"file_name":"a.jpg"},{"id":8,"file_name":"b.jpg"}],
             "annotations":[{"image_id":7,"bbox":[1,2,3,4]},{"image_id":7,"bbox":[5,6,7,8]}]}
            """);

        var images = BoxDatasets.Read(path, "coco");

        Assert.Equal([2, 0], images.Select(i => i.Boxes.Length));
        Assert.Equal("7", images[0].Id);
    }

    [Fact]
    public void CocoResults_GroupBoxesByImage()
    {
        var path = _folder.Write("found.json",
            """[{"image_id":7,"bbox":[1,2,3,4],"score":0.5},{"image_id":"b.jpg","bbox":[0,0,9,9],"score":1}]""");

        var found = CocoResults.Read(path);

        Assert.Equal(new Box(1, 2, 3, 4, 0.5), Assert.Single(found["7"]));
        Assert.Single(found["b.jpg"]);
    }

    [Fact]
    public void Voc_CornersBecomeBoxes()
    {
        _folder.Write("a.jpg", "");
        _folder.Write("a.xml",
            "<annotation><filename>a.jpg</filename><object><bndbox><xmin>10</xmin><ymin>20</ymin><xmax>40</xmax><ymax>60</ymax></bndbox></object></annotation>");

        var image = Assert.Single(BoxDatasets.Read(_folder.Root, "voc"));

        Assert.Equal(Path.Combine(_folder.Root, "a.jpg"), image.Path);
        Assert.Equal(new Box(10, 20, 30, 40), Assert.Single(image.Boxes));
    }

    [Fact]
    public void Yolo_CentresBecomeCornersAndStayShares()
    {
        _folder.Write("images/a.png", "");
        _folder.Write("labels/a.txt", "0 0.5 0.5 0.25 0.5\n");

        var image = Assert.Single(BoxDatasets.Read(_folder.Root, "yolo"));

        Assert.Equal(Path.Combine(_folder.Root, "images", "a.png"), image.Path);
        Assert.True(image.IsRelative);
        Assert.Equal(new Box(0.375, 0.25, 0.25, 0.5), Assert.Single(image.Boxes));
    }

    [Fact]
    public void Wider_ImageWithoutFaces_HasOneLineOfZeros()
    {
        var path = _folder.Write("wider.txt", "0--Parade/a.jpg\n1\n10 20 30 40 0 0 0 0 0 0\n0--Parade/b.jpg\n0\n0 0 0 0 0 0 0 0 0 0\n");

        var images = BoxDatasets.Read(path, "wider");

        Assert.Equal([new Box(10, 20, 30, 40)], images[0].Boxes.ToArray());
        Assert.Empty(images[1].Boxes);
    }

    [Theory]
    [InlineData("boxes", "{}")]
    [InlineData("boxes", """{"images":[{"image":"a.jpg","boxes":[[1,2,3]]}]}""")]
    [InlineData("coco", """{"images":[{"file_name":"a.jpg"}],"annotations":[]}""")]
    [InlineData("wider", "a.jpg\nmany\n")]
    [InlineData("wider", "a.jpg\n2\n1 2 3 4\n")]
    public void Read_AnotherShape_IsMalformed(string format, string content)
    {
        var path = _folder.Write("data.json", content);

        Assert.Equal(ErrorCodes.Malformed, Assert.Throws<RedactionException>(() => BoxDatasets.Read(path, format).Length).Code);
    }
}
