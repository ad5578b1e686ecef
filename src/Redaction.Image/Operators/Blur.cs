using System.Buffers;
using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Blurs the region so strongly that only its rough colours are left: three box passes,
/// which together are nearly Gaussian.</summary>
internal sealed class Blur : IImageOperator
{
    private const double DefaultStrength = 0.5;
    private const double WeakestStrength = 0.4; // below it, deconvolution brings features back: BlurAttackTests
    private const int Passes = 3;
    private readonly MaskArea _area;
    private readonly double _strength;

    /// <summary>Blurs padded boxes over half their longer side.</summary>
    public Blur() : this(new(), DefaultStrength) { }

    private Blur(MaskArea area, double strength)
    {
        _area = area;
        _strength = strength;
    }

    /// <inheritdoc/>
    public string Id => "blur";

    /// <inheritdoc/>
    public string Description => "Blurs the region strongly; weaker than fill, since a blur can in part be undone.";

    /// <inheritdoc/>
    public ImmutableArray<OperatorOption> Options => s_options;

    private static readonly ImmutableArray<OperatorOption> s_options =
        [new("strength", "number", "0.5",
            "Width of each of the three passes as a part of the longer side, 0.4 to 1; a weaker blur can be undone."), .. MaskArea.Options];

    /// <inheritdoc/>
    public IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return new Blur(MaskArea.From(options), options.Number("strength", DefaultStrength, WeakestStrength, 1));
    }

    /// <inheritdoc/>
    public PixelBox Cover(in Finding<PixelBox> finding) => _area.Cover(in finding);

    /// <inheritdoc/>
    public PixelBox Reach(PixelBox region) => _area.Reach(region);

    /// <inheritdoc/>
    public void Paint(PixelBuffer image, in PlannedRedaction<PixelBox> item)
    {
        var region = item.Finding.Region;
        var bounds = _area.Bounds(region, image.Width, image.Height);
        if (bounds.IsEmpty) return;
        var channels = image.Channels;
        int stride = bounds.Width * channels, bytes = checked(stride * bounds.Height);
        var work = ArrayPool<byte>.Shared.Rent(bytes);
        var line = ArrayPool<byte>.Shared.Rent(Math.Max(bounds.Width, bounds.Height));
        try
        {
            for (var y = 0; y < bounds.Height; y++)
                image.Row(bounds.Y + y).Slice(bounds.X * channels, stride).CopyTo(work.AsSpan(y * stride));
            var radius = Math.Max(1, (int)Math.Ceiling(Math.Max(bounds.Width, bounds.Height) * _strength / 2));
            for (var pass = 0; pass < Passes; pass++)
            {
                for (var i = 0; i < bounds.Height * channels; i++)
                    BoxPass(work.AsSpan(i / channels * stride + i % channels), channels, bounds.Width, radius, line);
                for (var i = 0; i < stride; i++) BoxPass(work.AsSpan(i), stride, bounds.Height, radius, line);
            }
            for (var y = bounds.Y; y < bounds.Bottom; y++)
            {
                var (start, end) = _area.Columns(region, bounds, y);
                if (end > start)
                    work.AsSpan((y - bounds.Y) * stride + (start - bounds.X) * channels, (end - start) * channels)
                        .CopyTo(image.Row(y)[(start * channels)..]);
            }
            _area.FadeOut(image, region);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(work, clearArray: true);
            ArrayPool<byte>.Shared.Return(line, clearArray: true);
        }
    }

    /// <summary>Mean over a window along one line, which is cut off at the ends of the line:
    /// repeating the end pixels would let them show.</summary>
    private static void BoxPass(Span<byte> data, int step, int count, int radius, byte[] line)
    {
        for (var i = 0; i < count; i++) line[i] = data[i * step];
        long sum = 0;
        int first = 0, end = 0;
        for (var i = 0; i < count; i++)
        {
            while (end < count && end <= i + radius) sum += line[end++];
            while (first < i - radius) sum -= line[first++];
            data[i * step] = (byte)((sum + (end - first) / 2) / (end - first));
        }
    }
}
