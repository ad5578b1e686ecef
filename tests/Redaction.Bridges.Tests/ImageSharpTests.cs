using Redaction.Image;
using Redaction.ImageSharp;
using Redaction.TestKit;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using Xunit;

namespace Redaction.Bridges.Tests;

public class ImageSharpTests
{
    private static readonly PixelBox s_box = new(4, 2, 6, 3);

    [Fact]
    public void Face_IsPaintedOver()
    {
        using var image = SixLabors.ImageSharp.Image.Load<Rgb24>(Repository.PathOf("samples", "photos", "astronaut.jpg"));

        image.Mutate(static x => x.Redact(Engines.Whole));

        Assert.Equal(new Rgb24(0, 0, 0), image[220, 115]); // the face
        Assert.NotEqual(new Rgb24(0, 0, 0), image[20, 20]);
    }

    [Fact]
    public void OutsideTheMask_PixelsKeepTheirDepth_AndInsideNothingIsLeft()
    {
        using var image = new Image<Rgba64>(16, 8);
        for (var y = 0; y < 8; y++)
            for (var x = 0; x < 16; x++) image[x, y] = new((ushort)(x * 257 + 1), (ushort)(y * 97), 3, ushort.MaxValue);
        using var before = image.Clone();

        var pages = new Pages();

        image.Mutate(x => x.Redact(Planted(), observer: pages));

        var mask = pages.Boxes.Single();
        Assert.True(mask.X <= s_box.X && mask.Right >= s_box.Right && mask.Width < 16, mask.ToString());
        for (var y = 0; y < 8; y++)
            for (var x = 0; x < 16; x++)
            {
                var inside = x >= mask.X && x < mask.Right && y >= mask.Y && y < mask.Bottom;
                Assert.Equal(inside ? new Rgba64(0, 0, 0, ushort.MaxValue) : before[x, y], image[x, y]);
            }
    }

    [Fact]
    public void Frames_AreAllRedacted_AndTheObserverHearsOfEach()
    {
        using var image = new Image<Rgba32>(16, 8, SixLabors.ImageSharp.Color.White);
        image.Frames.AddFrame(image.Frames[0]);
        var pages = new Pages();

        image.Mutate(x => x.Redact(Planted(), observer: pages));

        Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(new Rgba32(0, 0, 0), image.Frames[i][5, 3]));
        Assert.Equal([0, 1], pages.Seen);
    }

    [Fact]
    public void Metadata_IsDropped_AndThePictureUpright()
    {
        using var image = new Image<Rgba32>(16, 8, SixLabors.ImageSharp.Color.White);
        image.Metadata.ExifProfile = new ExifProfile();
        image.Metadata.ExifProfile.SetValue(ExifTag.Artist, Canary.Text);
        image.Metadata.ExifProfile.SetValue(ExifTag.Orientation, (ushort)6);
        image.Metadata.GetPngMetadata().TextData.Add(new PngTextData("Author", Canary.Text, "", ""));
        using var saved = new MemoryStream();

        image.Mutate(static x => x.Redact(Engines.Patterns));
        image.SaveAsPng(saved);

        Assert.Equal((8, 16), (image.Width, image.Height));
        Assert.DoesNotContain(Canary.Text, System.Text.Encoding.Latin1.GetString(saved.ToArray()), StringComparison.Ordinal);
        Assert.Null(image.Metadata.ExifProfile);
    }

    private static RedactionEngine Planted() =>
        new RedactionEngineBuilder().WithDetectors("test.planted").AddDetector(new PlantedBox()).Build();

    private sealed class PlantedBox : IImageDetector
    {
        public DetectorInfo Info { get; } = new("test.planted", EntityTypes.LicensePlate);

        public void Detect(ImageSource source, FindingSink<PixelBox> findings) =>
            findings.Add(new(EntityTypes.LicensePlate, s_box, 1, Info.Id));
    }

    private sealed class Pages : RedactionObserver
    {
        public List<int> Seen { get; } = [];

        public List<PixelBox> Boxes { get; } = [];

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text)
        {
            Seen.Add(place.Page);
            Boxes.AddRange(plan.Items.Select(static i => i.Finding.Region).OfType<PixelBox>());
        }
    }
}
