namespace Redaction.Image;

/// <summary>The planes of one view of an image, kept for all detectors that look at it in the same size while nothing is painted.</summary>
/// <remarks>Holds the view that was sampled last. Not for use by several threads at once.</remarks>
internal sealed class SharedPlanes : IDisposable
{
    private RentedFloats? _planes;
    private (float X, float Y, float Step, int Width, int Height) _view;

    /// <summary>The planes of a view, or null when others or none are kept.</summary>
    public RentedFloats? Of(float x, float y, float step, int width, int height) =>
        _view == (x, y, step, width, height) ? _planes : null;

    /// <summary>Room for the planes of a view in place of those that were kept.</summary>
    public RentedFloats Renew(float x, float y, float step, int width, int height)
    {
        _planes?.Dispose();
        _view = (x, y, step, width, height);
        return _planes = new(3 * width * height);
    }

    /// <summary>Copies a part of what is kept, with each value scaled and shifted, into three planes; false when it is not all kept, or
    /// its pixels would lie between those that are.</summary>
    /// <param name="part">Left and top in the image.</param>
    /// <param name="step">Pixels of the image for one of the planes.</param>
    /// <param name="size">Width and height in pixels of the planes.</param>
    /// <param name="plane">Which one is copied, 0 to 2.</param>
    /// <param name="scale">Each value is multiplied by it.</param>
    /// <param name="shift">Then it is added.</param>
    /// <param name="target">The plane to fill.</param>
    public bool TryCopy(
        (int X, int Y) part, float step, (int Width, int Height) size, int plane, float scale, float shift, Span<float> target)
    {
        if (_planes is null || _view.Step != step) return false;
        float left = (part.X - _view.X) / step, top = (part.Y - _view.Y) / step;
        if (left != MathF.Floor(left) || top != MathF.Floor(top) || left < 0 || top < 0
            || left + size.Width > _view.Width || top + size.Height > _view.Height) return false;
        for (var y = 0; y < size.Height; y++)
        {
            var from = (plane * _view.Height + (int)top + y) * _view.Width + (int)left;
            FloatScale.Apply(_planes.Span.Slice(from, size.Width), target.Slice(y * size.Width, size.Width), 0, scale, shift);
        }
        return true;
    }

    public void Dispose()
    {
        _planes?.Dispose();
        _planes = null;
        _view = default;
    }
}
