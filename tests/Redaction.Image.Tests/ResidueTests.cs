using Xunit;

namespace Redaction.Image.Tests;

public class ResidueTests
{
    private static readonly PixelBox s_first = new(10, 10, 20, 20), s_second = new(60, 20, 20, 20);

    [Fact]
    public void Fail_WhenSomethingIsStillFound_ReleasesNothing()
    {
        using var output = new MemoryStream();

        var error = Assert.Throws<RedactionException>(() => Redactor(ResidueCheck.Fail, new Stubborn(hidden: 1)).Redact(File(), output));

        Assert.Equal((ErrorCodes.Residue, 0), (error.Code, output.Length));
    }

    [Fact]
    public void Mask_WhenSomethingIsStillFound_MasksThatToo()
    {
        using var output = new MemoryStream();
        var observer = new Count();

        Redactor(ResidueCheck.Mask, new Stubborn(hidden: 1)).Redact(File(), output, observer: observer);

        var image = Pictures.Decode(output.ToArray());
        Assert.Equal([0, 0, 0], image.Page(0).Row(30).Slice(70 * 3, 3).ToArray());
        Assert.Equal(2, observer.Items);
    }

    [Fact]
    public void Mask_WhenMoreIsFoundEveryTime_GivesUp()
    {
        using var output = new MemoryStream();

        Assert.Throws<RedactionException>(() => Redactor(ResidueCheck.Mask, new Wandering()).Redact(File(), output));

        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Fail_WhenTheMaskItselfIsFoundAgain_Releases()
    {
        using var output = new MemoryStream();

        Redactor(ResidueCheck.Fail, new FixedBoxes(s_first)).Redact(File(), output);

        Assert.True(output.Length > 0);
    }

    private static MemoryStream File() => new(Pictures.File(ImageFormats.Png, 120, 80));

    private static ImageFileRedactor Redactor(ResidueCheck check, IImageDetector detector) =>
        new(Pictures.Painter(detector), Pictures.Codec, new() { Residue = check });

    /// <summary>Does not see the second face before the first is masked, as real detectors at times.</summary>
    private sealed class Stubborn(int hidden) : IImageDetector
    {
        private int _hidden = hidden;

        public DetectorInfo Info { get; } = new("face", EntityTypes.Face);

        public void Detect(ImageSource source, FindingSink<PixelBox> findings)
        {
            findings.Add(new(EntityTypes.Face, s_first, 0.9f, "face"));
            if (_hidden-- <= 0) findings.Add(new(EntityTypes.Face, s_second, 0.9f, "face"));
        }
    }

    private sealed class Wandering : IImageDetector
    {
        private int _x;

        public DetectorInfo Info { get; } = new("face", EntityTypes.Face);

        public void Detect(ImageSource source, FindingSink<PixelBox> findings) =>
            findings.Add(new(EntityTypes.Face, new(_x += 12, 40, 6, 6), 0.9f, "face"));
    }

    private sealed class Count : RedactionObserver
    {
        public int Items { get; private set; }

        public override void OnPlan<TRegion>(in DocumentPlace place, RedactionPlan<TRegion> plan, ReadOnlySpan<char> text) =>
            Items += plan.Items.Length;
    }
}
