using Redaction.TestKit;

namespace Redaction.Image.Tests;

/// <summary>The laws for images.</summary>
public class ImageLaws : ModalityLaws<ImageLaws.Picture, PixelBox>
{
    private const int Channels = 3;

    protected override string Operator => "fill";

    protected override OperatorOptions Options { get; } = new([KeyValuePair.Create("padding", "0")]);

    protected override Picture Create(Random random)
    {
        var picture = new Picture(random.Next(8, 40), random.Next(8, 40));
        random.NextBytes(picture.Pixels);
        return picture;
    }

    protected override PixelBox CreateRegion(Picture content, Random random)
    {
        int x = random.Next(content.Width), y = random.Next(content.Height);
        return new(x, y, random.Next(1, content.Width - x + 1), random.Next(1, content.Height - y + 1));
    }

    protected override IEnumerable<long> Units(PixelBox region) =>
        from box in region.Boxes
        from y in Enumerable.Range(box.Y, box.Height)
        from x in Enumerable.Range(box.X, box.Width)
        select (long)y << 32 | (uint)x;

    protected override RedactionPlan<PixelBox> Plan(
        Picture content, RedactionPolicy policy, IReadOnlyList<IReadOnlyList<Finding<PixelBox>>> planted) =>
        Redactor(policy, PlantedDetector<ImageSource, PixelBox>.ForEach(planted))
            .Plan(new ImageSource(content.Pixels, content.Width, content.Height, Channels));

    protected override Picture Paint(Picture content, RedactionPolicy policy, RedactionPlan<PixelBox> plan)
    {
        var copy = content.Copy();
        Redactor(policy, []).Paint(new PixelBuffer(copy.Pixels, copy.Width, copy.Height, Channels), plan);
        return copy;
    }

    protected override Picture Scramble(Picture content, IEnumerable<PixelBox> regions, Random random)
    {
        var copy = content.Copy();
        foreach (var unit in regions.SelectMany(Units)) random.NextBytes(copy.Pixels.AsSpan(copy.IndexOf(unit), Channels));
        return copy;
    }

    protected override bool SameOutside(Picture input, Picture output, RedactionPlan<PixelBox> plan)
    {
        var inside = plan.Items.SelectMany(i => Units(i.Finding.Region)).Select(input.IndexOf).ToHashSet();
        for (var i = 0; i < input.Pixels.Length; i += Channels)
            if (!inside.Contains(i) && !input.Pixels.AsSpan(i, Channels).SequenceEqual(output.Pixels.AsSpan(i, Channels))) return false;
        return true;
    }

    protected override bool Same(Picture left, Picture right) => left.Pixels.AsSpan().SequenceEqual(right.Pixels);

    protected override void RunFailingDetector() =>
        Redactor(new("laws", new PolicyRule("fill")), [new Failing()]).Plan(new ImageSource(new byte[3], 1, 1, Channels));

    private static ImageRedactor Redactor(RedactionPolicy policy, IEnumerable<IDetector<ImageSource, PixelBox>> detectors) =>
        new(policy, detectors.Select(d => new Adapter(d)), ImageOperators.All);

    public sealed record Picture(int Width, int Height)
    {
        public byte[] Pixels { get; private init; } = new byte[Width * Height * Channels];

        public Picture Copy() => this with { Pixels = [.. Pixels] };

        public int IndexOf(long unit) => ((int)(unit >> 32) * Width + (int)(uint)unit) * Channels;
    }

    private sealed class Adapter(IDetector<ImageSource, PixelBox> inner) : IImageDetector
    {
        public DetectorInfo Info => inner.Info;

        public void Detect(ImageSource source, FindingSink<PixelBox> findings) => inner.Detect(source, findings);
    }

    private sealed class Failing : IDetector<ImageSource, PixelBox>
    {
        public DetectorInfo Info { get; } = new("test.failing", new EntityType("a"));

        public void Detect(ImageSource source, FindingSink<PixelBox> findings) => throw new FormatException(Canary.Text);
    }
}
