using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing.Processors;

namespace Redaction.ImageSharp;

/// <summary>Makes the processor for the pixel format of an image.</summary>
internal sealed class RedactionProcessor(RedactionEngine engine, RedactionContext context, RedactionObserver observer) : IImageProcessor
{
    public IImageProcessor<TPixel> CreatePixelSpecificProcessor<TPixel>(
        Configuration configuration, Image<TPixel> source, Rectangle sourceRectangle)
        where TPixel : unmanaged, IPixel<TPixel> =>
        new FrameRedaction<TPixel>(configuration, source, engine, context, observer);
}
