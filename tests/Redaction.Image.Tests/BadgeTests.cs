using Redaction.TestKit;
using Redaction.Text;
using Xunit;

namespace Redaction.Image.Tests;

public sealed class BadgeTests : IDisposable
{
    private static readonly PixelBox s_face = new(176, 63, 96, 115);
    private readonly PpOcrReader _reader = new();

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Detect_OfANameTagBelowAFace_CoversIt()
    {
        using var detector = new WrittenTextDetector(_reader, TextDetectors.All);

        Assert.Contains(Detect(detector, s_face),
            f => f.Type == EntityTypes.WrittenText && f.Score >= 0.5f && f.Region.Overlaps(new(299, 370, 1, 1)));
    }

    [Fact]
    public void Detect_InScope_StillKnowsTheFace() =>
        Assert.Contains(
            Detect(new ScopedDetector(new WrittenTextDetector(_reader, TextDetectors.All), new() { Exclude = [new(0, 0, 5, 5)] }), s_face),
            f => f.Type == EntityTypes.WrittenText);

    [Fact]
    public void Detect_WithoutAFaceOrWithBadgesOff_LeavesSmallPrint()
    {
        using var off = new WrittenTextDetector(_reader, TextDetectors.All) { Badges = false };
        using var on = new WrittenTextDetector(_reader, TextDetectors.All);

        Assert.DoesNotContain(Detect(off, s_face), f => f.Type == EntityTypes.WrittenText);
        Assert.DoesNotContain(Detect(on, new(400, 400, 40, 40)), f => f.Type == EntityTypes.WrittenText);
    }

    [Theory]
    [InlineData(110, 160, 30, 12, true)]  // on the chest
    [InlineData(110, 60, 30, 12, false)]  // in the face
    [InlineData(110, 900, 30, 12, false)] // at the feet
    [InlineData(400, 160, 30, 12, false)] // beside the person
    [InlineData(60, 160, 150, 60, false)] // the print of a shirt
    public void IsBadge_TellsByPlaceAndSize(int x, int y, int width, int height, bool expected) =>
        Assert.Equal(expected, Badges.IsBadge(new(x, y, width, height), new(80, 40, 80, 100)));

    private static Finding<PixelBox>[] Detect(IImageDetector detector, PixelBox face)
    {
        var image = Pictures.Decode(File.ReadAllBytes(Repository.PathOf("samples", "photos", "astronaut.jpg")));
        var sink = new FindingSink<PixelBox>();
        sink.Add(new(EntityTypes.Face, face, 0.9f, "test"));
        detector.Detect(image.Page(0).AsSource(), sink);
        return sink.Items[1..].ToArray();
    }
}
