using System.Buffers;
using System.Runtime.InteropServices;
using Redaction.Image;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors;

namespace Redaction.ImageSharp;

/// <summary>Redacts all frames of an image.</summary>
internal sealed class FrameRedaction<TPixel>(
    Configuration configuration, Image<TPixel> image, RedactionEngine engine, RedactionContext context, RedactionObserver observer)
    : IImageProcessor<TPixel>
    where TPixel : unmanaged, IPixel<TPixel>
{
    private const int Channels = 4;

    public void Execute()
    {
        DropMetadata(image.Metadata);
        var size = checked(image.Width * image.Height * Channels);
        var pixels = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            for (var page = 0; page < image.Frames.Count; page++)
            {
                DropMetadata(image.Frames[page].Metadata);
                Redact(image.Frames[page], pixels.AsSpan(0, size), page);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels, clearArray: true);
        }
    }

    public void Dispose() { }

    /// <summary>Detectors and operators work on 8-bit RGBA; only what they changed and what was planned is written back.</summary>
    private void Redact(ImageFrame<TPixel> frame, Span<byte> pixels, int page)
    {
        var colors = MemoryMarshal.Cast<byte, Rgba32>(pixels);
        for (var y = 0; y < frame.Height; y++)
            PixelOperations<TPixel>.Instance.ToRgba32(configuration, Row(frame, y), colors.Slice(y * frame.Width, frame.Width));
        var redactor = engine.Pixels;
        var buffer = new PixelBuffer(pixels, frame.Width, frame.Height, Channels);
        var plan = redactor.Plan(buffer.AsSource(context));
        redactor.Paint(buffer, plan);
        if (!plan.Items.IsEmpty) WriteBack(frame, colors, plan);
        observer.OnPlan(new DocumentPlace(Page: page), plan, []);
    }

    private void WriteBack(ImageFrame<TPixel> frame, Span<Rgba32> painted, RedactionPlan<PixelBox> plan)
    {
        var before = new Rgba32[frame.Width];
        for (var y = 0; y < frame.Height; y++)
        {
            var row = Row(frame, y);
            PixelOperations<TPixel>.Instance.ToRgba32(configuration, row, before);
            var after = painted.Slice(y * frame.Width, frame.Width);
            for (var x = 0; x < row.Length; x++)
                if (before[x] != after[x]) row[x].FromRgba32(after[x]);
            foreach (ref readonly var item in plan.Items.AsSpan())
                foreach (var box in item.Finding.Region.Boxes)
                    for (var x = Math.Max(0, box.X); y >= box.Y && y < box.Bottom && x < Math.Min(row.Length, box.Right); x++)
                        row[x].FromRgba32(after[x]); // two depths may look alike in eight bits
        }
        Array.Clear(before);
    }

    private static Span<TPixel> Row(ImageFrame<TPixel> frame, int y) => frame.PixelBuffer.DangerousGetRowSpan(y);

    private static void DropMetadata(ImageMetadata metadata)
    {
        (metadata.ExifProfile, metadata.XmpProfile, metadata.IptcProfile) = (null, null, null);
        metadata.GetPngMetadata().TextData.Clear();
        metadata.GetGifMetadata().Comments.Clear();
    }

    private static void DropMetadata(ImageFrameMetadata metadata) =>
        (metadata.ExifProfile, metadata.XmpProfile, metadata.IptcProfile) = (null, null, null);
}
